"""The room: who is here and how they sit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Open:
    """Open the session: who is here, what the groups are drawn with, how few answers may be shown."""

    people: tuple[str, ...]
    seed: int
    threshold: int = 5
    variant: str = ""
    """Id of the variant of the exercise that is led; empty for the exercise as its file begins it."""


@dataclass(frozen=True, slots=True)
class SetPeople:
    """Somebody came or left."""

    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawGroups:
    """Draw the groups of this and later steps anew."""

    seed: int
