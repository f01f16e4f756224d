"""A session is a fold over its events: ``apply`` takes one command at one instant and gives the next session."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import singledispatch

from sessionrunner.core import commands, timeline
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.lesson import Lesson, Note
from sessionrunner.core.plan import divisions, fitted
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.reflections import clean
from sessionrunner.core.rotation import on_route
from sessionrunner.core.state import START, Event, Instant, NotPossible, Session, Stage

__all__ = [
    "START",
    "Event",
    "Instant",
    "NotPossible",
    "Session",
    "Stage",
    "apply",
    "effective",
    "replay",
    "undo",
    "undoable",
]


def replay(exercise: Exercise, events: Iterable[Event]) -> Session:
    """The session these events lead to; the same events always give the same session.

    An event that makes no sense where it stands, because one before it was lost, is passed over.
    """
    session = Session(exercise)
    for event in effective(events):
        with suppress(NotPossible):
            session = apply(session, event.command, event.at)
    return session


def effective(events: Iterable[Event]) -> list[Event]:
    """The events that still count: every Undo takes itself and the one before it away, if that may be undone."""
    kept: list[Event] = []
    for event in events:
        if not isinstance(event.command, commands.Undo):
            kept.append(event)
        elif kept and _can_undo(kept[-1]):
            kept.pop()
    return kept


def undoable(events: Iterable[Event]) -> Event | None:
    """The event that Undo would take back now; None when there is nothing to undo."""
    latest = effective(events)[-1:]
    return latest[0] if latest and _can_undo(latest[0]) else None


def undo(session: Session, events: Iterable[Event]) -> Session:
    """The session as if the latest of its events had never been; NotPossible when that one stands for ever."""
    kept = effective(events)
    _require(session.stage is not Stage.CLOSED, "closed")
    _require(bool(kept) and not isinstance(kept[-1].command, commands.Open), "nothing-to-undo")
    _require(_can_undo(kept[-1]), "answers-are-open")
    return replay(session.exercise, kept[:-1])


def _can_undo(event: Event) -> bool:
    """Reveal stands for ever: a form that reopened after its answers were seen would give the next answer away."""
    return not isinstance(event.command, commands.Open | commands.Reveal | commands.Close)


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
    _require(session.stage is Stage.LOBBY, "already-started")
    threshold = max(command.threshold, FLOOR)
    return _divided(replace(session, people=command.people, seed=command.seed, threshold=threshold), keep=0)


@_apply.register
def _set_people(command: commands.SetPeople, session: Session, now: Instant) -> Session:
    running = session.stage is Stage.RUNNING
    changed = _fitted(replace(session, people=command.people))
    return _divided(changed, keep=session.position + 1 if running else 0)


@_apply.register
def _draw_groups(command: commands.DrawGroups, session: Session, now: Instant) -> Session:
    return _divided(replace(session, seed=command.seed), keep=session.position)


def _divided(session: Session, keep: int) -> Session:
    """Divide the room anew, but for the first ``keep`` steps: what has been done has been done."""
    steps = session.exercise.steps[:keep]
    kept = {step.id: session.groups[step.id] for step in steps if step.id in session.groups}
    return replace(session, groups=divisions(session.exercise, session.people, session.seed, kept))


def _fitted(session: Session) -> Session:
    """Seat those who came and let those who left go, with the smallest change to the groups that sit there now."""
    step = session.step
    if step is None or step.id not in session.groups:
        return session
    seated = fitted(session.groups, step, session.people)
    if step.tables:
        seated = on_route(session.groups[step.id], seated)
    return replace(session, groups={**session.groups, step.id: seated})


@_apply.register
def _next(command: commands.Next, session: Session, now: Instant) -> Session:
    if session.stage is Stage.LOBBY:
        return replace(session, stage=Stage.RUNNING, position=0, started=now, entered=now)
    _require(session.next_step is not None, "last-step")
    return _enter(session, session.position + 1, now)


@_apply.register
def _back(command: commands.Back, session: Session, now: Instant) -> Session:
    _require(session.stage is Stage.RUNNING and session.position > 0, "first-step")
    return _enter(session, session.position - 1, now)


def _enter(session: Session, position: int, now: Instant) -> Session:
    left = _left(session, now)
    before = {step.id for step in session.exercise.steps[:position]}
    settled = {step: length for step, length in left.settled.items() if step in before}
    return _fitted(replace(left, position=position, settled=settled, entered=now, paused=None, pause_reason=None))


def _left(session: Session, now: Instant) -> Session:
    """Book the current step's time, what it was planned to take, and when it was left."""
    step = session.exercise.steps[session.position]
    return replace(
        session,
        spent={**session.spent, step.id: timeline.used(session, step, now)},
        settled={**session.settled, step.id: timeline.planned(session, step)},
        left={**session.left, step.id: now},
    )


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


_LONGEST = timedelta(hours=12)
"""More than this cannot be added to a step: nobody sits that long, and the clock on the wall must be able to say it."""


@_apply.register
def _add_time(command: commands.AddTime, session: Session, now: Instant) -> Session:
    """Time can be taken down to now, never from what has already passed."""
    if session.step is None:
        raise NotPossible("not-started")
    left = max(timeline.remaining(session, now), timedelta())
    _require(command.length > -left or bool(left), "no-time-left")
    added = session.added.get(session.step.id, timedelta()) + max(command.length, -left)
    _require(added <= _LONGEST, "too-much-time")
    return replace(session, added={**session.added, session.step.id: added})


@_apply.register
def _reveal(command: commands.Reveal, session: Session, now: Instant) -> Session:
    step = next((step for step in session.exercise.steps if step.id == command.step), None)
    _require(step is not None and bool(step.collect), "collects-nothing")
    _require(step in session.reached, "step-not-reached")
    return replace(session, revealed=session.revealed | {command.step})


@_apply.register
def _take_note(command: commands.TakeNote, session: Session, now: Instant) -> Session:
    text = clean(command.text)
    _require(bool(text), "nothing-written")
    title = session.step.title if session.step else ""
    return replace(session, notes=(*session.notes, Note(title, text)))


@_apply.register
def _put_lesson(command: commands.PutLesson, session: Session, now: Instant) -> Session:
    lesson = replace(command.lesson, text=clean(command.lesson.text), owner=clean(command.lesson.owner))
    _require(bool(lesson.text), "nothing-written")
    return _changed(session, _with(session.lessons, lesson))


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
