"""A new exercise from the parts it is to have: how long each becomes."""

from collections.abc import Sequence
from enum import Enum

OPENING, REFLECTION, CLOSING = 3, 4, 5
"""Minutes of what every exercise begins and ends with."""
FRAME = OPENING + REFLECTION + CLOSING
LONGEST = 480
"""Minutes of a day's work."""


class Part(Enum):
    """A way of working that an exercise can be put together from."""

    PLENARY = "plenary"
    FILM = "film"
    ALONE = "alone"
    PAIRS = "pairs"
    GROUPS = "groups"
    TABLES = "tables"
    BREAK = "break"


_LEAST = {Part.TABLES: 8, Part.GROUPS: 5, Part.BREAK: 5}
_WEIGHT = {Part.TABLES: 4, Part.GROUPS: 3, Part.ALONE: 1, Part.BREAK: 0}
_OTHERS_LEAST, _OTHERS_WEIGHT = 3, 2


def least_minutes(parts: Sequence[Part]) -> int:
    """The shortest exercise with these parts, opening and ending included."""
    return FRAME + sum(_least(part) for part in parts)


def shares(minutes: int, parts: Sequence[Part]) -> list[int]:
    """Whole minutes for each part, which with opening and ending make the exercise; ValueError when too short."""
    left = minutes - least_minutes(parts)
    if left < 0 or not parts:
        raise ValueError(minutes)
    weights = [_WEIGHT.get(part, _OTHERS_WEIGHT) for part in parts]
    if not any(weights):
        weights = [1] * len(parts)
    taken = [left * weight // sum(weights) for weight in weights]
    taken[weights.index(max(weights))] += left - sum(taken)
    return [_least(part) + more for part, more in zip(parts, taken, strict=True)]


def _least(part: Part) -> int:
    return _LEAST.get(part, _OTHERS_LEAST)
