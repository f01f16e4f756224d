"""Rules for voting with dots."""

from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.ballot import FEWEST_OPTIONS, MOST_DOTS, MOST_OPTIONS, About, Option, Vote
from sessionrunner.core.exercise import Keep
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.state import Instant, OnWall, Session, open_vote


def options(session: Session, about: About) -> tuple[Option, ...]:
    """What the room could vote on now."""
    if about is About.HEADINGS:
        return tuple(Option(one.id, one.name) for one in session.sorting.headings)
    return tuple(Option(one.id, one.text) for one in session.lessons)


def _open(command: commands.OpenVote, session: Session, now: Instant) -> Session:
    require(session.exercise.keep is not Keep.NOTHING, "keeps-nothing")
    step = session.step
    require(step is not None, "not-started")
    require(open_vote(session) is None, "vote-open")
    require(all(one.id != command.id for one in session.votes), "vote-open")
    require(1 <= command.most <= command.dots <= MOST_DOTS, "no-such-dots")
    choice = options(session, command.about)
    require(len(choice) >= FEWEST_OPTIONS, "nothing-to-vote-on")
    require(len(choice) <= MOST_OPTIONS, "too-much-to-vote-on")
    new = Vote(command.id, command.about, choice, command.dots, command.most, step.title if step else "")
    return replace(session, votes=(*session.votes, new), on_wall=None)


def _close(command: commands.CloseVote, session: Session, now: Instant) -> Session:
    """The room sees the result at once; it has waited for it."""
    vote = open_vote(session)
    require(vote is not None, "no-vote")
    votes = tuple(replace(one, closed=True) for one in session.votes)
    on_wall = OnWall(session.votes[-1].id, None, session.position, session.lessons)
    return replace(session, votes=votes, on_wall=on_wall)


RULES: dict[type, Rule] = {
    commands.OpenVote: _open,
    commands.CloseVote: _close,
}
