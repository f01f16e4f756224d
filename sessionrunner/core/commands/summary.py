"""What the room said and agreed on."""

from dataclasses import dataclass

from sessionrunner.core.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Reveal:
    """Open a step's answers, if enough people have answered; once more: those that have come since, if k or more."""

    step: str
    on_wall: bool = True
    """False: the leader reads them first, and then shows what the room is to see."""


@dataclass(frozen=True, slots=True)
class Show:
    """Put a step's opened answers on the wall: all of them, or one card at a time."""

    step: str
    card: int | None = None
    """Which card, counted from 0; None for all of them together."""


@dataclass(frozen=True, slots=True)
class ShowTables:
    """Put the tables that the room has been at last on the wall, with what was said at each."""

    table: int | None = None
    """Which table, counted from 0; None for all of them side by side."""


@dataclass(frozen=True, slots=True)
class Hide:
    """Take the answers off the wall; they stay open on the leader's screen."""


@dataclass(frozen=True, slots=True)
class TakeTheme:
    """Put one of the step's themes on the wall with its questions, or the task again."""

    number: int | None
    """Counted from 0; None for the task."""


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Jot a line down, tagged with the current step, and if wanted with a table or a group."""

    text: str
    table: str = ""
    """Name of the table it is about."""
    group: str = ""
    """Label of the group it is about."""


@dataclass(frozen=True, slots=True)
class PutLesson:
    """Add a lesson, or replace the one with the same id."""

    lesson: Lesson
    insist: bool = False
    """True: the owner may be one of the participants."""


@dataclass(frozen=True, slots=True)
class DropLesson:
    """Take a lesson away."""

    id: str


@dataclass(frozen=True, slots=True)
class Approve:
    """The room says yes to the summary as it stands."""
