"""The rule for the end."""

from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.rules.moving import booked
from sessionrunner.core.rules.rule import Rule
from sessionrunner.core.state import Instant, Session, Stage


def _close(command: commands.Close, session: Session, now: Instant) -> Session:
    ended = booked(session, now) if session.stage is Stage.RUNNING else session
    return replace(ended, stage=Stage.CLOSED, paused=None, pause_reason=None)


RULES: dict[type, Rule] = {
    commands.Close: _close,
}
