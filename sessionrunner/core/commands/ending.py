"""What comes before everything and after it: the agreement on secrecy, the end, and what takes a command back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgreeOnSecrecy:
    """The leader has told what may leave the room, and the room has agreed."""


@dataclass(frozen=True, slots=True)
class Close:
    """End the session."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the latest command back, as if it had never been given."""
