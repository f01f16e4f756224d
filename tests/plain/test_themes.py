"""Questions by theme, in lines."""

import pytest

from sessionrunner.core.public import theme_on_wall
from sessionrunner.core.session import NotPossible
from sessionrunner.locale import load
from sessionrunner.plain.themes import theme
from sessionrunner.storage import exercise_file
from sessionrunner.storage.library import shipped_folder
from tests.web.fakes import Room

WORDS = load("sv")


@pytest.fixture
def room() -> Room:
    """The interview of a case review."""
    room = Room(exercise=exercise_file.read(shipped_folder("exercises") / "modeller" / "arendegenomgang.yaml"))
    room.go_to("intervju")
    return room


def test_without_a_number_every_theme_is_read_out(room: Room) -> None:
    """Seven, seven, six and six questions, and what the wall shows."""
    lines = list(theme(room.desk, WORDS, ""))
    assert [line for line in lines if line.startswith("Tema")][-1] == "Tema 4: Planen"
    assert len(lines) == 4 + 26 + 1
    assert lines[-1] == "Väggen visar uppgiften."


def test_a_number_puts_the_theme_on_the_wall_and_nought_takes_it_down(room: Room) -> None:
    """Only that one is read out."""
    assert list(theme(room.desk, WORDS, "2"))[-1] == "Väggen visar temat Risk och skydd."
    assert list(theme(room.desk, WORDS, "0")) == ["Väggen visar uppgiften."]
    assert theme_on_wall(room.desk.session) is None


@pytest.mark.parametrize("chosen", ["9", "risk"])
def test_a_theme_that_is_not_there_is_refused(room: Room, chosen: str) -> None:
    """The leader is told how to see them."""
    with pytest.raises(NotPossible):
        list(theme(room.desk, WORDS, chosen))


def test_a_step_without_themes_says_so(room: Room) -> None:
    """Most have none."""
    room.go_to("oppen")
    with pytest.raises(NotPossible):
        list(theme(room.desk, WORDS, ""))
