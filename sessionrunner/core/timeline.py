"""Time as arithmetic: what is left, what it has cost, when it ends. Nothing here reads a clock."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sessionrunner.core.exercise import Step, TurnsPer
from sessionrunner.core.state import Instant, Session, Stage

ZERO = timedelta()


class Pace(Enum):
    """How urgent the clock is; shown by colour, word and shape together."""

    CALM = "calm"
    SOON = "soon"
    ENDING = "ending"
    OVER = "over"


class Part(Enum):
    """What a room does inside a round: work, or walk to the next table."""

    TALK = "talk"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Lap:
    """Where a step with rounds or turns is."""

    number: int
    """The round or turn under way, counted from 1."""
    total: int
    part: Part
    remaining: timedelta
    """Until this part is over."""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One step as planned and as it went."""

    step: Step
    planned: timedelta
    actual: timedelta
    """Time used so far."""
    current: bool
    done: bool


def planned(session: Session, step: Step) -> timedelta:
    """The step's length by plan; turns follow the headcount until the step is over."""
    if step.id in session.settled:
        return session.settled[step.id]
    if step.turn is None:
        return step.minutes or ZERO
    return step.turn * turns(session, step) + (step.minutes or ZERO)


def turns(session: Session, step: Step) -> int:
    """How many turns a turns step has: one a person, or one a group; at least one."""
    if step.turns_per is TurnsPer.GROUP and step.id in session.groups:
        return max(1, len(session.groups[step.id].groups))
    return max(1, len(session.people))


def allotted(session: Session, step: Step) -> timedelta:
    """Plan plus what the leader has added."""
    return planned(session, step) + session.added.get(step.id, ZERO)


def used(session: Session, step: Step, now: Instant) -> timedelta:
    """Time this step has taken so far, pauses not counted."""
    before = session.spent.get(step.id, ZERO)
    if session.step is None or session.step.id != step.id:
        return before
    # An instant may be zero, so "or" will not do.
    until = now if session.paused is None else session.paused
    return before + until - session.entered


def remaining(session: Session, now: Instant) -> timedelta:
    """What the current step has left; negative when it runs over, zero when no step is under way."""
    if session.step is None:
        return ZERO
    return allotted(session, session.step) - used(session, session.step, now)


def pace(left: timedelta, whole: timedelta) -> Pace:
    """Calm until the last 20 %, soon until the last 5 %, then ending, then over."""
    if left < ZERO:
        return Pace.OVER
    if left <= whole * 0.05:
        return Pace.ENDING
    return Pace.SOON if left <= whole * 0.2 else Pace.CALM


def time_to_end(session: Session, now: Instant) -> timedelta:
    """From now to the end of the last step, if nothing more is added."""
    if session.stage is Stage.CLOSED:
        return ZERO
    if session.stage is Stage.LOBBY:
        return whole(session)
    later = session.exercise.steps[session.position + 1 :]
    rest = sum((max(allotted(session, step) - used(session, step, now), ZERO) for step in later), ZERO)
    return max(remaining(session, now), ZERO) + rest


def whole(session: Session) -> timedelta:
    """The exercise's length by plan for the people who are here."""
    return sum((planned(session, step) for step in session.exercise.steps), ZERO)


def behind(session: Session, now: Instant) -> timedelta:
    """How much later than planned the end will be; negative when ahead."""
    if session.stage is not Stage.RUNNING:
        return ZERO
    return (now - session.started) + time_to_end(session, now) - whole(session)


def agenda(session: Session, now: Instant) -> list[AgendaRow]:
    """Every step with planned and actual time."""
    reached = {Stage.LOBBY: -1, Stage.RUNNING: session.position, Stage.CLOSED: len(session.exercise.steps)}
    at = reached[session.stage]
    return [
        AgendaRow(step, planned(session, step), used(session, step, now), number == at, number < at)
        for number, step in enumerate(session.exercise.steps)
    ]


def lap(session: Session, now: Instant) -> Lap | None:
    """The round or turn under way in the current step; None for a step without any."""
    step = session.step
    if step is None:
        return None
    if step.rounds and step.rounds.minutes and step.tables:
        return _lap(used(session, step, now), len(step.tables), step.rounds.minutes, step.rounds.move)
    if step.turn:
        return _lap(used(session, step, now), turns(session, step), step.turn, ZERO)
    return None


def _lap(gone: timedelta, total: int, talk: timedelta, move: timedelta) -> Lap:
    """The last lap has no walk after it and does not end by itself."""
    number = min(gone // (talk + move), total - 1)
    inside = gone - (talk + move) * number
    if inside < talk or number == total - 1:
        return Lap(number + 1, total, Part.TALK, max(talk - inside, ZERO))
    return Lap(number + 1, total, Part.MOVE, talk + move - inside)
