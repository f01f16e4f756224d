"""Rules for the clock and the steps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from sessionrunner.core import commands, timeline
from sessionrunner.core.rules.moving import booked, seated
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.rules.speaking import queued
from sessionrunner.core.state import Instant, NotPossible, Session, Stage


def _next(command: commands.Next, session: Session, now: Instant) -> Session:
    if session.stage is Stage.LOBBY:
        return _first(session, now)
    require(session.next_step is not None, "last-step")
    return _enter(session, session.position + 1, now)


def _first(session: Session, at: Instant) -> Session:
    running = replace(session, stage=Stage.RUNNING, position=0, started=at, entered=at, visited=at)
    return queued(running, at)


def _back(command: commands.Back, session: Session, now: Instant) -> Session:
    require(session.stage is Stage.RUNNING and session.position > 0, "first-step")
    return _enter(session, session.position - 1, now)


def _enter(session: Session, position: int, now: Instant) -> Session:
    left = booked(session, now)
    before = {step.id for step in session.exercise.steps[:position]}
    settled = {step: length for step, length in left.settled.items() if step in before}
    came_from = session.exercise.steps[session.position].id
    moved = replace(left, position=position, settled=settled, came_from=came_from, entered=now, visited=now)
    return queued(seated(replace(moved, paused=None, pause_reason=None)), now)


def _pause(command: commands.Pause, session: Session, now: Instant) -> Session:
    require(session.stage is Stage.RUNNING, "not-started")
    require(session.paused is None or session.pause_reason is not command.reason, "already-paused")
    return replace(session, paused=now if session.paused is None else session.paused, pause_reason=command.reason)


def _resume(command: commands.Resume, session: Session, now: Instant) -> Session:
    if session.paused is None:
        raise NotPossible("not-paused")
    entered = Instant(session.entered + (now - session.paused))
    return replace(session, entered=entered, rested=timeline.rested(session, now), paused=None, pause_reason=None)


def _began(command: commands.Began, session: Session, now: Instant) -> Session:
    """The step before gets what this one did not have, or the other way round; the first step moves the whole hour."""
    at = Instant(command.at)
    require(at <= now, "not-yet")
    if session.stage is Stage.LOBBY:
        return _first(session, at)
    earlier = session.visited - at
    moved = replace(session, visited=at, entered=Instant(session.entered - earlier))
    require(moved.entered <= (now if session.paused is None else session.paused), "not-yet")
    if session.came_from is None:
        return replace(moved, started=at)
    before = session.spent[session.came_from] - earlier
    require(before >= timedelta(), "began-before-the-last")
    return replace(
        moved, spent={**session.spent, session.came_from: before}, left={**session.left, session.came_from: at}
    )


def _set_end(command: commands.SetEnd, session: Session, now: Instant) -> Session:
    return replace(session, ends=command.at)


def _set_sound(command: commands.SetSound, session: Session, now: Instant) -> Session:
    return replace(session, sound=command.on)


def _settle_gap(command: commands.SettleGap, session: Session, now: Instant) -> Session:
    """First as if the session's clock had counted all of it, then back with what the room only waited."""
    if command.passed is commands.Passed.CLOCK:
        return session
    lost = command.length - command.counted
    counted = _as_if_counted(session, command.step, lost)
    if command.step is None or command.passed is commands.Passed.COUNTED:
        return counted
    spent = counted.spent.get(command.step, timedelta()) - command.length
    waited = replace(counted, spent={**counted.spent, command.step: spent})
    reason = commands.PauseReason.TECHNOLOGY
    rests = session.rested.get(reason, timedelta()) + command.length
    return replace(waited, rested={**session.rested, reason: rests})


def _as_if_counted(session: Session, step: str | None, lost: timedelta) -> Session:
    """A step that has been left since is booked what it had; what runs now began that much earlier."""
    moved = replace(session, started=Instant(session.started - lost))
    if step is not None and (session.step is None or step != session.step.id):
        return replace(moved, spent={**session.spent, step: session.spent.get(step, timedelta()) + lost})
    paused = None if session.paused is None else Instant(session.paused - lost)
    return replace(
        moved, visited=Instant(session.visited - lost), entered=Instant(session.entered - lost), paused=paused
    )


_LONGEST = timedelta(hours=12)
"""More than this cannot be added to a step: nobody sits that long, and the clock on the wall must be able to say it."""


def _add_time(command: commands.AddTime, session: Session, now: Instant) -> Session:
    """Time can be taken down to now, never from what has already passed."""
    if session.step is None:
        raise NotPossible("not-started")
    left = max(timeline.remaining(session, now), timedelta())
    require(command.length > -left or bool(left) or not command.length, "no-time-left")
    require(command.length >= -left or not command.taken, "no-time-left")
    given = max(command.length, -left)
    changes = [commands.Taken(session.step.id, -given), *command.taken]
    for one in command.taken:
        _require_spare(session, one, now)
    stretched = timeline.stretched(session, now, given)
    return replace(session, added=_added(session, changes), stretched=stretched)


def _require_spare(session: Session, taken: commands.Taken, now: Instant) -> None:
    """Only later steps give or are given, none below its least and none that is protected."""
    later = {step.id: step for step in session.exercise.steps[session.position + 1 :]}
    require(taken.step in later, "no-later-step")
    spare = timeline.spare(session, later[taken.step], now)
    require(taken.length <= max(spare, timedelta()), "nothing-to-spare")


def _added(session: Session, changes: list[commands.Taken]) -> Mapping[str, timedelta]:
    added = dict(session.added)
    for one in changes:
        added[one.step] = added.get(one.step, timedelta()) - one.length
        require(added[one.step] <= _LONGEST, "too-much-time")
    return added


def _next_lap(command: commands.NextLap, session: Session, now: Instant) -> Session:
    lap = timeline.lap(session, now)
    if session.step is None or lap is None:
        raise NotPossible("no-laps")
    require(lap.number < lap.total, "last-lap")
    stretched = timeline.stretched(session, now, -lap.remaining)
    return replace(
        session, added=_added(session, [commands.Taken(session.step.id, lap.remaining)]), stretched=stretched
    )


RULES: dict[type, Rule] = {
    commands.Next: _next,
    commands.Back: _back,
    commands.Pause: _pause,
    commands.Resume: _resume,
    commands.AddTime: _add_time,
    commands.NextLap: _next_lap,
    commands.Began: _began,
    commands.SetEnd: _set_end,
    commands.SettleGap: _settle_gap,
    commands.SetSound: _set_sound,
}
