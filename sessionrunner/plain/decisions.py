"""Earlier decisions as lines: the list, and what the room says about each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sessionrunner.core import commands
from sessionrunner.core.discussion import offered_minutes, status_of, under_discussion
from sessionrunner.core.exercise import Mode
from sessionrunner.core.followup import Decision, Status
from sessionrunner.core.session import NotPossible, Session, Stage
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.lesson_lines import agreed_line, follow_first, line
from sessionrunner.locale.phrases import day


@dataclass(frozen=True, slots=True)
class Deciding:
    """The desk and the words, for one line of the leader's."""

    desk: Desk
    words: Catalogue

    def follow(self, rest: str) -> Iterable[str]:
        """In the lobby: begin with the decisions for so many minutes, 0 for not; later: list them."""
        session = self.desk.session
        if session.stage is Stage.LOBBY:
            minutes = int(rest) if rest.isdecimal() else offered_minutes(len(session.decisions))
            self.desk.handle(follow_first(self.words, min(minutes, 60)))
            return [self.words("lessons.follow-up.first" if minutes else "lessons.follow-up.not-first", n=minutes)]
        if not session.decisions:
            raise NotPossible("nothing-to-follow-up")
        return decision_lines(session, self.words)

    def say(self, status: Status, rest: str) -> Iterator[str]:
        """``2 because…`` means the second decision; without a number, the one that is up."""
        decision, note = self._meant(rest)
        self.desk.handle(commands.UpdateLesson(decision.key, status, note))
        told = self.words(f"lessons.status.{status.value}")
        yield self.words("lessons.updated", text=line(decision.text), status=told)
        following = under_discussion(self.desk.session)
        yield self.words("lessons.follow-up.next", text=line(following.text)) if following else self._over()

    def _over(self) -> str:
        return self.words("lessons.follow-up.all-done")

    def _meant(self, rest: str) -> tuple[Decision, str]:
        session = self.desk.session
        number, _, note = rest.partition(" ")
        if number.isdecimal() and 0 < int(number) <= len(session.decisions):
            return session.decisions[int(number) - 1], note.strip()
        decision = under_discussion(session)
        if decision is None or number.isdecimal():
            raise NotPossible("no-such-decision")
        return decision, rest


def waiting_lines(session: Session, today: date, words: Catalogue) -> list[str]:
    """Said in the lobby: that there are decisions, that their day has come, and how to begin with them."""
    if session.stage is not Stage.LOBBY or not session.decisions:
        return []
    agreed = agreed_line(session.decisions, today, words)
    waiting = words("lessons.follow-up.waiting", n=len(session.decisions))
    return [waiting, *([agreed] if agreed else []), words("lessons.follow-up.how-plain")]


def follow_up_lines(session: Session, words: Catalogue) -> list[str]:
    """The decisions, while the step is theirs."""
    step = session.step
    return decision_lines(session, words) if step and step.mode is Mode.FOLLOW_UP else []


def decision_lines(session: Session, words: Catalogue) -> list[str]:
    """Every decision with its number, and what has been said about it."""
    return [_line(session, number, decision, words) for number, decision in enumerate(session.decisions, 1)]


def _line(session: Session, number: int, decision: Decision, words: Catalogue) -> str:
    parts = [words("lessons.follow-up.numbered", number=number, text=line(decision.text))]
    parts += [line(decision.owner)] if decision.owner else []
    parts += [words("overview.open.due", date=day(decision.due, words))] if decision.due else []
    said = status_of(session, decision.key)
    parts += [words(f"lessons.status.{said.value}")] if said else []
    return " · ".join(parts)


_Say = Callable[[Deciding, str], Iterable[str]]

SAYINGS: Mapping[str, _Say] = {
    "follow": Deciding.follow,
    "done": lambda one, rest: one.say(Status.DONE, rest),
    "still": lambda one, rest: one.say(Status.OPEN, rest),
    "drop": lambda one, rest: one.say(Status.DROPPED, rest),
}
"""What each English word does."""
