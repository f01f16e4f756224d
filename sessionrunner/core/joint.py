"""What several rooms of one day have come to, each told as one sheet: headings with numbers, and decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

_MOST_LINES = 60
_MOST_LETTERS = 400


@dataclass(frozen=True, slots=True)
class Sheet:
    """One room's; nothing that somebody wrote is on it."""

    room: str
    """What the leaders call the room."""
    headings: tuple[tuple[str, int], ...] = ()
    """Each heading with how many texts lie under it."""
    decisions: tuple[str, ...] = ()


def sheet_of(told: Mapping[str, object]) -> Sheet | None:
    """The sheet that another laptop has told of; None when it is none."""
    room, headings, decisions = told.get("room"), _listed(told.get("headings")), _listed(told.get("decisions"))
    if not isinstance(room, str) or headings is None or decisions is None:
        return None
    pairs = tuple((_cut(one[0]), one[1]) for one in headings if _is_heading(one))
    return Sheet(_cut(room), pairs, tuple(_cut(one) for one in decisions if isinstance(one, str)))


def _listed(told: object) -> Sequence[object] | None:
    return told[:_MOST_LINES] if isinstance(told, list) else None


def _is_heading(told: object) -> TypeGuard[tuple[str, int]]:
    if not isinstance(told, list) or len(told) != 2:
        return False
    return isinstance(told[0], str) and isinstance(told[1], int)


def _cut(text: str) -> str:
    """On one line, and without anything that a terminal would obey."""
    return " ".join("".join(one if one.isprintable() else " " for one in text[:_MOST_LETTERS]).split())
