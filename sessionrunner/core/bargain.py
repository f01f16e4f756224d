"""Bargaining for time: where minutes can be taken from or put, before anything is changed.

One way only: what is added now is taken from what is still to come, or moves the end. Nothing here decides; the
leader accepts an offer or does not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from sessionrunner.core import timeline
from sessionrunner.core.commands import AddTime, Taken
from sessionrunner.core.exercise import Mode, Step
from sessionrunner.core.state import Instant, Session
from sessionrunner.core.timeline import ZERO

_MINUTE = timedelta(minutes=1)
_DEAR = frozenset({Mode.SUMMARY, Mode.BREAK})
"""Steps that a room misses most when they are short."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to find the minutes, or to spend them."""

    length: timedelta
    """What the current step gets; negative when it gives, zero when only later steps are concerned."""
    taken: tuple[Taken, ...]
    """What later steps give; a negative length is what one is given."""
    end: timedelta
    """How much later the last step ends; negative when earlier."""
    past: timedelta = ZERO
    """How far the end would pass the time by which the room must be done; zero when it does not."""

    @property
    def command(self) -> AddTime:
        """What makes it true, as one event."""
        return AddTime(self.length, self.taken)


@dataclass(frozen=True, slots=True)
class Cost:
    """What overtime costs, as it would be found if the leader said yes now."""

    over: timedelta
    taken: tuple[Taken, ...]
    rest: timedelta
    """What no later step can give; it moves the end."""


def more(session: Session, now: Instant, length: timedelta, slack: timedelta | None = None) -> tuple[Offer, ...]:
    """Ways to give the current step so much more, the least painful first.

    ``slack`` is how much later the room may end; None when nothing forbids. An offer that would pass that comes last
    and says so.
    """
    if session.step is None:
        return ()
    found = _takings(session, now, length)
    moving = [_offer(session, now, length, (), slack)]
    enough = slack is not None and slack >= moving[0].end
    offers = [_offer(session, now, length, taken, slack) for taken in found]
    return _sorted([*moving, *offers] if enough else [*offers, *moving])


def less(session: Session, now: Instant, length: timedelta, slack: timedelta | None = None) -> tuple[Offer, ...]:
    """Ways to spend so much of what the current step has left: first where it was taken from, else an earlier end."""
    length = min(length, max(timeline.remaining(session, now), ZERO))
    if session.step is None or length <= ZERO:
        return ()
    owed, others = _givings(session, length)
    ways = [*owed, (), *others]
    return tuple(_offer(session, now, -length, way, slack) for way in ways)


def catch_up(session: Session, now: Instant, length: timedelta, slack: timedelta | None = None) -> tuple[Offer, ...]:
    """Ways to end so much earlier by making later steps shorter; none when nothing can be spared."""
    if session.step is None:
        return ()
    return tuple(_offer(session, now, ZERO, taken, slack) for taken in _takings(session, now, length))


def spend(session: Session, now: Instant, length: timedelta, slack: timedelta | None = None) -> tuple[Offer, ...]:
    """Ways to use so much time that the room is ahead with: where it was taken from, here, or in a later step."""
    if session.step is None or length <= ZERO:
        return ()
    owed, others = _givings(session, length)
    later = [_offer(session, now, ZERO, way, slack) for way in owed]
    here = _offer(session, now, length, (), slack)
    return _sorted([*later, here, *(_offer(session, now, ZERO, way, slack) for way in others)])


def overtime(session: Session, now: Instant) -> Cost | None:
    """What the overtime so far costs; None while there is none."""
    over = -timeline.remaining(session, now)
    if session.step is None or over <= ZERO:
        return None
    taken = _spread(_givers(session, now), over)
    return Cost(over, taken, over - sum((one.length for one in taken), ZERO))


def _offer(
    session: Session, now: Instant, length: timedelta, taken: tuple[Taken, ...], slack: timedelta | None
) -> Offer:
    left = timeline.remaining(session, now)
    here = max(left + length, ZERO) - max(left, ZERO)
    end = here - sum((one.length for one in taken), ZERO)
    past = ZERO if slack is None or end <= ZERO else max(end - max(slack, ZERO), ZERO)
    return Offer(length, taken, end, past)


def _sorted(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Those that pass the fixed end last; else as they stand."""
    return tuple(sorted(dict.fromkeys(offers), key=lambda offer: offer.past))


@dataclass(frozen=True, slots=True)
class _Giver:
    """A later step, and the whole minutes it can give."""

    step: Step
    spare: timedelta
    length: timedelta

    def pain(self, taken: timedelta) -> tuple[bool, float]:
        """How much it hurts: first whether the step is dear, then how large a share of it goes."""
        return self.step.mode in _DEAR or bool(self.step.collect), taken / self.length


def _givers(session: Session, now: Instant) -> list[_Giver]:
    """Later steps that can give a minute or more."""
    later = session.exercise.steps[session.position + 1 :]
    found = [(step, timeline.spare(session, step, now) // _MINUTE * _MINUTE) for step in later]
    return [_Giver(step, spare, timeline.allotted(session, step)) for step, spare in found if spare]


def _takings(session: Session, now: Instant, length: timedelta) -> list[tuple[Taken, ...]]:
    """Each single step that can give it all, least painful first; else what all of them can give together."""
    givers = _givers(session, now)
    able = sorted((one for one in givers if one.spare >= length), key=lambda one: one.pain(length))
    if able:
        return [(Taken(one.step.id, length),) for one in able]
    spread = _spread(givers, length)
    return [spread] if spread else []


def _spread(givers: list[_Giver], length: timedelta) -> tuple[Taken, ...]:
    """From one step if one can give it all, else from as few as can, the one that has most to give first."""
    able = [one for one in givers if one.spare >= length]
    if able:
        return (Taken(min(able, key=lambda one: one.pain(length)).step.id, length),)
    return tuple(_one_after_another(sorted(givers, key=lambda one: (one.pain(ZERO), -one.spare)), length))


def _one_after_another(givers: Iterable[_Giver], length: timedelta) -> Iterator[Taken]:
    for one in givers:
        taken = min(one.spare, length)
        if taken:
            yield Taken(one.step.id, taken)
        length -= taken


def _givings(session: Session, length: timedelta) -> tuple[list[tuple[Taken, ...]], list[tuple[Taken, ...]]]:
    """Later steps to give it to: those that were taken from, the one that lost most first, and the others."""
    later = session.exercise.steps[session.position + 1 :]
    lost = {step.id: -session.added.get(step.id, ZERO) for step in later}
    owed = sorted((step for step in later if lost[step.id] > ZERO), key=lambda step: -lost[step.id])
    others = [step for step in later if step not in owed]
    return [(Taken(step.id, -length),) for step in owed], [(Taken(step.id, -length),) for step in others]
