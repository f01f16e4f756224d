"""What leaves the laptop."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from sessionrunner.core.commands import AddTime, Approve, Close, Next, Pause, PauseReason, PutLesson, Taken, TakeNote
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Collected, Lesson, Note
from sessionrunner.core.record import Identity, Record, record
from tests.core.rooms import TEXT, Hour, minutes
from tests.core.strategies import hours

WHO = Identity("3f9a1c2b", date(2026, 11, 21), "sv")
LESSON = Lesson("l1", LessonKind.IDEA, "Vi provar", "arbetsledare", date(2026, 12, 1))


def of(hour: Hour) -> Record:
    return record(hour.session, hour.now, WHO, {"write": 6}, (Collected(TEXT, tuple("abcdef")),))


def test_the_record_tells_what_was_agreed() -> None:
    """Lessons, notes, and that the room said yes."""
    told = of(Hour().give(Next(), PutLesson(LESSON), TakeNote("Bra fråga"), Approve()))
    assert told.lessons == (LESSON,)
    assert told.notes == (Note("Title of start", "Bra fråga"),)
    assert told.approved


def test_the_record_counts_the_participants_and_names_nobody() -> None:
    """A number is all that is told about who was there."""
    told = of(Hour(people=("Anna Andersson", "Bo Berg", "Cia Ceder")).go_to("pairs"))
    assert told.participants == 3
    assert "Anna" not in repr(told)


def test_the_record_tells_planned_and_actual_time_of_every_step() -> None:
    """So that the next leader knows how long it really takes."""
    told = of(Hour().give(Next()).wait(minutes=4).give(Next()).wait(minutes=10))
    first, second, third, *_ = told.steps
    assert (first.id, first.title, first.planned, first.actual) == ("start", "Title of start", minutes(3), minutes(4))
    assert (second.planned, second.actual, third.actual) == (minutes(19), minutes(10), minutes(0))
    assert told.actual == minutes(14)


def test_the_record_is_finished_only_when_the_session_is() -> None:
    """Until then it says that it goes on."""
    assert not of(Hour().give(Next())).finished
    assert of(Hour().give(Next(), Close())).finished


def test_the_record_tells_the_answers_it_was_given_and_the_k_in_force() -> None:
    """What may be shown is decided before it comes here."""
    told = of(Hour(threshold=6).give(Next()))
    assert told.received == {"write": 6}
    assert told.collected[0].answers == tuple("abcdef")
    assert (told.threshold, told.identity) == (6, WHO)


@given(hours)
def test_no_name_is_ever_in_the_record(hour: Hour) -> None:
    """Whatever was pressed, groups and people stay on the laptop."""
    named = replace(hour.session, people=tuple(f"NAME {name}" for name in hour.session.people))
    assert "NAME" not in repr(record(named, hour.now, WHO, {}, ()))


@pytest.mark.parametrize("length", [0, 7])
def test_the_record_of_a_session_that_never_began_is_empty(length: int) -> None:
    """Nothing was done, however long the lobby was open."""
    told = of(Hour().wait(minutes=length).give(Close()))
    assert told.actual == minutes(0)


def test_the_record_tells_what_was_agreed_about_time_and_what_ran_over() -> None:
    """Two minutes more for the start, taken from the pairs; one and a half ran over all the same."""
    hour = Hour().give(Next(), AddTime(minutes(2), (Taken("pairs", minutes(2)),))).wait(minutes=6.5).give(Next())
    start, tables, pairs, *_ = of(hour).steps
    assert (start.planned, start.agreed, start.overtime) == (minutes(3), minutes(5), minutes(1.5))
    assert (tables.agreed, pairs.agreed, tables.overtime) == (None, minutes(3), minutes(0))


def test_the_record_tells_pauses_by_their_reason_and_not_as_time_of_the_step() -> None:
    """Also the pause in force."""
    hour = Hour().give(Next(), Pause(PauseReason.TECHNOLOGY)).wait(minutes=4)
    assert of(hour).pauses == {PauseReason.TECHNOLOGY: minutes(4)}
    assert of(hour).actual == minutes(0)
