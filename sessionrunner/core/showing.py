"""What of the opened answers the room sees on the wall: all of them, one card at a time, or none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from sessionrunner.core.ballot import Result
from sessionrunner.core.commands import Hide, Show, ShowTables
from sessionrunner.core.exercise import QuestionKind
from sessionrunner.core.joint import Sheet
from sessionrunner.core.lesson import Collected
from sessionrunner.core.state import NotPossible, OnWall, Session, Stage
from sessionrunner.core.statements import Statement, latest_tables
from sessionrunner.core.synthesis import Pile


class Turn(Enum):
    """What the leader does with the answers on the wall."""

    NEXT = "next"
    PREVIOUS = "previous"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Shown:
    """The answers on the wall."""

    answers: tuple[Collected, ...] = ()
    number: int = 0
    """Which card it is, counted from 1; 0 when all answers are shown, or none."""
    total: int = 0
    """How many cards there are."""
    piles: tuple[Pile, ...] = ()
    """The headings that the texts have been sorted under."""
    vote: Result | None = None
    """A vote that has just been counted."""
    tables: tuple[Statement, ...] = ()
    """What was said at the tables; several of them side by side, or one by itself, which has a number."""
    left_out: int = 0
    """How many of the opened texts the leader keeps from the room."""
    rooms: tuple[Sheet, ...] | None = None
    """What all rooms of the day have come to, while that is on the wall."""
    one_of_several: bool = False
    """Whether there are other rooms, which may go on when this one has ended."""


def cards(collected: Sequence[Collected]) -> tuple[Collected, ...]:
    """What is shown one at a time: each text by itself, a scale or a choice as a whole."""
    return tuple(card for one in collected for card in _cards(one))


def _cards(one: Collected) -> list[Collected]:
    if one.question.kind is not QuestionKind.TEXT:
        return [one]
    return [replace(one, answers=(answer,)) for answer in one.answers]


def shown_on_wall(session: Session, collected: Sequence[Collected]) -> Shown:
    """What of ``collected`` the room sees now.

    Answers stay until the step after the one where they were put up is over, or a decision takes their place.
    """
    up = session.on_wall
    if up is None or up.tables or not _is_fresh(up, session):
        return Shown()
    here = tuple(one for one in collected if one.step == up.step)
    several = cards(here)
    if up.card is None or not several:
        return Shown(here, 0, len(several))
    at = max(0, min(up.card, len(several) - 1))
    return Shown((several[at],), at + 1, len(several))


def vote_on_wall(session: Session) -> str:
    """Id of the vote whose result the room sees now; empty when it sees none."""
    up = session.on_wall
    fresh = up is not None and _is_fresh(up, session) and any(one.id == up.step for one in session.votes)
    return up.step if up is not None and fresh else ""


def _is_fresh(up: OnWall, session: Session) -> bool:
    running = session.stage is Stage.RUNNING
    return running and session.position - up.position in (0, 1) and session.lessons == up.lessons


def tables_on_wall(session: Session, collected: Sequence[Collected]) -> Shown:
    """The tables that the room sees now; nothing when it sees none."""
    up, tables = session.on_wall, latest_tables(session, collected)
    if up is None or not up.tables or tables is None or tables.step != up.step or not _is_fresh(up, session):
        return Shown()
    several = tables.statements
    if up.card is None:
        return Shown(tables=several, total=len(several))
    return Shown(tables=(several[up.card],), number=up.card + 1, total=len(several))


def tables_turned(session: Session, turn: Turn) -> ShowTables | Hide:
    """The command that makes this turn of the tables."""
    up = session.on_wall
    if turn is Turn.NONE:
        return Hide()
    if turn is Turn.ALL:
        return ShowTables()
    step = next((one for one in reversed(session.reached) if one.tables), None)
    here = up is not None and up.tables and step is not None and up.step == step.id
    now = up.card if up is not None and here and up.card is not None else -1
    most = len(step.tables) - 1 if step else 0
    return ShowTables(min(now + 1, most) if turn is Turn.NEXT else max(now - 1, 0))


def turned(session: Session, collected: Sequence[Collected], turn: Turn) -> Show | Hide:
    """The command that makes this turn of the answers opened last; NotPossible when none are open."""
    step = _latest(session)
    if step is None:
        raise NotPossible("not-opened")
    if turn is Turn.NONE:
        return Hide()
    if turn is Turn.ALL:
        return Show(step)
    now = shown_on_wall(session, collected).number
    return Show(step, now if turn is Turn.NEXT else max(now - 2, 0))


def _latest(session: Session) -> str | None:
    """The step whose answers are on the wall, else the last one that was opened."""
    up = session.on_wall
    if up is not None and up.step in session.revealed and not up.tables and _is_fresh(up, session):
        return up.step
    opened = [step.id for step in session.exercise.steps if step.id in session.revealed]
    return opened[-1] if opened else None
