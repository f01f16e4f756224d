"""What became of earlier decisions."""

from dataclasses import dataclass
from datetime import date

from sessionrunner.core.followup import Status


@dataclass(frozen=True, slots=True)
class FollowFirst:
    """Begin the hour with the earlier decisions, in a step of its own; 0 minutes takes that step away again."""

    minutes: int
    title: str = ""
    task: str = ""
    """What the room reads."""
    say: str = ""
    do: str = ""
    if_quiet: str = ""


@dataclass(frozen=True, slots=True)
class Discuss:
    """Take up this decision now."""

    key: str


@dataclass(frozen=True, slots=True)
class UpdateLesson:
    """Say what has become of an earlier decision; why, when it is dropped."""

    key: str
    """``<session>/<id>``."""
    status: Status
    note: str = ""


@dataclass(frozen=True, slots=True)
class SetFollowUp:
    """Agree on the day when the group follows up what it has decided today; None takes the day away."""

    day: date | None
