"""Rules for turns: who comes and goes while they are taken, and who is passed over."""

from dataclasses import replace
from datetime import timedelta

from sessionrunner.core import commands, timeline
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.speaking import drawn, order
from sessionrunner.core.state import Instant, NotPossible, Session


def queued(session: Session, now: Instant) -> Session:
    """Keep to the order that has begun: who has left loses the turn under way or to come, who has come speaks last."""
    step, lap = session.step, timeline.lap(session, now)
    if step is None or step.turn is None or lap is None:
        return session
    here, queue = drawn(session, step), order(session, step)
    spoken, waiting = queue[: lap.number - 1], [one for one in queue[lap.number - 1 :] if one in here]
    new = [one for one in here if one not in queue]
    after = replace(session, queues={**session.queues, step.id: (*spoken, *waiting, *new)})
    return _anew(after, step.id, lap) if queue[lap.number - 1 : lap.number] != tuple(waiting[:1]) else after


def _pass_over(command: commands.PassOver, session: Session, now: Instant) -> Session:
    """The next one gets a whole turn; who is passed over comes last."""
    step, lap = session.step, timeline.lap(session, now)
    if step is None or step.turn is None or lap is None:
        raise NotPossible("no-turns")
    queue = order(session, step)
    require(lap.number < len(queue), "nobody-after")
    at = lap.number - 1
    queues = {**session.queues, step.id: (*queue[:at], *queue[at + 1 :], queue[at])}
    return _anew(replace(session, queues=queues), step.id, lap)


def _anew(session: Session, step: str, lap: timeline.Lap) -> Session:
    """The turn under way begins once more."""
    beat = timeline.rhythm(session, session.exercise.step(step))
    part = 2 * lap.number - 2
    gone = beat.length(part) - lap.remaining if beat else timedelta()
    longer = dict(session.stretched.get(step, {}))
    longer[part] = longer.get(part, timedelta()) + gone
    added = session.added.get(step, timedelta()) + gone
    return replace(session, added={**session.added, step: added}, stretched={**session.stretched, step: longer})


RULES: dict[type, Rule] = {
    commands.PassOver: _pass_over,
}
