"""What a written text means: minutes, yes or no, one of several words. Nothing is guessed."""

import re
from collections.abc import Callable
from datetime import timedelta
from enum import Enum
from typing import TypeVar

from sessionrunner.core.cleaning import clean
from sessionrunner.core.exercise import SizeRange
from sessionrunner.storage.suggestions import nearest
from sessionrunner.storage.yaml_nodes import short

E = TypeVar("E", bound=Enum)

LONGEST_TEXT = 4000
LONGEST_LINE = 120
LONGEST_DAY = 1440
"""Minutes in a day: no step and no exercise is longer."""
LARGEST_GROUP = 200
YES = frozenset({"true", "yes", "ja"})
NO = frozenset({"false", "no", "nej"})
EXERCISE_ID = r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*"
SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
MINUTES = r"[0-9]{1,4}([.,][0-9]{1,2})?"
SIZE = r"[0-9]{1,3}(\s*[-–]\s*[0-9]{1,3})?"
COLOUR = r"#[0-9a-fA-F]{6}"


class Unfit(Exception):
    """The text does not mean what is asked for; ``code`` names the catalogue entry ``check.<code>``."""

    def __init__(self, code: str, raw: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = {"value": short(raw), **values}


def text(raw: str) -> str:
    """A text of several lines, in one composed form and without invisible signs."""
    if len(raw) > LONGEST_TEXT:
        raise Unfit("text-too-long", raw, n=LONGEST_TEXT)
    return clean(raw.replace("\t", " "))


def line(raw: str) -> str:
    """A text on one line."""
    cleaned = text(raw)
    if "\n" in cleaned:
        raise Unfit("not-one-line", raw)
    if len(cleaned) > LONGEST_LINE:
        raise Unfit("text-too-long", raw, n=LONGEST_LINE)
    return cleaned


def slug(raw: str) -> str:
    """A short name for the program: lower-case letters a–z, digits and hyphens."""
    return _matching(SLUG, raw, "not-a-slug")


def exercise_id(raw: str) -> str:
    """A package's short name, a slash, an exercise's short name."""
    return _matching(EXERCISE_ID, raw, "not-an-exercise-id")


def colour(raw: str) -> str:
    """A colour as ``#rrggbb``."""
    return _matching(COLOUR, raw, "not-a-colour").lower()


def _matching(pattern: str, raw: str, code: str) -> str:
    if len(raw) > LONGEST_LINE or not re.fullmatch(pattern, raw):
        raise Unfit(code, raw)
    return raw


def some_minutes(raw: str) -> timedelta:
    """Minutes, more than none; ``4.5`` and ``4,5`` are four and a half."""
    length = minutes(raw)
    if not length:
        raise Unfit("no-minutes", raw)
    return length


OPEN = "open"
"""Stands for a length that the leader sets."""


def is_open(raw: str) -> bool:
    """Whether the length is left to the leader."""
    return raw == OPEN


def minutes_or_open(raw: str) -> timedelta | None:
    """Minutes, more than none; None where the leader sets them."""
    return None if is_open(raw) else some_minutes(raw)


def minutes(raw: str) -> timedelta:
    """Minutes, possibly none."""
    if re.fullmatch(r"[0-9]{1,4}:[0-9]{2}", raw):
        raise Unfit("minutes-as-clock", raw)
    if not re.fullmatch(MINUTES, raw):
        raise Unfit("not-minutes", raw)
    length = timedelta(minutes=float(raw.replace(",", ".")))
    if length > timedelta(minutes=LONGEST_DAY):
        raise Unfit("minutes-too-many", raw, most=LONGEST_DAY)
    return length


def whole(low: int, high: int) -> Callable[[str], int]:
    """Reads a whole number between these two, both included."""

    def read(raw: str) -> int:
        if not re.fullmatch(r"[-+]?[0-9]{1,6}", raw) or not low <= int(raw) <= high:
            raise Unfit("not-whole-number", raw, low=low, high=high)
        return int(raw)

    return read


def flag(raw: str) -> bool:
    """Yes or no, in English or Swedish."""
    if raw.lower() not in YES | NO:
        raise Unfit("not-yes-or-no", raw)
    return raw.lower() in YES


def one_of(kinds: type[E]) -> Callable[[str], E]:
    """Reads one of an enumeration's words."""

    def read(raw: str) -> E:
        words = [str(kind.value) for kind in kinds]
        if raw in words:
            return kinds(raw)
        near = nearest(raw.strip().lower(), words)
        if near:
            raise Unfit("misspelt-choice", raw, near=near[0], words=", ".join(words))
        raise Unfit("unknown-choice", raw, words=", ".join(words))

    return read


def size(raw: str) -> SizeRange:
    """How many in a group: ``4``, or from and to as ``2-3``."""
    if not re.fullmatch(SIZE, raw):
        raise Unfit("not-a-size", raw)
    low, high = (int(part) for part in (re.split(r"\s*[-–]\s*", raw) * 2)[:2])
    if low < 2:
        raise Unfit("group-of-one", raw)
    if high < low:
        raise Unfit("size-upside-down", raw, low=high, high=low)
    if high > LARGEST_GROUP:
        raise Unfit("group-too-large", raw, most=LARGEST_GROUP)
    return SizeRange(low, high)
