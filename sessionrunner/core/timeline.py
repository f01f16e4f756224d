"""Time as arithmetic: what is left, what it has cost, when it ends. Nothing here reads a clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sessionrunner.core.commands import PauseReason
from sessionrunner.core.exercise import Mode, Step, TurnsPer
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


class LastCall(Enum):
    """What the room is told two minutes before its groups are to stop."""

    REPORTER = "reporter"
    """Somebody is to report: make sure who, and what."""
    FINISH = "finish"


_WARNED_BEFORE = timedelta(minutes=2)
_WORTH_WARNING = timedelta(minutes=5)
"""A group phase shorter than this is over before a warning would help."""
_SQUEEZED = 0.6
"""How much of a step must be left when its file does not say."""


@dataclass(frozen=True, slots=True)
class Lap:
    """Where a step with rounds or turns is."""

    number: int
    """The round or turn under way, counted from 1."""
    total: int
    part: Part
    remaining: timedelta
    """Until this part is over."""

    @property
    def moving(self) -> bool:
        """Whether the room is on its feet."""
        return self.part is Part.MOVE


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One step as planned and as it went."""

    step: Step
    planned: timedelta
    actual: timedelta
    """Time used so far."""
    current: bool
    done: bool
    allotted: timedelta = ZERO
    """Plan plus what has been added, or less what has been taken."""


def planned(session: Session, step: Step) -> timedelta:
    """The step's length by plan; turns follow the headcount until the step is over."""
    if step.id in session.settled:
        return session.settled[step.id]
    if step.turn is None:
        return step.minutes or ZERO
    return step.turn * turns(session, step) + (step.minutes or ZERO)


def turns(session: Session, step: Step) -> int:
    """How many turns a turns step has: as agreed once it has begun, else one a person or a group; at least one."""
    if step.id in session.queues:
        return max(1, len(session.queues[step.id]))
    if step.turns_per is TurnsPer.GROUP and step.id in session.groups:
        return max(1, len(session.groups[step.id].groups))
    return max(1, len(session.people))


def allotted(session: Session, step: Step) -> timedelta:
    """Plan plus what the leader has added."""
    return planned(session, step) + session.added.get(step.id, ZERO)


def least(session: Session, step: Step) -> timedelta:
    """How short the step may be made: its own ``min``, else 60 % of its plan."""
    whole = planned(session, step)
    return whole * _SQUEEZED if step.least is None else min(step.least, whole)


def spare(session: Session, step: Step, now: Instant) -> timedelta:
    """What the step can give away: nothing of a protected one, nothing that has been used, nothing below its least."""
    if step.protect:
        return ZERO
    return max(allotted(session, step) - max(least(session, step), used(session, step, now)), ZERO)


def used(session: Session, step: Step, now: Instant) -> timedelta:
    """Time this step has taken so far, pauses not counted."""
    before = session.spent.get(step.id, ZERO)
    if session.step is None or session.step.id != step.id:
        return before
    # An instant may be zero, so "or" will not do.
    until = now if session.paused is None else session.paused
    return before + until - session.entered


def rested(session: Session, now: Instant) -> Mapping[PauseReason, timedelta]:
    """How long the clock has stood still for each reason, with the pause in force."""
    if session.paused is None or session.pause_reason is None:
        return session.rested
    before = session.rested.get(session.pause_reason, timedelta())
    return {**session.rested, session.pause_reason: before + (now - session.paused)}


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
        AgendaRow(
            step,
            planned(session, step),
            used(session, step, now),
            number == at,
            number < at,
            allotted(session, step),
        )
        for number, step in enumerate(session.exercise.steps)
    ]


def lap(session: Session, now: Instant) -> Lap | None:
    """The round or turn under way in the current step; None for a step without any."""
    step = session.step
    beat = rhythm(session, step) if step else None
    if step is None or beat is None:
        return None
    gone = used(session, step, now)
    for number in range(beat.last):
        if gone < beat.length(number):
            return beat.lap(number, gone)
        gone -= beat.length(number)
    return beat.lap(beat.last, gone)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The parts of a step with rounds or turns: talk, walk, talk, walk, talk; the last does not end by itself."""

    total: int
    talk: timedelta
    move: timedelta
    stretched: Mapping[int, timedelta]
    """How much longer single parts are, by their number."""

    @property
    def last(self) -> int:
        """Number of the last part; counted from 0."""
        return 2 * self.total - 2

    def length(self, number: int) -> timedelta:
        """How long this part takes."""
        plain = self.move if number % 2 else self.talk
        return max(plain + self.stretched.get(number, ZERO), ZERO)

    def lap(self, number: int, inside: timedelta) -> Lap:
        """This part, so long after its beginning."""
        part = Part.MOVE if number % 2 else Part.TALK
        return Lap(number // 2 + 1, self.total, part, max(self.length(number) - inside, ZERO))


def rhythm(session: Session, step: Step) -> Rhythm | None:
    """How the step's parts follow each other; what it was given before it began is shared by all its rounds."""
    if step.rounds and step.rounds.minutes and step.tables:
        total, talk, move = len(step.tables), step.rounds.minutes, step.rounds.move
    elif step.turn:
        total, talk, move = turns(session, step), step.turn, ZERO
    else:
        return None
    longer = session.stretched.get(step.id, {})
    shared = session.added.get(step.id, ZERO) - sum(longer.values(), ZERO)
    return Rhythm(total, max(talk + shared / total, ZERO), move, longer)


def stretched(session: Session, now: Instant, length: timedelta) -> Mapping[str, Mapping[int, timedelta]]:
    """Where the current step's rounds take a change of its length: in the talk under way, else in those after it."""
    step, at = session.step, lap(session, now)
    beat = rhythm(session, step) if step else None
    if step is None or at is None or beat is None:
        return session.stretched
    number = 2 * at.number - (1 if at.part is Part.MOVE else 2)
    changes = dict(beat.stretched)
    if at.part is Part.MOVE and length > ZERO:
        number += 1
    here = max(length, -at.remaining)
    rest = [(number, here), *_shared(length - here, range(number + 2 - number % 2, beat.last + 1, 2), number)]
    for part, change in rest:
        changes[part] = changes.get(part, ZERO) + change
    return {**session.stretched, step.id: changes}


def _shared(length: timedelta, parts: range, else_here: int) -> list[tuple[int, timedelta]]:
    """The length evenly over these parts, or all of it on one when there are none."""
    return [(part, length / len(parts)) for part in parts] or [(else_here, length)]


def last_call(session: Session, now: Instant) -> LastCall | None:
    """What groups are to be told when their time is almost up; None when there is nothing to tell."""
    step = session.step
    if step is None or step.id not in session.groups or step.mode is Mode.PLENARY:
        return None
    left = remaining(session, now)
    if not ZERO < left <= _WARNED_BEFORE or allotted(session, step) < _WORTH_WARNING:
        return None
    reports = any(group.reporter for group in session.groups[step.id].groups)
    return LastCall.REPORTER if reports else LastCall.FINISH
