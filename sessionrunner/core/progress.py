"""How far a group has come: what it has done, and what it has left out before an exercise; a warning, never a stop."""

from collections.abc import Iterable, Mapping
from datetime import date

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.followup import Past


def done(past: Past) -> Mapping[str, date]:
    """The latest day of each exercise that was led to its end, by exercise id."""
    found: dict[str, date] = {}
    for session in past.sessions:
        if session.finished:
            found[session.exercise] = max(session.date, found.get(session.exercise, session.date))
    return found


def left_out(exercise: Exercise, library: Iterable[Exercise], have_done: Iterable[str]) -> tuple[Exercise, ...]:
    """Exercises before this one in its series that have not been done; one that was done instead counts."""
    counted, before = set(have_done), []
    for other in library:
        if other.id == exercise.id:
            break
        if exercise.series and (other.package, other.series) == (exercise.package, exercise.series):
            before.append(other)
    return tuple(one for one in before if not counted & {one.id, *one.alternative_to})
