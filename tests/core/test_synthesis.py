"""The texts as cards under headings, from places that name no text."""

from hypothesis import given

from sessionrunner.core.commands import AddHeading, Command, LeaveOut, PutUnder, Reveal, SameAs
from sessionrunner.core.lesson import Collected
from sessionrunner.core.session import Session, replay
from sessionrunner.core.synthesis import Board, Card, Pile, board, piles, visible
from tests.core.rooms import HOUR, SCALE, TEXT, Hour
from tests.core.strategies import presses, sortings

OPEN = (Collected(TEXT, ("m1", "m2", "m2", "m3", "m4"), "write"), Collected(SCALE, ("1",) * 5, "write"))


def mark(step: str, question: str, text: str) -> str:
    """In these tests a text is its own mark."""
    return text


def sorted_texts(session: Session) -> Board:
    return board(session.sorting, OPEN, mark)


def opened() -> Hour:
    return Hour().go_to("write").give(Reveal("write"), AddHeading("h1", "Stöd"))


def test_the_same_words_twice_are_one_card_with_its_count() -> None:
    """Nobody has to sort a text that two have written alike; scales are no cards."""
    assert [(card.text, card.number) for card in sorted_texts(opened().session).cards] == [
        ("m1", 1),
        ("m2", 2),
        ("m3", 1),
        ("m4", 1),
    ]


def test_texts_that_say_the_same_are_counted_together_and_keep_their_words() -> None:
    """Three people meant it; the other wording is not lost."""
    cards = sorted_texts(opened().give(SameAs("m2", "m1"), PutUnder("m2", "h1")).session).under("h1")
    assert cards == (Card("m1", "write", "text", "m1", 3, ("m2",), "h1", "", ("m2",)),)


def test_what_is_left_out_is_neither_under_a_heading_nor_told() -> None:
    """The leader still has it; the room and the record do not."""
    texts = sorted_texts(opened().give(PutUnder("m1", "h1"), LeaveOut("m1", "om en person")).session)
    assert texts.under("h1") == ()
    assert [card.text for card in texts.left_out] == ["m1"]
    assert "m1" not in repr(texts.told)


def test_the_answers_that_go_on_are_counted_without_their_words() -> None:
    """Wall and record say how many were left out; scales are whole."""
    told, scale = visible(opened().give(LeaveOut("m2", "x")).session.sorting, OPEN, mark)
    assert (told.answers, told.left_out) == (("m1", "m3", "m4"), 2)
    assert scale == OPEN[1]


def test_the_room_sees_names_and_numbers_of_the_headings() -> None:
    """No text is on the wall because it has been sorted."""
    assert piles(sorted_texts(opened().give(PutUnder("m2", "h1")).session)) == (Pile("Stöd", 2, 0),)


@given(presses(sortings, most=30))
def test_no_answer_is_lost_or_doubled_however_they_are_sorted(given_presses: list[tuple[int, Command]]) -> None:
    """Whatever the leader presses: every answer is on exactly one card, and a crash changes nothing."""
    hour = opened()
    for _, command in given_presses:
        hour.give_if_possible(command)
    cards = sorted_texts(hour.session).cards
    assert sum(card.number for card in cards) == 5
    assert replay(HOUR, hour.events).sorting == hour.session.sorting
