"""A session is a fold over its events: ``apply`` takes one command at one instant and gives the next session."""

from collections.abc import Iterable
from contextlib import suppress

from sessionrunner.core import commands
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.rules import RULES, require
from sessionrunner.core.rules.followup import without_follow_up
from sessionrunner.core.state import START, Event, Instant, NotPossible, Session, Stage

__all__ = [
    "START",
    "Event",
    "Instant",
    "NotPossible",
    "Session",
    "Stage",
    "apply",
    "effective",
    "replay",
    "undo",
    "undoable",
]


def replay(exercise: Exercise, events: Iterable[Event]) -> Session:
    """The session these events lead to; the same events always give the same session.

    An event that makes no sense where it stands, because one before it was lost, is passed over.
    """
    session = Session(exercise)
    for event in effective(events):
        with suppress(NotPossible):
            session = apply(session, event.command, event.at)
    return session


def effective(events: Iterable[Event]) -> list[Event]:
    """The events that still count: every Undo takes itself and the one before it away, if that may be undone."""
    kept: list[Event] = []
    for event in events:
        if not isinstance(event.command, commands.Undo):
            kept.append(event)
        elif kept and _can_undo(kept[-1]):
            kept.pop()
    return kept


def undoable(events: Iterable[Event]) -> Event | None:
    """The event that Undo would take back now; None when there is nothing to undo."""
    latest = effective(events)[-1:]
    return latest[0] if latest and _can_undo(latest[0]) else None


def undo(session: Session, events: Iterable[Event]) -> Session:
    """The session as if the latest of its events had never been; NotPossible when that one stands for ever."""
    kept = effective(events)
    require(session.stage is not Stage.CLOSED, "closed")
    require(bool(kept) and not isinstance(kept[-1].command, commands.Open), "nothing-to-undo")
    require(_can_undo(kept[-1]), "answers-are-open")
    followed = any(isinstance(event.command, commands.FollowFirst) for event in kept)
    return replay(without_follow_up(session.exercise) if followed else session.exercise, kept[:-1])


def _can_undo(event: Event) -> bool:
    """What was opened or counted stands for ever: what could come after it was seen would give itself away."""
    return not isinstance(event.command, commands.Open | commands.Reveal | commands.CloseVote | commands.Close)


def apply(session: Session, command: commands.Command, now: Instant) -> Session:
    """The session after this command at this instant; NotPossible when the command makes no sense there."""
    require(session.stage is not Stage.CLOSED, "closed")
    return RULES[type(command)](command, session, now)
