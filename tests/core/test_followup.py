"""A decision keeps the state that the room gave it last, and the most urgent are brought up first."""

from datetime import date

import pytest

from sessionrunner.core.followup import (
    Found,
    Past,
    Status,
    Update,
    brought_up,
    ground_rules,
    lessons,
    open_decisions,
    open_ideas,
    settled,
)
from tests.core.earlier import IDEA, RULE, TODAY, a_lesson, a_session, past, said


def state(folder: Past, key: str) -> Status:
    """What has become of one lesson."""
    return next(one.lesson.status for one in lessons(folder) if one.key == key)


@pytest.mark.parametrize(
    ("update", "follow_up", "status"),
    [
        (said("a/l1", Status.DONE), "", Status.DONE),
        (said("l1", Status.DONE), "", Status.DONE),
        (said("l1", Status.DROPPED), "a", Status.DROPPED),
        (said("l1", Status.DONE), "z", Status.OPEN),
        (said("l9", Status.DONE), "", Status.OPEN),
        (said("z/l1", Status.DONE), "", Status.OPEN),
    ],
)
def test_an_update_reaches_the_lesson_it_means(update: Update, follow_up: str, status: Status) -> None:
    """A decision is never closed by guesswork."""
    folder = past(a_session("a", a_lesson()), a_session("b", day=2, updates=(update,), follow_up=follow_up))
    assert state(folder, "a/l1") is status


def test_the_latest_session_has_the_last_word() -> None:
    """Closed too early, opened again: it is open."""
    first = a_session("b", day=2, updates=(said("a/l1", Status.DONE, "Klart"),))
    second = a_session("c", day=3, updates=(said("a/l1", Status.OPEN, "Inte riktigt"),))
    folder = past(a_session("a", a_lesson(), a_lesson("Annat", "l2")), first, second)
    assert [one.lesson.status for one in lessons(folder)] == [Status.OPEN, Status.OPEN]
    assert next(lessons(folder)).lesson.note == "Inte riktigt"


@pytest.mark.parametrize("names", ["bc", "cb"])
def test_two_sessions_on_one_day_are_told_apart_by_what_they_say(names: str) -> None:
    """A decision that was closed is not brought up again, so whoever left it open came first."""
    first = a_session(names[0], day=2, updates=(said("a/l1", Status.OPEN),))
    second = a_session(names[1], day=2, updates=(said("a/l1", Status.DROPPED, "Ingen tid"),))
    assert state(past(a_session("a", a_lesson()), first, second), "a/l1") is Status.DROPPED


def test_what_was_settled_is_told_with_day_and_reason_latest_first() -> None:
    """Nobody has to ask why again."""
    early = a_session("b", day=2, updates=(said("a/l1", Status.DROPPED, "Ingen tid"),))
    late = a_session("c", day=3, updates=(said("a/l2", Status.DROPPED, "Redan gjort"),))
    found = settled(past(a_session("a", a_lesson(), a_lesson("Annat", "l2")), early, late), Status.DROPPED)
    assert [(one.lesson.note, one.lesson.settled) for one in found] == [
        ("Redan gjort", date(2026, 11, 3)),
        ("Ingen tid", date(2026, 11, 2)),
    ]


def test_the_most_urgent_decision_comes_first() -> None:
    """By date, then what has waited longest; rules, ideas and unknown kinds are nobody's task."""
    folder = past(
        a_session("a", a_lesson("Gammal"), a_lesson("Regel", "l2", RULE), day=1),
        a_session("b", a_lesson("Ny"), a_lesson("Okänd", "l2", None), a_lesson("Idé", "l3", IDEA), day=2),
        a_session("c", a_lesson("Brådska", due=date(2026, 11, 5)), day=3),
    )
    assert [one.lesson.text for one in open_decisions(folder)] == ["Brådska", "Gammal", "Ny"]
    assert [decision.key for decision in brought_up(folder, 2)] == ["c/l1", "a/l1"]
    assert [one.lesson.text for one in (*open_ideas(folder), *ground_rules(folder))] == ["Idé", "Regel"]


@pytest.mark.parametrize(("due", "late"), [(None, 0), (date(2026, 11, 20), 1), (date(2026, 11, 22), 0)])
def test_a_decision_is_late_the_day_after_its_date(due: date | None, late: int) -> None:
    """Not the same day, and never before."""
    one = Found(a_session("a", day=1), a_lesson(due=due))
    assert (one.late(TODAY), one.age(TODAY), one.age(date(2026, 10, 1))) == (late, 20, 0)
