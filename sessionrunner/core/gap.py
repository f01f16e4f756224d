"""Where time went missing: two clocks, read twice, tell whether the laptop slept or the program stood still.

A clock that counts on may or may not count while a laptop sleeps; that differs between systems. So both ways are
looked at: a wall clock that went further than the other, and a long silence between two looks.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

ZERO = timedelta()
APART = timedelta(seconds=5)
"""How far the clocks may go apart between two looks: less is a clock being put right by the network."""
SILENCE = timedelta(seconds=30)
"""How long there may be between two looks: less is a laptop with much to do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Both clocks at one look."""

    elapsed: timedelta
    wall: datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """Time that passed unseen."""

    length: timedelta
    counted: timedelta
    """How much of it the session's clock has counted; none or all."""
    step: str | None
    """The step under way; None in the lobby and in a pause, when there is nothing to ask."""

    @property
    def settable(self) -> bool:
        """Whether it may just as well be the laptop's clock that was set."""
        return not self.counted


def between(before: Reading, after: Reading, step: str | None, silence: timedelta | None) -> Gap | None:
    """The gap between two looks; None when time went as it should, or the wall clock was only set back.

    Without a ``silence`` nobody promises to look often, and only the clocks are compared.
    """
    ran, shown = after.elapsed - before.elapsed, after.wall - before.wall
    if shown - ran > APART:
        # The moment between the looks was counted, whatever the rest was.
        return Gap(shown - ran, ZERO, step)
    return Gap(ran, ran, step) if silence is not None and ran > silence else None


def together(one: Gap | None, other: Gap) -> Gap:
    """Two gaps that nobody has been asked about yet, as one."""
    if one is None or one.step != other.step or bool(one.counted) != bool(other.counted):
        return other
    return Gap(one.length + other.length, one.counted + other.counted, other.step)
