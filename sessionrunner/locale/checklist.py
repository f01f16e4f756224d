"""What must be in place before an exercise, in the order it has to be done, with dates once the day is known."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
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


def tasks(words: Catalogue, exercise: Exercise, held: date | None = None) -> list[Task]:
    """Everything to do, what is due first first; ``held`` is the day of the exercise."""
    ahead = sorted(_ahead(words, exercise, held), key=lambda task: task.due or date.max)
    room = [Task(f"room:{text}", text) for text in exercise.preparation.room]
    return [*ahead, *room, *_brought(words, exercise), *_checks(words, exercise)]


def late(listed: Sequence[Task], done: Collection[str], today: date) -> int:
    """How many of them should have been done before today and are not ticked off."""
    return sum(task.due is not None and task.due < today and task.key not in done for task in listed)


def _ahead(words: Catalogue, exercise: Exercise, held: date | None) -> Iterator[Task]:
    for one in exercise.preparation.send_ahead:
        due = held - timedelta(days=one.days_before) if held else None
        if due is None:
            text = words("prepare.send", n=one.days_before, what=one.what)
        else:
            text = words("prepare.send-by", day=short_day(words, due), what=one.what)
        yield Task(f"send:{one.what}", text, due)


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
