"""What is told of a session that has ended."""

from dataclasses import replace
from pathlib import Path

import pytest

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import load
from sessionrunner.ports import Delivery
from sessionrunner.tui.widgets.saved_text import saved_text
from tests.tui.fakes import FakeHost, FolderAway, running

WORDS = load("sv")
SHARED, KEPT = "/srv/gemensamt/2026-11-21 Min uppgift 3f9a1c2b", "/home/ann/outbox/3f9a1c2b"


def said(delivered: bool, trouble: SessionRunnerError | None = None) -> str:
    """The text on the card."""
    delivery = Delivery(Path(SHARED), Path(KEPT), delivered)
    return saved_text(WORDS, running(FakeHost(), 5).session, delivery, trouble, answers=7).plain


def test_a_record_that_has_arrived_is_told_by_its_place_in_the_folder() -> None:
    """The copy on the laptop is nothing to look for then."""
    assert SHARED in said(delivered=True)
    assert KEPT not in said(delivered=True)


def test_a_record_on_its_way_is_told_by_where_it_is_now() -> None:
    """Nothing is promised before it has been read back."""
    assert KEPT in said(delivered=False)
    assert SHARED not in said(delivered=False)


@pytest.mark.parametrize("waits", [True, False])
def test_an_overview_that_somebody_has_open_is_told_in_one_line(waits: bool) -> None:
    """The lessons are safe; nobody should wonder why the overview is yesterday's."""
    delivery = Delivery(Path(SHARED), None, delivered=True, overview_waits=waits)
    told = saved_text(WORDS, running(FakeHost(), 5).session, delivery, None, answers=7).plain
    assert ("Översikt.md uppdateras så snart det går" in told) == waits


def test_trouble_stands_before_the_numbers() -> None:
    """It is what the leader has to do something about."""
    text = said(delivered=False, trouble=FolderAway())
    assert text.index(WORDS.explain(FolderAway())[:20]) < text.index(WORDS("tui.saved.answers", n=7))


def test_where_nothing_was_asked_no_answers_are_counted() -> None:
    """\"0 answers\" would sound as if the room had refused."""
    session = running(FakeHost(), 5).session
    silent = replace(session.exercise, steps=tuple(replace(step, collect=()) for step in session.exercise.steps))
    delivery = Delivery(Path(SHARED), Path(KEPT), True)
    assert "svar" not in saved_text(WORDS, replace(session, exercise=silent), delivery, None, answers=0).plain


def test_a_long_thing_to_do_goes_on_beside_its_point() -> None:
    """So that it is seen where the next one begins."""
    session = running(FakeHost(), 5).session
    exercise = replace(session.exercise, after=("Boka tid för uppföljning om tre månader.", "Skicka."))
    told = saved_text(WORDS, replace(session, exercise=exercise), Delivery(Path(SHARED), None, True), None, answers=7)
    assert told.at(24).plain.endswith("\n· Boka tid för\n  uppföljning om tre\n  månader.\n· Skicka.")
