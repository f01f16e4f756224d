"""Rules for the clock and the steps."""

from dataclasses import replace
from datetime import timedelta

from sessionrunner.core import commands, timeline
from sessionrunner.core.rules.moving import booked, seated
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.state import Instant, NotPossible, Session, Stage


def _next(command: commands.Next, session: Session, now: Instant) -> Session:
    if session.stage is Stage.LOBBY:
        return replace(session, stage=Stage.RUNNING, position=0, started=now, entered=now)
    require(session.next_step is not None, "last-step")
    return _enter(session, session.position + 1, now)


def _back(command: commands.Back, session: Session, now: Instant) -> Session:
    require(session.stage is Stage.RUNNING and session.position > 0, "first-step")
    return _enter(session, session.position - 1, now)


def _enter(session: Session, position: int, now: Instant) -> Session:
    left = booked(session, now)
    before = {step.id for step in session.exercise.steps[:position]}
    settled = {step: length for step, length in left.settled.items() if step in before}
    return seated(replace(left, position=position, settled=settled, entered=now, paused=None, pause_reason=None))


def _pause(command: commands.Pause, session: Session, now: Instant) -> Session:
    require(session.stage is Stage.RUNNING, "not-started")
    require(session.paused is None, "already-paused")
    return replace(session, paused=now, pause_reason=command.reason)


def _resume(command: commands.Resume, session: Session, now: Instant) -> Session:
    if session.paused is None:
        raise NotPossible("not-paused")
    entered = Instant(session.entered + (now - session.paused))
    return replace(session, entered=entered, paused=None, pause_reason=None)


_LONGEST = timedelta(hours=12)
"""More than this cannot be added to a step: nobody sits that long, and the clock on the wall must be able to say it."""


def _add_time(command: commands.AddTime, session: Session, now: Instant) -> Session:
    """Time can be taken down to now, never from what has already passed."""
    if session.step is None:
        raise NotPossible("not-started")
    left = max(timeline.remaining(session, now), timedelta())
    require(command.length > -left or bool(left), "no-time-left")
    added = session.added.get(session.step.id, timedelta()) + max(command.length, -left)
    require(added <= _LONGEST, "too-much-time")
    return replace(session, added={**session.added, session.step.id: added})


RULES: dict[type, Rule] = {
    commands.Next: _next,
    commands.Back: _back,
    commands.Pause: _pause,
    commands.Resume: _resume,
    commands.AddTime: _add_time,
}
