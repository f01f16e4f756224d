"""Earlier decisions in a session under way: which are still to be taken up, and what the room has said."""

from sessionrunner.core.followup import Answered, Decision, Status
from sessionrunner.core.state import Session

STEP = "follow-up"
"""Id of the step that the hour begins with when the leader has said so; no exercise's own step is called that."""

_EACH, _LEAST, _MOST = 2, 3, 10


def offered_minutes(decisions: int) -> int:
    """How long a follow-up of so many decisions is offered: two minutes each, three at least, ten at most."""
    return min(max(_EACH * decisions, _LEAST), _MOST)


def follows_first(session: Session) -> bool:
    """Whether the hour begins with the earlier decisions, because the leader has said so."""
    return session.exercise.steps[0].id == STEP


def status_of(session: Session, key: str) -> Status | None:
    """What the room has said about this decision today; None when it has not been taken up."""
    return next((update.status for update in session.updates if update.lesson == key), None)


def under_discussion(session: Session) -> Decision | None:
    """The decision that was chosen, else the first that has not been taken up; None when all have."""
    chosen = next((one for one in session.decisions if one.key == session.discussed), None)
    waiting = (one for one in session.decisions if status_of(session, one.key) is None)
    return chosen or next(waiting, None)


def answered(session: Session) -> tuple[Answered, ...]:
    """What the room has said today, in the order it was said."""
    known = {one.key: one for one in session.decisions}
    return tuple(Answered(known[one.lesson], one.status, one.note) for one in session.updates if one.lesson in known)


def task(decision: Decision) -> str:
    """The decision as the room reads it: the text, then who and by when in signs that need no language."""
    who = " · ".join(part for part in (decision.owner, decision.due.isoformat() if decision.due else "") if part)
    return f"{decision.text}\n→ {who}" if who else decision.text
