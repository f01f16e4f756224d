"""The room: who is here and how they sit."""

from dataclasses import dataclass

from sessionrunner.core.followup import Decision
from sessionrunner.core.groups import Division
from sessionrunner.core.history import StepMinutes
from sessionrunner.core.lesson import Before
from sessionrunner.core.wishes import Wishes


@dataclass(frozen=True, slots=True)
class Open:
    """Open the session: who is here, what the groups are drawn with, how few answers may be shown."""

    people: tuple[str, ...]
    seed: int
    threshold: int = 5
    variant: str = ""
    """Id of the variant of the exercise that is led; empty for the exercise as its file begins it."""
    met: tuple[tuple[str, ...], ...] = ()
    """People who have met on earlier occasions, each set of them once a meeting."""
    decisions: tuple[Decision, ...] = ()
    """Earlier decisions that are still open."""
    lengths: tuple[StepMinutes, ...] = ()
    """The group's own lengths for steps, learned from earlier sessions."""
    title: str = ""
    """What the session is called; empty for what the exercise is called."""
    before: tuple[Before, ...] = ()
    """What the group answered last to questions that are asked again."""


@dataclass(frozen=True, slots=True)
class SetPeople:
    """Somebody came or left."""

    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawGroups:
    """Draw the groups of this and later steps anew; groups that are locked stay."""

    seed: int


@dataclass(frozen=True, slots=True)
class SetWishes:
    """Say who is kept apart, who stays together and what is spread; draws the groups that nobody has been told."""

    wishes: Wishes


@dataclass(frozen=True, slots=True)
class MovePerson:
    """Put somebody in another group of a step."""

    step: str
    person: str
    group: str
    """Label of the group they go to."""


@dataclass(frozen=True, slots=True)
class SwapPeople:
    """Let two people of different groups change places in a step."""

    step: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class LockGroup:
    """Keep a group as it is whenever groups are drawn anew."""

    step: str
    group: str


@dataclass(frozen=True, slots=True)
class UnlockGroup:
    """Let a locked group be drawn anew with the others."""

    step: str
    group: str


@dataclass(frozen=True, slots=True)
class Planned:
    """How the room is divided in one step."""

    step: str
    division: Division


@dataclass(frozen=True, slots=True)
class TakePlan:
    """Divide the room like this in steps that have not begun: a better draw, or what was prepared beforehand."""

    plan: tuple[Planned, ...]
    arranged: bool = False
    """True when somebody has arranged it by hand, so that it is only repaired when people come and go."""


@dataclass(frozen=True, slots=True)
class ForgetMeetings:
    """Divide the room without regard to who has met on earlier occasions."""
