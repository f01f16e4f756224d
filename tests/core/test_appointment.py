"""The day a group has agreed to follow up on comes back until it has been."""

from dataclasses import replace
from datetime import date

import pytest

from sessionrunner.core.appointment import appointments, due_to_meet, with_days
from sessionrunner.core.commands import Approve, Next, PutLesson, SetFollowUp
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import PastSession, Status, brought_up
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.session import NotPossible
from tests.core.earlier import a_lesson, a_session, past, said
from tests.core.rooms import Hour

DAY = date(2027, 1, 8)


def waiting(*later: PastSession, decided: bool = True) -> list[str]:
    """Sessions that still are to be followed up, the first of them agreed on by session a."""
    lessons = (a_lesson(),) if decided else ()
    return [one.session.session for one in appointments(past(a_session("a", *lessons, follow_up_on=DAY), *later))]


def test_the_room_agrees_on_a_day() -> None:
    """And may change its mind; the yes to the summary stands."""
    hour = Hour().give(Next(), PutLesson(Lesson("l1", LessonKind.IDEA, "Fika")), Approve(), SetFollowUp(DAY))
    assert (hour.session.follow_up, hour.session.approved) == (DAY, True)
    assert hour.give(SetFollowUp(None)).session.follow_up is None


def test_nothing_is_agreed_on_before_the_hour() -> None:
    """There is nothing to follow up yet."""
    with pytest.raises(NotPossible):
        Hour().give(SetFollowUp(DAY))


def test_a_session_waits_until_somebody_has_asked_what_became_of_it() -> None:
    """Still open is an answer too; another session's decisions are not."""
    assert waiting() == ["a"]
    assert waiting(a_session("b", day=2, updates=(said("b/l1", Status.DONE),))) == ["a"]
    assert waiting(a_session("b", day=2, updates=(said("a/l1", Status.OPEN),))) == []
    assert waiting(a_session("b", day=2, follow_up="a")) == []


def test_where_nothing_was_decided_meeting_on_the_day_is_enough() -> None:
    """There is nothing to ask about."""
    assert waiting(a_session("b", day=2), decided=False) == ["a"]
    assert waiting(replace(a_session("b"), date=DAY), decided=False) == []


def test_the_earliest_day_comes_first_and_knows_how_late_it_is() -> None:
    """What should have been is seen first."""
    sooner = a_session("b", a_lesson(), follow_up_on=date(2026, 12, 1))
    first, second = appointments(past(a_session("a", a_lesson(), follow_up_on=DAY), sooner))
    assert (first.session.session, second.session.session) == ("b", "a")
    assert (first.late(date(2026, 12, 4)), second.late(date(2026, 12, 4))) == (3, 0)


def test_a_decision_brings_the_day_it_is_to_be_followed_up() -> None:
    """While nobody has; a decision of another session has no such day."""
    agreed, other = a_session("a", a_lesson(), follow_up_on=DAY), a_session("b", a_lesson(), day=2)
    told = past(agreed, other)
    assert {one.key: one.meet for one in with_days(brought_up(told, 9), told)} == {"a/l1": DAY, "b/l1": None}
    been = past(agreed, a_session("c", day=3, updates=(said("a/l1", Status.OPEN),)))
    assert [one.meet for one in with_days(brought_up(been, 9), been)] == [None]


def test_the_day_has_come_on_the_day_and_not_before() -> None:
    """The one that has waited longest is told."""
    told = past(a_session("a", a_lesson(), follow_up_on=DAY), a_session("b", a_lesson(), follow_up_on=date(2027, 1, 5)))
    decisions = with_days(brought_up(told, 9), told)
    assert due_to_meet(decisions, date(2027, 1, 4)) is None
    assert [one.key for day in (5, 8) if (one := due_to_meet(decisions, date(2027, 1, day)))] == ["b/l1", "b/l1"]
