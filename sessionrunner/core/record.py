"""The record of an hour: everything about a session that leaves the laptop."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sessionrunner.core import timeline
from sessionrunner.core.ballot import About, Result
from sessionrunner.core.commands import PauseReason
from sessionrunner.core.discussion import answered
from sessionrunner.core.exercise import Exercise, QuestionKind
from sessionrunner.core.followup import Answered
from sessionrunner.core.lesson import Collected, Lesson, Note
from sessionrunner.core.state import Instant, Session, Stage
from sessionrunner.core.synthesis import EMPTY_BOARD, Board


@dataclass(frozen=True, slots=True)
class Identity:
    """What a session is known by outside itself."""

    session: str
    """Random id, eight hexadecimal digits."""
    date: date
    language: str


@dataclass(frozen=True, slots=True)
class StepTime:
    """How long a step was meant to take and took."""

    id: str
    title: str
    planned: timedelta
    actual: timedelta
    agreed: timedelta | None = None
    """What it was to take after minutes had been added or taken; None when nothing was changed."""

    @property
    def overtime(self) -> timedelta:
        """How much longer it took than was agreed; zero when it did not."""
        return max(self.actual - (self.planned if self.agreed is None else self.agreed), timedelta())


@dataclass(frozen=True, slots=True)
class Record:
    """Everything about a session that leaves the laptop; no names of participants, no times of answers."""

    identity: Identity
    exercise: Exercise
    participants: int
    """A count; never who."""
    actual: timedelta
    steps: tuple[StepTime, ...]
    lessons: tuple[Lesson, ...]
    notes: tuple[Note, ...]
    """None when the exercise touches cases: what was on the board may be about people."""
    approved: bool
    finished: bool
    """False while the session goes on; the record is saved after every step."""
    received: Mapping[str, int]
    """Answers received, by step id: a count that may be told even when the answers may not be shown."""
    collected: tuple[Collected, ...]
    """Only what k people or more have answered and the leader has had the program open."""
    threshold: int
    """The k that was in force."""
    answered: tuple[Answered, ...] = ()
    """What the room said about earlier decisions."""
    pauses: Mapping[PauseReason, timedelta] = field(default_factory=dict)
    """How long the clock stood still, by reason; not part of the steps' times."""
    board: Board = EMPTY_BOARD
    """The opened texts as the room and its leader sorted them; none that was left out."""
    votes: tuple[Result, ...] = ()
    """Votes with dots, counted."""
    follow_up: date | None = None
    """The day the room agreed to follow up on its decisions."""


def record(
    session: Session,
    now: Instant,
    identity: Identity,
    received: Mapping[str, int],
    collected: tuple[Collected, ...],
) -> Record:
    """The session as it may be told outside the room at this instant."""
    rows, cases = timeline.agenda(session, now), session.exercise.touches_cases
    times = tuple(StepTime(row.step.id, row.step.title, row.planned, row.actual, _agreed(row)) for row in rows)
    return Record(
        identity=identity,
        exercise=session.exercise,
        participants=len(session.people),
        actual=sum((time.actual for time in times), timedelta()),
        steps=times,
        lessons=session.lessons,
        notes=() if cases else session.notes,
        approved=session.approved,
        finished=session.stage is Stage.CLOSED,
        received=received,
        collected=tuple(map(_without_texts, collected)) if cases else collected,
        threshold=session.threshold,
        answered=answered(session),
        pauses=timeline.rested(session, now),
        follow_up=session.follow_up,
    )


def with_sorting(told: Record, board: Board, votes: tuple[Result, ...]) -> Record:
    """The record with what the room made of its texts; where they touch on cases, only what it voted on of decisions.

    A heading is the leader's word for what people wrote, and may say as much as they did.
    """
    if not told.exercise.touches_cases:
        return replace(told, board=board.told, votes=votes)
    return replace(told, votes=tuple(vote for vote in votes if vote.about is About.LESSONS))


def _without_texts(collected: Collected) -> Collected:
    if collected.question.kind is not QuestionKind.TEXT:
        return collected
    return replace(collected, answers=(), unsaved=len(collected.answers))


def _agreed(row: timeline.AgendaRow) -> timedelta | None:
    return None if row.allotted == row.planned else row.allotted
