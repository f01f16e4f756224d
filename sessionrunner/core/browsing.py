"""Finding exercises: words anywhere in them, and filters that all have to hold."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import Any

from sessionrunner.core.exercise import Exercise, Mode, Step
from sessionrunner.core.wording import filled

_MINUTE = timedelta(minutes=1)
_MINUTES = (None, 20, 30, 45, 60)
_EITHER = (None, False, True)
_GROUPS = (Mode.GROUPS, Mode.TABLES)


class Filter(Enum):
    """What the library can be narrowed down by, beside package and words."""

    MINUTES = "minutes"
    HOMEWORK = "homework"
    GROUPS = "groups"
    READY = "ready"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; None asks for nothing."""

    minutes: int | None = None
    """At most so many."""
    homework: bool | None = None
    groups: bool | None = None
    """Whether people work in groups or at tables in some step."""
    ready: bool | None = None
    """True: nothing has to be prepared."""
    done: bool | None = None
    """Whether the group has done it before."""

    def value(self, which: Filter) -> int | bool | None:
        """What is asked for here."""
        found: int | bool | None = getattr(self, which.value)
        return found

    def turned(self, which: Filter) -> "Filters":
        """With this filter's next value, in a round that begins with none."""
        values: Sequence[int | bool | None] = _values(which)
        at = values.index(self.value(which))
        changed: dict[str, Any] = {which.value: values[(at + 1) % len(values)]}
        return replace(self, **changed)

    def allow(self, exercise: Exercise, done: Collection[str]) -> bool:
        """Whether the exercise has all that is asked for; ``done`` are the ids of those that the group has done."""
        if self.minutes is not None and exercise.minutes > self.minutes * _MINUTE:
            return False
        wanted = (
            (self.homework, exercise.homework),
            (self.groups, in_groups(exercise)),
            (self.ready, needs_nothing(exercise)),
            (self.done, exercise.id in done),
        )
        return all(asked is None or asked == has for asked, has in wanted)


ALL = Filters()
"""Nothing is asked for."""


def _values(which: Filter) -> Sequence[int | bool | None]:
    return {Filter.MINUTES: _MINUTES, Filter.READY: (None, True)}.get(which, _EITHER)


def in_groups(exercise: Exercise) -> bool:
    """Whether the room is divided in some step."""
    return any(step.mode in _GROUPS or step.groups for step in exercise.steps)


def needs_nothing(exercise: Exercise) -> bool:
    """Whether a leader with a room full of people could begin at once; chairs can be moved while they come in."""
    before = exercise.preparation
    return not (exercise.homework or exercise.needs or before.send_ahead or before.bring)


def text_of(exercise: Exercise) -> tuple[str, str]:
    """What is searched, folded for comparison: what the exercise is called and is for, and all its other text."""
    first = " ".join((exercise.title, exercise.package, exercise.series, *exercise.purpose))
    return first.casefold(), " ".join(_rest(exercise)).casefold()


def _rest(exercise: Exercise) -> Iterator[str]:
    yield from exercise.goals
    before = exercise.preparation
    yield from (*before.room, *(one.what for one in before.bring), *(one.what for one in before.send_ahead))
    for step in filled(exercise).steps:
        yield from _of_step(step)


def _of_step(step: Step) -> Iterator[str]:
    yield from (step.title, step.wall, step.notes.say, step.notes.do, *step.questions)
    yield from (one.ask for one in step.collect)
    for table in step.tables:
        yield from (table.name, table.statement)


class Search:
    """The search in some exercises; their text is gathered the first time somebody searches."""

    def __init__(self, exercises: Sequence[Exercise]) -> None:
        self._exercises = tuple(exercises)
        self._texts: dict[str, tuple[str, str]] = {}

    def found(
        self, exercises: Sequence[Exercise], query: str, filters: Filters = ALL, done: Collection[str] = ()
    ) -> tuple[Exercise, ...]:
        """Those that pass and have every word: first by title, the words as they were written before single ones.

        A number in the query means at most so many minutes.
        """
        words = query.casefold().split()
        passed = [one for one in exercises if filters.allow(one, done)]
        if not words:
            return tuple(passed)
        ranked = [(rank, one) for one in passed if (rank := self._rank(one, words)) is not None]
        return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0]))

    def _rank(self, exercise: Exercise, words: Sequence[str]) -> int | None:
        """Below 0 by the title, 0 when all are in title or purpose, 1 when anywhere, None when one is nowhere."""
        if not self._texts:
            self._texts = {one.id: text_of(one) for one in self._exercises}
        first, rest = self._texts[exercise.id]
        ranks = [_place(exercise, word, first, rest) for word in words]
        anywhere = None if None in ranks else max(rank for rank in ranks if rank is not None)
        return anywhere if anywhere is None else min(anywhere, _in_title(exercise, words))


def _in_title(exercise: Exercise, words: Sequence[str]) -> int:
    """Whoever writes what an exercise is called means that one."""
    title, named = exercise.title.casefold(), [word for word in words if not word.isdecimal()]
    if not named or not all(word in title for word in named):
        return 1
    return -2 if " ".join(named) in title else -1


def _place(exercise: Exercise, word: str, first: str, rest: str) -> int | None:
    if word.isdecimal() and word.isascii():
        return 0 if exercise.minutes <= int(word[:4]) * _MINUTE else None
    return 0 if word in first else 1 if word in rest else None
