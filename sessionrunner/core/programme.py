"""A programme: several exercises with breaks and fixed clock times, as read from its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.history import with_minutes
from sessionrunner.core.lengths import changed, least, length
from sessionrunner.core.open_points import shared_out, unset
from sessionrunner.core.variants import varied

_BREAK_KEEPS = 0.6
"""How much of a break must be left when its file does not say; the same as for a step."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Item:
    """One part of the day: an exercise or a break."""

    exercise: str = ""
    """Id of the exercise; empty for a break."""
    pause: str = ""
    """What the break is called; empty for an exercise."""
    variant: str = ""
    """Id of the exercise's variant; empty for the exercise as its file begins it."""
    minutes: timedelta | None = None
    """A break's length, or another length for the exercise than its own."""
    least: timedelta | None = None
    """How short the break may become; None means 60 % of it."""
    at: time | None = None
    """When it begins, whatever has happened before: a wall in the day."""


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole day, or half of one."""

    id: str
    title: str
    items: tuple[Item, ...]
    package: str = ""
    """The package it follows; empty for one that picks from several."""
    start: time | None = None
    end: time | None = None
    """When the room must be done: the day's last wall."""


Exercises = Mapping[str, Exercise]
"""Exercises by id."""


@dataclass(frozen=True, slots=True)
class Part:
    """An item with what the library and the headcount say about it."""

    item: Item
    title: str
    length: timedelta
    least: timedelta
    """How short it can be made."""
    exercise: Exercise | None = None
    """In the chosen variant and length; None for a break, and for an exercise that is not in the library."""


def parts(programme: Programme, exercises: Exercises, people: int) -> tuple[Part, ...]:
    """Every item of the programme for so many people; turns take as long as there are people for."""
    return tuple(part(item, exercises, people) for item in programme.items)


def part(item: Item, exercises: Exercises, people: int) -> Part:
    """One item for so many people; an exercise that is not in the library has its id for title and no length."""
    if item.pause:
        whole = item.minutes or timedelta()
        shortest = _whole_minutes(whole * _BREAK_KEEPS) if item.least is None else min(item.least, whole)
        return Part(item, item.pause, whole, shortest)
    found = exercises.get(item.exercise)
    if found is None:
        return Part(item, item.exercise, item.minutes or timedelta(), item.minutes or timedelta())
    chosen = varied(found, item.variant)
    if item.minutes is not None:
        chosen = _as_long(chosen, item.minutes - length(chosen, people))
    return Part(item, chosen.title, length(chosen, people), least(chosen, people), chosen)


def _as_long(exercise: Exercise, by: timedelta) -> Exercise:
    """So much longer or shorter; where points have no length, what is left of the whole is theirs."""
    if unset(exercise):
        return with_minutes(exercise, shared_out(exercise, by // _MINUTE))
    return changed(exercise, by)


def total(found: tuple[Part, ...]) -> timedelta:
    """All parts one after the other, with nothing between them."""
    return sum((one.length for one in found), timedelta())


def _whole_minutes(length: timedelta) -> timedelta:
    return -(-length // _MINUTE) * _MINUTE
