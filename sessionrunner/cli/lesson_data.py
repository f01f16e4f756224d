"""Lessons as data that others script against."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.figures import Figures
from sessionrunner.core.followup import Found, PastSession, Status
from sessionrunner.core.history import Learned

Json = dict[str, object]


def session(one: PastSession, found: Iterable[Found], folder: Path, today: date) -> Json:
    """A session with those of its lessons that were asked for."""
    return {
        "session": one.session,
        "date": one.date.isoformat(),
        "exercise": one.exercise,
        "title": one.title,
        "package": one.package,
        "path": str(folder / one.place),
        "finished": one.finished,
        "participants": one.participants,
        "follow_up_on": one.follow_up_on.isoformat() if one.follow_up_on else None,
        "lessons": [lesson(each, today) for each in found],
    }


def lesson(found: Found, today: date) -> Json:
    """A lesson with what has become of it; ``late_days`` counts only while it is open."""
    one = found.lesson
    return {
        "id": one.id,
        "key": found.key,
        "kind": one.kind.value if one.kind else None,
        "text": one.text,
        "owner": one.owner,
        "due": one.due.isoformat() if one.due else None,
        "due_said": one.due_said,
        "status": one.status.value,
        "note": one.note,
        "settled": one.settled.isoformat() if one.settled else None,
        "age_days": found.age(today),
        "late_days": found.late(today) if one.status is Status.OPEN else 0,
    }


def details(one: PastSession) -> Json:
    """What only the whole session tells."""
    return {
        "approved": one.approved,
        "actual_minutes": one.actual_minutes,
        "steps": [{"id": step.id, "planned": step.planned, "actual": step.actual} for step in one.steps],
        "updates": [{"lesson": up.lesson, "status": up.status.value, "note": up.note} for up in one.updates],
        "edited": [*one.edited],
    }


def figures(told: Figures, today: date) -> Json:
    """Counts by kind and by what became of it."""
    return {
        "sessions": told.sessions,
        "lessons": told.lessons,
        "by_kind": {kind.value: count for kind, count in told.by_kind.items()},
        "decisions": {status.value: count for status, count in told.decisions.items()},
        "days_to_done": told.days_to_done,
        "dropped": [lesson(one, today) for one in told.dropped],
        "exercises": dict(told.times_led),
    }


def times(exercise: Exercise, steps: Mapping[str, Learned]) -> Json:
    """How long an exercise's steps have taken, in minutes."""
    return {"exercise": exercise.id, "title": exercise.title, "steps": [_step(one) for one in steps.values()]}


def _step(one: Learned) -> Json:
    planned = one.step.minutes
    return {
        "id": one.step.id,
        "title": one.step.title,
        "planned": planned / timedelta(minutes=1) if planned is not None else None,
        "times": one.times,
        "shortest": one.shortest,
        "longest": one.longest,
        "usual": one.usual,
    }
