"""The lessons folder in figures: how much was decided, and what became of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import mean

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import DECISIONS, Found, Past, Status, lessons, settled


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over a whole lessons folder; nothing in it is about a person."""

    sessions: int
    lessons: int
    by_kind: Mapping[LessonKind, int]
    decisions: Mapping[Status, int]
    """Activities, agreements and routines, by what has become of them."""
    days_to_done: float | None
    """From the day a decision was written down to the day it was told done, on average; None when none is done."""
    dropped: tuple[Found, ...]
    """What was dropped, latest first, each with why."""
    times_led: Mapping[str, int]
    """Sessions by the exercise's title, the most led first."""


def figures(past: Past) -> Figures:
    """Count what there is."""
    found = list(lessons(past))
    kinds = Counter(one.lesson.kind for one in found if one.lesson.kind)
    states = Counter(one.lesson.status for one in found if one.lesson.kind in DECISIONS)
    waits = [_days(one) for one in settled(past, Status.DONE) if one.lesson.kind in DECISIONS]
    return Figures(
        sessions=len(past.sessions),
        lessons=len(found),
        by_kind={kind: kinds[kind] for kind in LessonKind if kinds[kind]},
        decisions={status: states[status] for status in Status},
        days_to_done=mean(waits) if waits else None,
        dropped=tuple(settled(past, Status.DROPPED)),
        times_led=dict(Counter(one.title for one in past.sessions).most_common()),
    )


def _days(one: Found) -> int:
    return max(0, (one.lesson.settled - one.session.date).days) if one.lesson.settled else 0
