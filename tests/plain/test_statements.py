"""What was said at the tables, in lines."""

import pytest

from sessionrunner.core.commands import TakeNote
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import load
from sessionrunner.output import markdown
from sessionrunner.plain.statements import tables
from tests.web.fakes import Room
from tests.web.pictures import SHEETS

WORDS = load("sv")


@pytest.fixture
def room() -> Room:
    """At the tables, with notes about three of four and one about the whole."""
    room = Room()
    room.go_to("borden")
    for at, text in SHEETS:
        room.desk.handle(TakeNote(text, f"Bord {at}"))
    room.desk.handle(TakeNote("Om alltihop"))
    return room


def say(room: Room, rest: str = "") -> list[str]:
    return list(tables(room.desk, WORDS, rest))


def test_the_list_has_every_table_with_its_statement(room: Room) -> None:
    """A silent table says that it is."""
    told = say(room)
    assert told[0] == "1. Bord 1: Jag vet vad som är min uppgift."
    assert told[1] == "- Att någon annan har sagt det högt."
    assert told[-2:] == ["4. Bord 4: Vi hjälper varandra att hålla i uppdraget.", "- Inget skrivet än."]


def test_words_and_numbers_turn_the_wall(room: Room) -> None:
    """One at a time, all, none."""
    assert say(room, "2") == ["Väggen visar bord 2 av 4."]
    assert say(room, "nästa") == ["Väggen visar bord 3 av 4."]
    assert say(room, "alla") == ["Väggen visar alla bord bredvid varandra."]
    assert say(room, "none") == ["Väggen visar inte borden."]


@pytest.mark.parametrize("line", ["9", "0", "kanske"])
def test_what_is_no_table_is_told(room: Room, line: str) -> None:
    """And nothing changes on the wall."""
    with pytest.raises(SessionRunnerError):
        say(room, line)
    assert room.desk.room.shown().tables == ()


def test_the_file_has_each_text_once_beside_its_statement(room: Room) -> None:
    """What is about no table stands among the notes."""
    told = markdown.render(room.desk.keeping.record(), WORDS)
    beside = told.split("## Det ni skrev vid borden")[1].split("\n## ")[0]
    assert "### Bord 2: Jag vet var min uppgift slutar." in beside and "Vi säger nej för sent." in beside
    assert told.count("Vi säger nej för sent.") == 1
    assert "Om alltihop" in told and "Om alltihop" not in beside
