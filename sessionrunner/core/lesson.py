"""What the room agreed on, what the leader noted, what was answered."""

from dataclasses import dataclass, field
from datetime import date

from sessionrunner.core.exercise import LessonKind, Question


@dataclass(frozen=True, slots=True)
class Lesson:
    """One result: what, of which kind, who answers for it and until when."""

    id: str
    kind: LessonKind
    text: str
    owner: str = ""
    """A role before a name: ``arbetsledare``, not ``Eva``."""
    due: date | None = None
    level: str = ""
    """Whom it is for when it is not for the group itself: ``enhetschef``, ``nämnden``."""
    important: bool = False
    """The one that the room found most important; at most one is."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A lesson that is being typed, as it stands in the fields; nothing in it has been checked."""

    kind: LessonKind = LessonKind.CONCLUSION
    text: str = ""
    owner: str = ""
    due: str = ""
    level: str = ""
    replaces: str | None = None
    """Id of the lesson that is being changed; None for a new one."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing that could be lost."""
        return not any(part.strip() for part in (self.text, self.owner, self.due, self.level))


EMPTY_SKETCH = Sketch()


@dataclass(frozen=True, slots=True)
class Note:
    """A line the leader jotted down during a step."""

    step: str
    """Title of the step."""
    text: str
    table: str = ""
    """Name of the table it is about."""
    group: str = ""
    """Label of the group it is about; neither: the whole room."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the group answered to the same question an earlier time, as far as it was told then."""

    step: str
    """Id of the step that asked."""
    question: str
    date: date
    answers: tuple[str, ...]
    """A value or a band of the scale (``0–3``) for each who answered, in the order of the scale."""
    middle: float | None = None
    """The middle of them, where there are bands; None when it is to be taken from the values."""


@dataclass(frozen=True, slots=True)
class Collected:
    """The anonymous answers to one question, mixed."""

    question: Question
    answers: tuple[str, ...]
    step: str = field(default="", compare=False)
    """Id of the step that asked; the same question may be asked twice in an hour."""
    least: int = field(default=3, compare=False)
    """The fewest people that a number told of these answers may stand for: k, or 1 where groups answered."""
    left_out: int = field(default=0, compare=False)
    """How many texts the leader keeps from the room; a count, never which."""
    before: Before | None = field(default=None, compare=False)
    """What the group answered last, where the same is asked again and enough had answered then."""
    unsaved: int = field(default=0, compare=False)
    """How many texts the room saw and that are not saved, because the exercise touches on cases."""
