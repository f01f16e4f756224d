"""An exercise back in the keys of its file, as plain values: what a program reads, and what could be written again."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import timedelta
from enum import Enum
from typing import Any

from sessionrunner.core.exercise import Exercise, Question, SizeRange, Step
from sessionrunner.storage.scalars import OPEN

_KEYS: Mapping[type, Mapping[str, str]] = {
    Step: {"least": "min", "turn": "turn_minutes"},
    Question: {"least": "min", "most": "max"},
}
"""Keys that the file calls something else."""


_NOT_WRITTEN = frozenset({"variant", "occasion", "extends", "dots", "open"})
"""Chosen while the exercise is led, or already part of the whole."""


def form(exercise: Exercise) -> dict[str, Any]:
    """Every key that an exercise file can have, those left out included; lengths in minutes."""
    values: dict[str, Any] = _plain(exercise)
    for step, written in zip(exercise.steps, values["steps"], strict=True):
        if step.open:
            written["minutes"] = OPEN
    return values


def _plain(value: object) -> Any:
    if isinstance(value, SizeRange):
        return f"{value.low}-{value.high}"
    if isinstance(value, timedelta):
        return _minutes(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        names = _KEYS.get(type(value), {})
        written = [one.name for one in fields(value) if one.name not in _NOT_WRITTEN]
        return {names.get(name, name): _plain(getattr(value, name)) for name in written}
    return value


def _minutes(length: timedelta) -> int | float:
    minutes = length / timedelta(minutes=1)
    return int(minutes) if minutes.is_integer() else minutes
