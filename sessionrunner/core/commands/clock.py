"""The clock and the steps."""

from dataclasses import dataclass
from datetime import datetime, timedelta
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
    """Stop the clock; while it stands, say that it stands for another reason."""

    reason: PauseReason = PauseReason.QUESTION


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock go on."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one later step gives; a negative length is what it is given."""

    step: str
    length: timedelta


@dataclass(frozen=True, slots=True)
class AddTime:
    """Give the current step more time, or less when negative, and say which later steps give or are given it.

    What is not taken from a step moves the end.
    """

    length: timedelta
    taken: tuple[Taken, ...] = ()


@dataclass(frozen=True, slots=True)
class NextLap:
    """End this turn, round or walk now; what was left of it makes the step shorter."""


@dataclass(frozen=True, slots=True)
class PassOver:
    """Whoever has the word is not here or does not want it now: the next one speaks, and they come last."""


@dataclass(frozen=True, slots=True)
class Began:
    """Correct a start that was pressed too late or too early: when the current step really began."""

    at: timedelta
    """Since the session was opened, on the session's clock; negative when the room began before that."""


@dataclass(frozen=True, slots=True)
class SetEnd:
    """Say by when the room must be done; None: it no longer must."""

    at: datetime | None


class Passed(Enum):
    """What really happened while the clocks went apart."""

    COUNTED = "counted"
    """The room worked on: the time counts."""
    STOOD = "stood"
    """The room waited: the step gets its time back."""
    CLOCK = "clock"
    """Nothing: only the laptop's clock was set."""


@dataclass(frozen=True, slots=True)
class SettleGap:
    """The leader's answer to what became of the time while the laptop slept or the program stood still."""

    length: timedelta
    counted: timedelta
    """How much of it the session's clock has counted already."""
    passed: Passed
    step: str | None = None
    """The step under way when it happened; None when the clock was paused or no step was."""


@dataclass(frozen=True, slots=True)
class SetSound:
    """Let the gong sound, or not."""

    on: bool
