"""Which stand of the library is looked at, and what it leaves to choose from."""

import re
from dataclasses import replace

import pytest

from sessionrunner.core.browsing import ALL
from sessionrunner.locale import load
from sessionrunner.storage import programme_file
from sessionrunner.storage.library import shipped_folder
from sessionrunner.tui.on_show import OnShow
from sessionrunner.tui.programme_stand import ProgrammeStand
from sessionrunner.tui.stands import package_stands
from sessionrunner.tui.widgets import programme_card
from tests.fakes import FakeClock
from tests.tui.fakes import MY_TASK, shipped_exercises

WORDS = load("sv")


def on_show(programmes: bool = False) -> OnShow:
    """The shipped library."""
    found, exercises = OnShow(), shipped_exercises()
    found.take(package_stands(WORDS, exercises))
    if programmes:
        found.stands.append(ProgrammeStand(WORDS, (), exercises, FakeClock().wall().date()))
    found.find()
    return found


def test_packages_go_round() -> None:
    """Left of the first one is the last one."""
    library = on_show()
    library.turn(-1)
    assert library.at == len(library.stands) - 1
    library.turn(1)
    assert library.at == 0


def test_programmes_are_one_key_away_and_back() -> None:
    """From wherever among the packages the leader is."""
    library = on_show(programmes=True)
    library.turn(2)
    library.turn_to_programmes()
    assert library.complete
    assert not library.stand.filtered
    library.turn_to_programmes()
    assert library.at == 0


def test_what_was_chosen_is_found_again_else_the_first() -> None:
    """The cursor stays on an exercise that is still there."""
    library = on_show()
    line = library.line_of(MY_TASK)
    chosen = library.on_line(line)
    assert chosen is not None
    assert chosen.id == MY_TASK
    assert library.line_of("finns/inte") == 0


def test_where_nothing_fits_there_is_no_line() -> None:
    """And nothing to lead."""
    library = on_show()
    assert library.look_for(replace(library.looking, query="qwzx"))
    library.find()
    assert library.line_of(MY_TASK) is None
    assert library.on_line(0) is None
    assert library.hits(ALL) == 0


def test_the_same_question_again_is_no_news() -> None:
    """The list is drawn anew only when it would be another one."""
    library = on_show()
    assert not library.look_for(library.looking)


@pytest.mark.parametrize(("programme", "told"), [("aktualisera", True), ("introduktion", False)])
def test_a_programme_tells_what_is_to_be_sent_before_the_day(programme: str, told: bool) -> None:
    """Whoever opens it on the morning learns that too late; where nothing is sent nothing is said."""
    day = programme_file.read(shipped_folder("exercises") / "programmes" / f"{programme}.yaml")
    known = {one.id: one for one in shipped_exercises()}
    text = programme_card.description(WORDS, day, known, on_show().looking.so_far, FakeClock().wall().date()).plain
    assert ("7 dagar innan: till Inledande övning aktualisera" in text) == told
    assert ("Skicka i förväg" in text) == told


def test_a_long_item_of_a_programme_goes_on_beside_its_time() -> None:
    """In the narrowest place there is for it, the column of times stays a column."""
    day = programme_file.read(shipped_folder("exercises") / "programmes" / "halvdag.yaml")
    known = {one.id: one for one in shipped_exercises()}
    card = programme_card.description(WORDS, day, known, on_show().looking.so_far, FakeClock().wall().date())
    rows = card.at(28).plain.splitlines()
    timed = [at for at, row in enumerate(rows) if re.match(r"\d\d:\d\d  ", row)]
    inside = [rows[at] for at in range(timed[0], timed[-1]) if at not in timed]
    assert inside and all(row.startswith(" " * 7) for row in inside)
