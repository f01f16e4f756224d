"""Whether the room has to agree on what may leave it."""

from sessionrunner.core.exercise import Confidentiality
from sessionrunner.core.state import Session, Stage


def secrecy_waits(session: Session) -> bool:
    """Whether the room is to agree on secrecy before the first step."""
    flagged = session.exercise.confidential is not Confidentiality.NONE
    return flagged and session.stage is Stage.LOBBY and not session.secrecy_agreed
