"""What is true about the hour at one moment: the session, its events and its instants."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NewType

from sessionrunner.core import commands
from sessionrunner.core.ballot import Vote
from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.followup import Decision, Update
from sessionrunner.core.groups import Division
from sessionrunner.core.lesson import Before, Lesson, Note
from sessionrunner.core.sorting import NOTHING_SORTED, Sorting
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import NO_WISHES, Wishes

Instant = NewType("Instant", timedelta)
"""Time since the session was opened, on a clock that never jumps."""

START = Instant(timedelta())


class Stage(Enum):
    """Where in its life a session is."""

    LOBBY = "lobby"
    RUNNING = "running"
    CLOSED = "closed"


class NotPossible(SessionRunnerError):
    """The command makes no sense right now; nothing has changed."""

    def __init__(self, cause: str, **values: object) -> None:
        self.cause = f"not-possible.{cause}"
        super().__init__(**values)


@dataclass(frozen=True, slots=True)
class Event:
    """A command that was given, and when."""

    at: Instant
    wall: str
    """Wall-clock time as ISO 8601: tells a sleeping laptop or a corrected clock from a long silence."""
    command: commands.Command


@dataclass(frozen=True, slots=True)
class OnWall:
    """Opened answers that were put on the wall, and what the hour looked like then."""

    step: str
    """Id of the step that asked."""
    card: int | None
    """One card, counted from 0; None for all of them together."""
    position: int
    """Index of the step under way when they were put there."""
    lessons: tuple[Lesson, ...]
    """What the room had decided by then."""
    tables: bool = False
    """It is the tables of that step, and ``card`` is one of them."""


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that is true about the hour at one moment."""

    exercise: Exercise
    people: tuple[str, ...] = ()
    """Names or card numbers of those present; known to the leader's laptop only."""
    seed: int = 0
    """What the groups were drawn with, so that a draw can be repeated."""
    threshold: int = 5
    """k: fewest answers that may be shown."""
    stage: Stage = Stage.LOBBY
    position: int = 0
    """Index of the current step while running."""
    started: Instant = START
    """When the first step began."""
    entered: Instant = START
    """When the current step began, moved forward by every pause since."""
    visited: Instant = START
    """When the current step began, whatever pauses there have been."""
    came_from: str | None = None
    """Id of the step that was left for the current one; None in the first."""
    paused: Instant | None = None
    """When the pause in force began."""
    pause_reason: commands.PauseReason | None = None
    spent: Mapping[str, timedelta] = field(default_factory=dict)
    """Time used by each step before the current visit, by step id, pauses not counted."""
    added: Mapping[str, timedelta] = field(default_factory=dict)
    """What the leader has given each step beyond its plan, or taken from it."""
    stretched: Mapping[str, Mapping[int, timedelta]] = field(default_factory=dict)
    """How much longer single parts of a step with rounds or turns were made, by step id and number of the part."""
    rested: Mapping[commands.PauseReason, timedelta] = field(default_factory=dict)
    """How long the clock has stood still for each reason, the pause in force not counted."""
    ends: datetime | None = None
    """When the room must be done, as a clock on the wall shows it."""
    sound: bool = True
    """Whether the gong may sound."""
    left: Mapping[str, Instant] = field(default_factory=dict)
    """When each step was last left; a form stays open for a while after."""
    settled: Mapping[str, timedelta] = field(default_factory=dict)
    """What each step before the current one was planned to take when it was left, whoever comes or goes later."""
    groups: Mapping[str, Division] = field(default_factory=dict)
    """The room divided, by step id."""
    queues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Whose turns follow each other in the steps of turns that have begun, by step id."""
    wishes: Wishes = NO_WISHES
    """Who is kept apart, who stays together, what is spread."""
    met: tuple[tuple[str, ...], ...] = ()
    """People who have met on earlier occasions."""
    locked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Labels of the groups that stay when groups are drawn anew, by step id."""
    arranged: frozenset[str] = frozenset()
    """Steps whose groups somebody has arranged by hand: they are repaired, never drawn anew unasked."""
    on_wall: OnWall | None = None
    """The opened answers that were put on the wall last; None when none were, or they were taken away."""
    theme: tuple[str, int] | None = None
    """Id of the step and number of the theme that was put on the wall last; it stands while that step goes on."""
    openings: Mapping[str, tuple[Instant, ...]] = field(default_factory=dict)
    """When the leader opened each step's answers, by step id; later openings show what has come since."""
    sorting: Sorting = NOTHING_SORTED
    """Which texts stand under which headings, and which the room does not see."""
    votes: tuple[Vote, ...] = ()
    """Votes with dots; only the last one can be open."""
    notes: tuple[Note, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    approved: bool = False
    """The room has said yes to the summary as it stands."""
    before: tuple[Before, ...] = ()
    """What the group answered last to questions that are asked again."""
    decisions: tuple[Decision, ...] = ()
    """Earlier decisions that were open when the session began, the most urgent first."""
    updates: tuple[Update, ...] = ()
    """What the room has said about them today."""
    discussed: str = ""
    """Key of the decision that the leader has chosen to take up; empty: the first that has not been."""
    secrecy_agreed: bool = False
    """The room has agreed on what may leave it, where the exercise touches cases."""
    follow_up: date | None = None
    """The day the room has agreed to follow up on what it decides today."""

    @property
    def revealed(self) -> frozenset[str]:
        """Steps whose answers the leader has opened."""
        return frozenset(self.openings)

    @property
    def step(self) -> Step | None:
        """The current step; None in the lobby and after the end."""
        return self.exercise.steps[self.position] if self.stage is Stage.RUNNING else None

    @property
    def next_step(self) -> Step | None:
        """The step that would come next; None when there is none."""
        if self.stage is Stage.LOBBY:
            return self.exercise.steps[0]
        later = self.exercise.steps[self.position + 1 :]
        return later[0] if later and self.stage is Stage.RUNNING else None

    @property
    def reached(self) -> tuple[Step, ...]:
        """Steps the room has been in, the current one among them."""
        return tuple(step for step in self.exercise.steps if step is self.step or step.id in self.left)


def open_vote(session: Session) -> Vote | None:
    """The vote that takes ballots now."""
    latest = session.votes[-1] if session.votes and session.stage is Stage.RUNNING else None
    return None if latest is None or latest.closed else latest
