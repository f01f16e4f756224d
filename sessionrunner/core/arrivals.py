"""Somebody who comes or goes, written as ``+ Olle`` or ``- David`` and not as a whole new list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sessionrunner.core.meant import person
from sessionrunner.core.numbers import only_numbers

_SIGN = re.compile(r"(?:^|[\s,])([+\-−–])\s*(?=\S)")
_SAID = re.compile(r"([^,+]+?)\s+(?:(kom|kommer|came|comes)|(?:gick|går|left|leaves))\.?", re.IGNORECASE)
_NOT_IN_A_NAME = re.compile(r"[,;\t\n]")


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What a line changes, and who is here then."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    people: tuple[str, ...]


def read(people: Sequence[str], text: str) -> Arrivals | None:
    """What is written after nothing, or after the list as it was; None for a list or a number.

    NotPossible when nobody, or several, can be meant by who goes.
    """
    signed = None if only_numbers(people) or any(map(_NOT_IN_A_NAME.search, people)) else _signed(people, text.strip())
    if signed is None:
        return None
    came = tuple(name for sign, name in signed if sign == "+" and name not in people)
    went = tuple(person(people, name) for sign, name in signed if sign != "+")
    stay = tuple(name for name in people if name not in went)
    return Arrivals(came, went, (*stay, *came))


def _signed(people: Sequence[str], text: str) -> list[tuple[str, str]] | None:
    """Each name with its sign."""
    said = _SAID.fullmatch(text)
    if said:
        return [("+" if said[2] else "-", said[1].strip())]
    before, *parts = _SIGN.split(text)
    if not parts or _names(before) not in ([], _names(", ".join(people))):
        return None
    return [(sign, name) for sign, names in zip(parts[::2], parts[1::2], strict=True) for name in _names(names)]


def _names(text: str) -> list[str]:
    """Names with commas between, without what is superfluous."""
    return [" ".join(part.split()) for part in text.split(",") if part.strip()]
