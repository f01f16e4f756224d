"""What a leader can do: every key press becomes one of these."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sessionrunner.core.lesson import Lesson


class PauseReason(Enum):
    """Why the clock stands still."""

    QUESTION = "question"
    TECHNOLOGY = "technology"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Open:
    """Open the session: who is here, what the groups are drawn with, how few answers may be shown."""

    people: tuple[str, ...]
    seed: int
    threshold: int = 5


@dataclass(frozen=True, slots=True)
class SetPeople:
    """Somebody came or left."""

    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawGroups:
    """Draw the groups of this and later steps anew."""

    seed: int


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


@dataclass(frozen=True, slots=True)
class Reveal:
    """Close a step's form and open its answers, if enough people have answered."""

    step: str


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Jot a line down, tagged with the current step."""

    text: str


@dataclass(frozen=True, slots=True)
class PutLesson:
    """Add a lesson, or replace the one with the same id."""

    lesson: Lesson


@dataclass(frozen=True, slots=True)
class DropLesson:
    """Take a lesson away."""

    id: str


@dataclass(frozen=True, slots=True)
class Approve:
    """The room says yes to the summary as it stands."""


@dataclass(frozen=True, slots=True)
class Close:
    """End the session."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the latest command back, as if it had never been given."""


Command = (
    Open
    | SetPeople
    | DrawGroups
    | Next
    | Back
    | Pause
    | Resume
    | AddTime
    | Reveal
    | TakeNote
    | PutLesson
    | DropLesson
    | Approve
    | Close
    | Undo
)
