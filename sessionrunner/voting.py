"""Voting with dots on the phones: the leader opens and closes it, the box keeps the ballots."""

from contextlib import suppress
from secrets import token_hex

from sessionrunner.collecting import Collecting
from sessionrunner.core.ballot import About, Option, Result, Vote, counted, sheet
from sessionrunner.core.commands import Back, Close, CloseVote, Command, Next, OpenVote
from sessionrunner.core.paper_ballot import dots
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.rules.voting import options
from sessionrunner.core.state import NotPossible, open_vote
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.ports import Box
from sessionrunner.runner import SessionRunner


class Voting:
    """The votes of a session and their results, which are told only once no more ballots are taken."""

    def __init__(self, runner: SessionRunner, answers: Collecting, box: Box) -> None:
        self._runner = runner
        self._answers = answers
        self._box = box
        self._kept: tuple[tuple[Vote, Result], ...] | None = None

    @property
    def now(self) -> Vote | None:
        """The vote that takes ballots."""
        return open_vote(self._runner.session)

    @property
    def least(self) -> int:
        """How many must place a dot on something before its number is told."""
        return max(self._runner.session.threshold, FLOOR)

    def options(self, about: About) -> tuple[Option, ...]:
        """What the room could vote on."""
        return options(self._runner.session, about)

    def open(self, about: About, dots: int, most: int = 1) -> Vote:
        """Let the phones vote; NotPossible when there is nothing to choose between, or a vote is open."""
        return self._runner.handle(OpenVote(f"v{token_hex(4)}", about, dots, most)).votes[-1]

    def close(self) -> Result:
        """Count the ballots and show the room; NotPossible when no vote is open."""
        self._bring_home()
        self._answers.handle(CloseVote())
        return self.results()[-1]

    def before(self, command: Command) -> None:
        """A vote is over when its step or the hour is; it is closed by itself, for undo must not open it again."""
        if self.now is not None and isinstance(command, Next | Back | Close):
            # The hour goes on; what cannot be fetched now is fetched at the end.
            with suppress(SessionRunnerError):
                self._bring_home()
            self._answers.handle(CloseVote())

    def _bring_home(self) -> None:
        if self.now is not None:
            self._answers.bring_home(sheet(self.now), 1)

    def ballots(self) -> int:
        """How many have voted in the vote that is open; 0 when none is."""
        vote = self.now
        return self._box.counts().get(vote.id, 0) if vote else 0

    def paper(self, line: str) -> None:
        """Take a ballot that was written on paper, a number for each dot, under the same rules as a phone's.

        NotPossible when no vote is open or the numbers are not such a ballot.
        """
        if self.now is None:
            raise NotPossible("no-vote")
        rejections = self._answers.receiving.submit(self.now.id, "", dots(self.now, line))
        if rejections:
            raise NotPossible("vote-over")

    def results(self) -> tuple[Result, ...]:
        """Every vote that has been counted, the latest last."""
        return tuple(result for _, result in self._counted())

    def result(self, vote: str) -> Result | None:
        """The result of one vote; None when it has not been counted."""
        return next((result for one, result in self._counted() if one.id == vote), None)

    def dots_of(self, option: str) -> int:
        """The dots that something got in the latest vote it was part of, where they may be told."""
        told = [result for vote, result in self._counted() if _asks(vote, option)]
        return told[-1].dots_of(option) if told else 0

    def keep(self) -> None:
        """Remember the results: the box is about to be destroyed."""
        self._kept = self._counted()

    def _counted(self) -> tuple[tuple[Vote, Result], ...]:
        """Each vote that is over with its result, all of one moment: the wall asks while the leader goes on."""
        if self._kept is not None:
            return self._kept
        session, counts = self._runner.session, self._box.counts()
        over = [vote for vote in session.votes if vote.closed]
        return tuple(
            (one, counted(one, counts.get(one.id, 0), self._box.mixed(sheet(one)), self.least)) for one in over
        )


def _asks(vote: Vote, option: str) -> bool:
    return any(one.id == option for one in vote.options)
