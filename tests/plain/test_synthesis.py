"""Sorting the texts in lines."""

from collections.abc import Iterable

import pytest

from sessionrunner.core.session import NotPossible
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import load
from sessionrunner.plain.synthesis import SAYINGS, Sheet
from tests.web.fakes import Room

WORDS = load("sv")
TEXTS = (
    "Mer grupphandledning",
    "Vi behöver handledning i grupp",
    "Kortare möten",
    "Läsa varandras journaler",
    "Eva i receptionen är sur",
)


@pytest.fixture
def room() -> Room:
    """Five have answered; nothing is open."""
    room = Room()
    room.go_to("reflektion")
    for number, text in enumerate(TEXTS):
        room.desk.room.submit("reflektion", str(number), {"tar-med": text, "nytta": "7"})
    return room


def say(room: Room, command: str, rest: str = "") -> str:
    told: Iterable[str] = SAYINGS[command](Sheet(room.desk, WORDS), rest)
    return "\n".join(told)


def number(room: Room, text: str) -> int:
    return 1 + [card.text for card in room.desk.sorting.board().cards].index(text)


def test_texts_are_opened_blind(room: Room) -> None:
    """The leader reads them; the wall shows none."""
    assert all(text in say(room, "texts") for text in TEXTS)
    assert room.desk.room.shown().answers == ()


def test_a_text_under_a_heading_stands_there_in_list_and_record(room: Room) -> None:
    """Two lines do it."""
    say(room, "texts")
    assert say(room, "heading", "Handledning") == "Rubrik 1: Handledning"
    say(room, "put", f"{number(room, TEXTS[0])} under 1")
    assert say(room, "texts").splitlines()[1].endswith(TEXTS[0])
    assert [card.text for card in room.desk.keeping.record().board.under(room.desk.session.sorting.headings[0].id)] == [
        TEXTS[0]
    ]


def test_a_hidden_text_is_counted_and_gone_from_wall_and_record(room: Room) -> None:
    """The leader still sees it, with the reason."""
    say(room, "texts")
    say(room, "hide", f"{number(room, TEXTS[4])} om en person")
    assert "Eva" not in repr(room.desk.keeping.record())
    assert room.desk.room.shown().left_out == 1
    assert "Dold, om en person: Eva" in say(room, "texts")


def test_alike_texts_are_suggested_and_counted_together_when_told(room: Room) -> None:
    """The program suggests, the leader decides."""
    say(room, "texts")
    assert TEXTS[0] in say(room, "similar") and TEXTS[2] not in say(room, "similar")
    say(room, "same", f"{number(room, TEXTS[0])} {number(room, TEXTS[1])}")
    assert "(2 personer)" in say(room, "texts")
    say(room, "part", str(number(room, TEXTS[1])))
    assert "(2 personer)" not in say(room, "texts")


def test_headings_are_renamed_joined_counted_and_taken_away(room: Room) -> None:
    """Everything the keys do can be written."""
    for line in ("Stöd", "Hjälp"):
        say(room, "heading", line)
    assert say(room, "rename", "1 Handledning") == "Rubriken heter nu Handledning."
    assert say(room, "hands", "1 7") == "Handledning: 7 händer."
    assert say(room, "join", "2 1") == "Hjälp är ihopslagen med Handledning."
    assert say(room, "unhead", "1") == "Rubriken Handledning är borta. Texterna finns kvar."


@pytest.mark.parametrize(
    ("command", "rest"),
    [("put", "x"), ("put", "99 under 1"), ("hide", "1"), ("heading", ""), ("unhide", "1"), ("important", "1")],
)
def test_a_line_that_makes_no_sense_says_what_to_write(room: Room, command: str, rest: str) -> None:
    """And changes nothing."""
    say(room, "texts")
    before = room.desk.session
    with pytest.raises(SessionRunnerError) as refused:
        say(room, command, rest)
    assert WORDS.explain(refused.value)
    assert room.desk.session == before


def test_texts_of_fewer_than_k_stay_closed() -> None:
    """Nothing is opened for one."""
    room = Room()
    room.go_to("reflektion")
    room.desk.room.submit("reflektion", "1", {"tar-med": "Ensam"})
    with pytest.raises(NotPossible):
        say(room, "texts")
