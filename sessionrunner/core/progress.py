"""How far a group has come: what it has done, and what it has left out before an exercise; a warning, never a stop."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sessionrunner.core.exercise import Exercise

if TYPE_CHECKING:
    from sessionrunner.core.followup import Past


def done(past: "Past") -> Mapping[str, date]:
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


@dataclass(frozen=True, slots=True)
class Progress:
    """What the group has done, and what comes next for it."""

    done: Mapping[str, date] = field(default_factory=dict)
    """The latest day of each exercise, by id."""
    times: Mapping[str, int] = field(default_factory=dict)
    """How often each has been led to its end, by id."""
    upcoming: frozenset[str] = frozenset()
    """The next exercise of each series that has been begun, by id."""

    def count(self, exercises: Iterable[Exercise]) -> int:
        """How many of these have been done."""
        return sum(one.id in self.done for one in exercises)


def progress(past: "Past", library: Sequence[Exercise]) -> Progress:
    """How far the group has come in the library."""
    when = done(past)
    times = Counter(session.exercise for session in past.sessions if session.finished)
    return Progress(when, dict(times), frozenset(_upcoming(library, when)))


def _upcoming(library: Sequence[Exercise], have_done: Mapping[str, date]) -> Iterator[str]:
    """In each series, the first that is left after the latest one that was done; whatever was skipped stays skipped."""
    series: dict[tuple[str, str], list[Exercise]] = {}
    for one in library:
        if one.series:
            series.setdefault((one.package, one.series), []).append(one)
    for row in series.values():
        begun = [at for at, one in enumerate(row) if one.id in have_done]
        after = row[begun[-1] + 1 :] if begun else []
        left = [one for one in after if not have_done.keys() & {one.id, *one.alternative_to}]
        yield from (one.id for one in left[:1])
