"""The end, and what takes a command back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Close:
    """End the session."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the latest command back, as if it had never been given."""
