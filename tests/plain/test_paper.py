"""Paper slips and answers that wait, in lines."""

import pytest

from sessionrunner.core.session import NotPossible
from sessionrunner.locale import load
from sessionrunner.plain.paper import SlipRefused, settle, take_slip
from tests.web.fakes import Room

WORDS = load("sv")
NUMBER = "Hon är 850709-1234"


@pytest.fixture
def room() -> Room:
    room = Room()
    room.go_to("reflektion")
    return room


def hold(room: Room) -> None:
    """Somebody insists on a number."""
    for _ in range(2):
        room.desk.room.submit("reflektion", "x", {"tar-med": NUMBER})


def kept(room: Room) -> list[dict[str, str]]:
    return [dict(one.answers) for one in room.box.submissions.values()]


def test_a_slip_is_a_line_with_an_answer_to_each_question(room: Room) -> None:
    """In the order of the form."""
    assert take_slip(room.desk, WORDS, "Att fråga mer | 7 | Ja") == "Lappen är sparad."
    assert kept(room) == [{"tar-med": "Att fråga mer", "nytta": "7", "igen": "Ja"}]


def test_a_slip_that_cannot_be_taken_says_why(room: Room) -> None:
    """And is not kept."""
    with pytest.raises(SlipRefused) as refused:
        take_slip(room.desk, WORDS, "x | 99")
    assert "Välj ett tal" in WORDS.explain(refused.value)
    assert kept(room) == []


def test_before_any_form_there_is_no_slip() -> None:
    """Nothing has been asked."""
    with pytest.raises(NotPossible):
        take_slip(Room().desk, WORDS, "x")


def test_what_waits_is_told_without_its_words(room: Room) -> None:
    """With what can be written."""
    assert settle(room.desk, WORDS, "") == "Inga svar väntar."
    hold(room)
    assert "1 svar väntar" in settle(room.desk, WORDS, "") and "850709" not in settle(room.desk, WORDS, "")


def test_what_waits_is_taken_without_its_number_or_dropped(room: Room) -> None:
    """As the leader says."""
    hold(room)
    settle(room.desk, WORDS, "take")
    assert kept(room) == [{"tar-med": "Hon är […]"}]
    room.box.submissions.clear()
    hold(room)
    settle(room.desk, WORDS, "drop")
    assert kept(room) == []


def test_more_answers_are_let_in(room: Room) -> None:
    """For every form that has been open."""
    for number in range(29):
        room.desk.room.submit("reflektion", f"{number}", {"tar-med": "x"})
    assert room.desk.room.full("reflektion")
    settle(room.desk, WORDS, "more")
    assert not room.desk.room.full("reflektion")
