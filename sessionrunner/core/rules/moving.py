"""What going from step to step and coming through the door have in common: seats and times."""

from dataclasses import replace

from sessionrunner.core import timeline
from sessionrunner.core.exercise import Step
from sessionrunner.core.seats import fitted
from sessionrunner.core.state import Instant, Session


def seated(session: Session) -> Session:
    """Seat those who came and let those who left go, with the smallest change to the groups that sit there now."""
    step = session.step
    if step is None or step.id not in session.groups:
        return session
    return refitted(session, step)


def refitted(session: Session, step: Step) -> Session:
    """The step's groups with exactly those who are here, and the smallest change."""
    locked = session.locked.get(step.id, frozenset())
    seats = fitted(session.groups, step, session.people, locked, session.wishes)
    return replace(session, groups={**session.groups, step.id: seats})


def booked(session: Session, now: Instant) -> Session:
    """Book the current step's time, what it was planned to take, and when it was left."""
    step = session.exercise.steps[session.position]
    return replace(
        session,
        spent={**session.spent, step.id: timeline.used(session, step, now)},
        settled={**session.settled, step.id: timeline.planned(session, step)},
        left={**session.left, step.id: now},
        rested=timeline.rested(session, now),
    )
