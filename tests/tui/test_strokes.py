"""What the editor's keys do, seen on the page alone."""

import pytest

from sessionrunner.core.blueprint import Part
from sessionrunner.core.manuscript import Manuscript
from sessionrunner.locale import load
from sessionrunner.tui.strokes import STROKES, added

PAGE = Manuscript({"minutes": "9", "steps": [{"id": "a", "minutes": "4"}, {"id": "b", "minutes": "1"}]}, None, "x.yaml")


def after(name: str, step: int) -> Manuscript:
    """The page after this stroke at this step."""
    return STROKES[name].change(PAGE, step)


def minutes(page: Manuscript) -> list[str]:
    """What the steps take."""
    return [one["minutes"] for one in page.steps()]


def test_a_step_becomes_longer_and_shorter_but_never_nothing() -> None:
    """One minute is the least that can be planned."""
    assert minutes(after("longer", 0)) == ["5", "1"]
    assert minutes(after("shorter", 0)) == ["3", "1"]
    assert after("shorter", 1) is PAGE


def test_a_step_stops_at_either_end() -> None:
    """The first cannot come earlier, the last not later."""
    assert minutes(after("later", 0)) == ["1", "4"]
    assert after("earlier", 0) is PAGE
    assert after("later", 1) is PAGE


@pytest.mark.parametrize("name", ["longer", "shorter", "earlier", "later", "remove"])
def test_the_exercise_as_a_whole_is_no_step(name: str) -> None:
    """Nothing is moved or taken away by mistake on the first line."""
    assert after(name, -1) is PAGE


def test_the_sum_of_the_steps_is_taken_over_and_taken_back() -> None:
    """One key makes the exercise as long as its steps, another undoes it."""
    summed = after("sum", -1)
    assert summed.keys["minutes"] == "5"
    assert STROKES["redo"].change(STROKES["undo"].change(summed, -1), -1).keys == summed.keys


def test_a_new_step_comes_after_the_chosen_one_and_is_chosen() -> None:
    """The leader writes on where she is."""
    stroke = added(load("sv"), next(iter(Part)))
    assert [one["id"] for one in stroke.change(PAGE, 0).steps()][::2] == ["a", "b"]
    assert stroke.moves == 1
    assert added(load("sv"), None).change(PAGE, 0) is PAGE
