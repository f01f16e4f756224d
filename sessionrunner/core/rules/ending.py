"""Rules for the agreement before the start, and for the end."""

from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.exercise import Confidentiality
from sessionrunner.core.rules.moving import booked
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.state import Instant, Session, Stage


def _close(command: commands.Close, session: Session, now: Instant) -> Session:
    ended = booked(session, now) if session.stage is Stage.RUNNING else session
    return replace(ended, stage=Stage.CLOSED, paused=None, pause_reason=None)


def _agree(command: commands.AgreeOnSecrecy, session: Session, now: Instant) -> Session:
    require(session.exercise.confidential is not Confidentiality.NONE, "nothing-confidential")
    return replace(session, secrecy_agreed=True)


RULES: dict[type, Rule] = {
    commands.AgreeOnSecrecy: _agree,
    commands.Close: _close,
}
