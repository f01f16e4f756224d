"""A session is a fold over its events: ``apply`` takes one command at one instant and gives the next session."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import Enum
from functools import singledispatch
from typing import NewType

from sessionrunner.core import commands
from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.groups import Division
from sessionrunner.core.lesson import Lesson, Note
from sessionrunner.core.plan import divisions
from sessionrunner.core.text import SessionRunnerError

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
    paused: Instant | None = None
    """When the pause in force began."""
    pause_reason: commands.PauseReason | None = None
    spent: Mapping[str, timedelta] = field(default_factory=dict)
    """Time used by each step before the current visit, by step id, pauses not counted."""
    added: Mapping[str, timedelta] = field(default_factory=dict)
    """Minutes the leader has given each step beyond its plan."""
    left: Mapping[str, Instant] = field(default_factory=dict)
    """When each step was last left; a form stays open for a while after."""
    groups: Mapping[str, Division] = field(default_factory=dict)
    """The room divided, by step id."""
    revealed: frozenset[str] = frozenset()
    """Steps whose answers the leader has opened."""
    notes: tuple[Note, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    approved: bool = False
    """The room has said yes to the summary as it stands."""

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


def replay(exercise: Exercise, events: Iterable[Event]) -> Session:
    """The session these events lead to; the same events always give the same session."""
    session = Session(exercise)
    for event in effective(events):
        session = apply(session, event.command, event.at)
    return session


def effective(events: Iterable[Event]) -> list[Event]:
    """The events that still count: every Undo takes itself and the latest undoable one away."""
    kept: list[Event] = []
    for event in events:
        if isinstance(event.command, commands.Undo):
            _take_back(kept)
        else:
            kept.append(event)
    return kept


def undoable(events: Iterable[Event]) -> Event | None:
    """The event that Undo would take back now; None when there is nothing to undo."""
    return next((event for event in reversed(effective(events)) if _can_undo(event)), None)


def _take_back(kept: list[Event]) -> None:
    for at in range(len(kept) - 1, -1, -1):
        if _can_undo(kept[at]):
            del kept[at]
            return


def _can_undo(event: Event) -> bool:
    return not isinstance(event.command, commands.Open | commands.Close)


@singledispatch
def _apply(command: commands.Command, session: Session, now: Instant) -> Session:
    raise TypeError(f"no rule for {command!r}")


def apply(session: Session, command: commands.Command, now: Instant) -> Session:
    """The session after this command at this instant; NotPossible when the command makes no sense there."""
    if session.stage is Stage.CLOSED:
        raise NotPossible("closed")
    return _apply(command, session, now)


@_apply.register
def _open(command: commands.Open, session: Session, now: Instant) -> Session:
    opened = replace(session, people=command.people, seed=command.seed, threshold=command.threshold)
    return _divided(opened)


@_apply.register
def _set_people(command: commands.SetPeople, session: Session, now: Instant) -> Session:
    return _divided(replace(session, people=command.people))


@_apply.register
def _draw_groups(command: commands.DrawGroups, session: Session, now: Instant) -> Session:
    return _divided(replace(session, seed=command.seed))


def _divided(session: Session) -> Session:
    """Divide the room for the steps to come; steps already led keep the groups they had."""
    done = session.position if session.stage is Stage.RUNNING else 0
    kept = {step.id: session.groups[step.id] for step in session.exercise.steps[:done] if step.id in session.groups}
    return replace(session, groups=divisions(session.exercise, session.people, session.seed, kept))


@_apply.register
def _next(command: commands.Next, session: Session, now: Instant) -> Session:
    if session.stage is Stage.LOBBY:
        return replace(session, stage=Stage.RUNNING, position=0, started=now, entered=now)
    if session.next_step is None:
        raise NotPossible("last-step")
    return _enter(session, session.position + 1, now)


@_apply.register
def _back(command: commands.Back, session: Session, now: Instant) -> Session:
    if session.stage is Stage.LOBBY or session.position == 0:
        raise NotPossible("first-step")
    return _enter(session, session.position - 1, now)


def _enter(session: Session, position: int, now: Instant) -> Session:
    left = _left(session, now)
    return replace(left, position=position, entered=now, paused=None, pause_reason=None)


def _left(session: Session, now: Instant) -> Session:
    """Book the current step's time and note when it was left."""
    step_id = session.exercise.steps[session.position].id
    visit = (session.paused or now) - session.entered
    spent = {**session.spent, step_id: session.spent.get(step_id, timedelta()) + visit}
    return replace(session, spent=spent, left={**session.left, step_id: now})


@_apply.register
def _pause(command: commands.Pause, session: Session, now: Instant) -> Session:
    _require(session.stage is Stage.RUNNING, "not-started")
    _require(session.paused is None, "already-paused")
    return replace(session, paused=now, pause_reason=command.reason)


@_apply.register
def _resume(command: commands.Resume, session: Session, now: Instant) -> Session:
    if session.paused is None:
        raise NotPossible("not-paused")
    entered = Instant(session.entered + (now - session.paused))
    return replace(session, entered=entered, paused=None, pause_reason=None)


@_apply.register
def _add_time(command: commands.AddTime, session: Session, now: Instant) -> Session:
    if session.step is None:
        raise NotPossible("not-started")
    step_id = session.step.id
    added = session.added.get(step_id, timedelta()) + command.length
    return replace(session, added={**session.added, step_id: added})


@_apply.register
def _reveal(command: commands.Reveal, session: Session, now: Instant) -> Session:
    asked = {step.id for step in session.exercise.steps if step.collect}
    _require(command.step in asked, "collects-nothing")
    return replace(session, revealed=session.revealed | {command.step})


@_apply.register
def _take_note(command: commands.TakeNote, session: Session, now: Instant) -> Session:
    title = session.step.title if session.step else ""
    return replace(session, notes=(*session.notes, Note(title, command.text)))


@_apply.register
def _put_lesson(command: commands.PutLesson, session: Session, now: Instant) -> Session:
    return _changed(session, _with(session.lessons, command.lesson))


@_apply.register
def _drop_lesson(command: commands.DropLesson, session: Session, now: Instant) -> Session:
    kept = tuple(lesson for lesson in session.lessons if lesson.id != command.id)
    _require(len(kept) < len(session.lessons), "no-such-lesson")
    return _changed(session, kept)


def _with(lessons: tuple[Lesson, ...], new: Lesson) -> tuple[Lesson, ...]:
    if any(lesson.id == new.id for lesson in lessons):
        return tuple(new if lesson.id == new.id else lesson for lesson in lessons)
    return (*lessons, new)


def _changed(session: Session, lessons: tuple[Lesson, ...]) -> Session:
    """A summary that changes is no longer the one the room approved."""
    return replace(session, lessons=lessons, approved=False)


@_apply.register
def _approve(command: commands.Approve, session: Session, now: Instant) -> Session:
    _require(session.stage is Stage.RUNNING, "not-started")
    return replace(session, approved=True)


@_apply.register
def _close(command: commands.Close, session: Session, now: Instant) -> Session:
    ended = _left(session, now) if session.stage is Stage.RUNNING else session
    return replace(ended, stage=Stage.CLOSED, paused=None, pause_reason=None)


def _require(condition: bool, cause: str) -> None:
    if not condition:
        raise NotPossible(cause)
