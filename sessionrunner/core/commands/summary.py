"""What the room said and agreed on."""

from dataclasses import dataclass

from sessionrunner.core.lesson import Lesson


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
