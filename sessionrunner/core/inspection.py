"""What a look at the laptop has found: well, doubtful, wrong, or for people to try."""

from dataclasses import dataclass
from enum import Enum

from sessionrunner.core.text import SessionRunnerError, Text


class Level(Enum):
    """How it is with one thing; each has a word and a sign of its own, not only a colour."""

    GOOD = "good"
    TRY = "try"
    """Only people can tell: a sound, a phone."""
    DOUBTFUL = "doubtful"
    """The hour can be led, but something may not work."""
    WRONG = "wrong"
    """Something will not work."""

    @property
    def sign(self) -> str:
        """The level at a glance, without colour."""
        return {"good": "✓", "try": "?", "doubtful": "!", "wrong": "✗"}[self.value]

    @property
    def word(self) -> Text:
        """The level in a word."""
        return Text(f"doctor.level.{self.value}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    check: str
    """What was looked at, such as ``network.address``."""
    level: Level
    message: Text
    remedy: Text | None = None
    """What to do; None when all is well."""


def of_trouble(check: str, trouble: SessionRunnerError, level: Level = Level.WRONG) -> Finding:
    """A known trouble as a finding."""
    return Finding(check, level, trouble.message, trouble.remedy)
