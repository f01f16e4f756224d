"""The clock and the steps."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum


class PauseReason(Enum):
    """Why the clock stands still."""

    QUESTION = "question"
    TECHNOLOGY = "technology"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Next:
    """Go to the next step and start it; from the lobby, start the first."""


@dataclass(frozen=True, slots=True)
class Back:
    """Return to the step before, with the time it had left."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock."""

    reason: PauseReason = PauseReason.QUESTION


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock go on."""


@dataclass(frozen=True, slots=True)
class AddTime:
    """Give the current step more time, or less when negative."""

    length: timedelta
