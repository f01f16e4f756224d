"""What is ticked off on this laptop."""

from datetime import date
from pathlib import Path

from sessionrunner.cli.checklists import LaptopChecklists
from sessionrunner.core.prepared import NOTHING_PREPARED, Prepared
from sessionrunner.core.programme import Programme
from sessionrunner.storage.preparations import Preparations
from tests.core.rooms import a_step, an_exercise


def test_a_programme_and_an_exercise_of_the_same_name_have_lists_of_their_own(tmp_path: Path) -> None:
    """What was done for the day has not been done for the exercise."""
    lists = LaptopChecklists(Preparations(tmp_path / "p.json"), lambda: date(2026, 11, 20))
    exercise = an_exercise(a_step("a"))
    programme = Programme(exercise.id, "Vår dag", ())
    lists.keep(programme, Prepared(date(2026, 12, 18), frozenset({"room:Bord"})))
    assert lists.of(exercise) == NOTHING_PREPARED
    assert lists.of(programme).held == date(2026, 12, 18)
