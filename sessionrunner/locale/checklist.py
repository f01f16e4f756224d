"""What must be in place before an exercise or a day of several, in order, with dates once the day is known."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sessionrunner.core.exercise import Exercise, Mode, Need
from sessionrunner.locale import Catalogue

_KNOWN = frozenset({"leader", "participants", "case-owner"})


@dataclass(frozen=True, slots=True)
class Task:
    """Something to tick off."""

    key: str
    """What it is remembered by; the same whatever the date is."""
    text: str
    due: date | None = None
    """Last day for it; None when it belongs to the day itself, or that is not known."""
    days_before: int = 0


Listing = Callable[[date | None], list[Task]]
"""Tasks for this day; None while nobody knows which day it will be."""


def tasks(words: Catalogue, exercise: Exercise, held: date | None = None) -> list[Task]:
    """Everything to do, what is due first first; ``held`` is the day of the exercise."""
    ahead = sorted(_ahead(words, exercise, held), key=_soonest)
    return [*ahead, *_room(exercise), *_brought(words, exercise), *_checks(words, exercise)]


def listing(words: Catalogue, exercise: Exercise) -> Listing:
    """An exercise's tasks for whatever day it turns out to be."""
    return lambda held: tasks(words, exercise, held)


def tasks_of_day(words: Catalogue, exercises: Sequence[Exercise], held: date | None = None) -> list[Task]:
    """Everything to do before a day of several exercises; what more than one of them asks for stands there once."""
    ahead = [_named(words, exercise, task) for exercise in exercises for task in _ahead(words, exercise, held)]
    room = [task for exercise in exercises for task in _room(exercise)]
    brought = [task for exercise in exercises for task in _brought(words, exercise)]
    checks = [task for exercise in exercises for task in _checks(words, exercise)]
    return [*sorted(ahead, key=_soonest), *_once(words, [*room, *brought]), *dict.fromkeys(checks)]


def day_listing(words: Catalogue, exercises: Sequence[Exercise]) -> Listing:
    """A day's tasks for whatever day it turns out to be."""
    return lambda held: tasks_of_day(words, exercises, held)


def late(listed: Sequence[Task], done: Collection[str], today: date) -> int:
    """How many of them should have been done before today and are not ticked off."""
    return sum(task.due is not None and task.due < today and task.key not in done for task in listed)


def _soonest(task: Task) -> int:
    return -task.days_before


def _named(words: Catalogue, exercise: Exercise, task: Task) -> Task:
    """Two exercises may send something with the same name: a day's list tells for which of them."""
    text = words("before.sent-for", task=task.text, title=exercise.title)
    return replace(task, key=f"{exercise.id}:{task.key}", text=text)


def _once(words: Catalogue, listed: Sequence[Task]) -> list[Task]:
    """Each of them once, and for how many exercises."""
    asked = Counter(listed)
    return [
        replace(task, text=words("before.shared", task=task.text, n=count)) if count > 1 else task
        for task, count in asked.items()
    ]


def _room(exercise: Exercise) -> Iterator[Task]:
    return (Task(f"room:{text}", text) for text in exercise.preparation.room)


def _ahead(words: Catalogue, exercise: Exercise, held: date | None) -> Iterator[Task]:
    for one in exercise.preparation.send_ahead:
        due = held - timedelta(days=one.days_before) if held else None
        if due is None:
            text = words("prepare.send", n=one.days_before, what=one.what)
        else:
            text = words("prepare.send-by", day=short_day(words, due), what=one.what)
        yield Task(f"send:{one.what}", text, due, one.days_before)


def _brought(words: Catalogue, exercise: Exercise) -> Iterator[Task]:
    for one in exercise.preparation.bring:
        yield Task(f"bring:{one.who}:{one.what}", words("prepare.bring", who=who(words, one.who), what=one.what))


def _checks(words: Catalogue, exercise: Exercise) -> Iterator[Task]:
    """What the program knows has to be tried, whatever the file says."""
    if Need.FILM in exercise.needs or any(step.mode is Mode.FILM for step in exercise.steps):
        yield Task("check:film", words("prepare.check-film"))
    yield Task("check:network", words("prepare.check-network"))


def who(words: Catalogue, name: str) -> str:
    """Who brings something, in a word that can begin a sentence."""
    return words(f"prepare.who.{name}") if name in _KNOWN else name[:1].upper() + name[1:]


def short_day(words: Catalogue, when: date) -> str:
    """A day without its year: ``14 nov``."""
    return words("prepare.day", day=when.day, month=words(f"lesson.month.{when.month}")[:3])


def long_day(words: Catalogue, when: date) -> str:
    """A day with its weekday: ``fredag 21 november``."""
    weekday = words(f"prepare.weekday.{when.isoweekday()}")
    return words("prepare.long-day", weekday=weekday, day=when.day, month=words(f"lesson.month.{when.month}"))
