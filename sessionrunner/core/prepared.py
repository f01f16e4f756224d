"""What has been prepared for the next time an exercise is held."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Prepared:
    """The day, and what has been ticked off."""

    held: date | None = None
    """The day of the exercise; None until the leader has said."""
    done: frozenset[str] = frozenset()
    """What the tasks that are done are remembered by."""


NOTHING_PREPARED = Prepared()
