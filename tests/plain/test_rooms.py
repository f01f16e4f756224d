"""What all rooms of the day have come to, in lines."""

import pytest

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import load
from sessionrunner.plain.news import News
from sessionrunner.plain.rooms import rooms
from tests.fakes import FakeRooms
from tests.web.fakes import Room

WORDS = load("sv")


@pytest.fixture
def room() -> Room:
    """One of two."""
    room = Room()
    room.desk.room.rooms = FakeRooms()
    return room


def say(room: Room, rest: str = "") -> list[str]:
    return list(rooms(room.desk, WORDS, rest))


def test_the_list_has_every_room_and_says_what_the_wall_shows(room: Room) -> None:
    """Rule: decisions, then headings with their numbers."""
    assert say(room) == [
        "Norr:", "- Vi frågar mer.", "- Vi ringer innan mötet.", "- Handledning (4)", "- Möten (3)",
        "Söder:", "- Vi skriver upp frågorna på tavlan.", "Er vägg visar ert eget rum.",
    ]  # fmt: skip


@pytest.mark.parametrize(("on", "off"), [("visa", "dölj"), ("all", "none")])
def test_words_put_the_rooms_on_the_wall_and_take_them_away(room: Room, on: str, off: str) -> None:
    """Rule: here or everywhere, in either language."""
    say(room, on)
    assert room.desk.room.shown().rooms == room.desk.room.rooms.sheets()
    say(room, off)
    assert room.desk.room.shown().rooms is None


def test_the_leader_hears_that_the_wall_has_changed(room: Room) -> None:
    """Rule: the day's leader may put them there, so it is told without asking."""
    news = News(room.desk, WORDS)
    room.desk.room.rooms.show(True)
    assert news.latest() == ["Er vägg visar alla rum nu."]


def test_a_day_where_no_room_has_come_to_anything_says_so(room: Room) -> None:
    """Rule: never an empty answer."""
    rooms = FakeRooms()
    rooms.told = ()
    room.desk.room.rooms = rooms
    assert say(room)[0] == "Inget rum har kommit fram till något än."


@pytest.mark.parametrize("line", ["kanske", "visa nu"])
def test_what_is_no_word_for_it_is_told(room: Room, line: str) -> None:
    """Rule: with what can be written."""
    with pytest.raises(SessionRunnerError):
        say(room, line)


@pytest.mark.parametrize("line", ["", "visa", "alla"])
def test_a_room_by_itself_is_told_how_rooms_join(line: str) -> None:
    """Rule: nothing to show, and why."""
    with pytest.raises(SessionRunnerError) as told:
        say(Room(), line)
    assert "--gather" in WORDS.explain(told.value)
