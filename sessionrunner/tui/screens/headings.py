"""What a leader can do about headings: begin, rename, join, take away, count hands."""

from collections.abc import Callable

from sessionrunner.core import commands
from sessionrunner.core.ballot import About
from sessionrunner.core.commands import Command
from sessionrunner.core.sorting import Heading
from sessionrunner.core.synthesis import Card
from sessionrunner.desk import Desk
from sessionrunner.tui.screens.ask import AskLine, Take
from sessionrunner.tui.screens.session import SessionScreen
from sessionrunner.tui.screens.voting import VotingScreen
from sessionrunner.tui.votable import Votable


class HeadingsScreen(SessionScreen):
    """A screen with headings that have numbers."""

    def chosen(self) -> Card | None:
        """The text under the cursor."""
        return None

    def numbered(self, number: int) -> Heading | None:
        """The heading with this number; says so when there is none."""
        heading = _numbered(self.desk, str(number))
        if heading is None:
            self.inform("sorting.no-such", number=number)
        return heading

    def do(self, command: Command) -> None:
        """Carry out what a line says; SessionRunnerError, and the line stays, when it is not possible."""
        self.desk.handle(command)

    def ask(self, what: str, take: Take) -> None:
        """Ask for a line and do what it says."""
        self.app.push_screen(AskLine(self.words, self.words(f"sorting.ask-{what}"), take=take))

    def _ask_about(self, what: str, take: Callable[[Heading, str], str | None]) -> None:
        """Ask for a heading's number and what else is needed."""

        def take_line(given: str) -> str | None:
            number, _, rest = given.partition(" ")
            heading = _numbered(self.desk, number)
            return take(heading, rest.strip()) if heading else self.words("sorting.no-such", number=number)

        self.ask(what, take_line)

    def action_new(self) -> None:
        """A new heading; the chosen text stands under it at once if it stands under none."""
        self.ask("new", self._begin)

    def _begin(self, name: str) -> None:
        card, heading = self.chosen(), self.desk.sorting.add_heading(name)
        if card is not None and not card.heading and not card.reason:
            self.give(commands.PutUnder(card.mark, heading.id))

    def action_rename(self) -> None:
        """Give a heading another name."""
        self._ask_about("rename", lambda one, name: self.do(commands.RenameHeading(one.id, name)))

    def action_join(self) -> None:
        """Make two headings one."""
        self._ask_about("join", self._join)

    def _join(self, one: Heading, rest: str) -> str | None:
        into = _numbered(self.desk, rest)
        if into is None:
            return self.words("sorting.no-such", number=rest)
        self.do(commands.JoinHeadings(one.id, into.id))
        return None

    def action_drop(self) -> None:
        """Take a heading away; its texts stay."""
        self._ask_about("drop", lambda one, _: self.do(commands.DropHeading(one.id)))

    def action_hands(self) -> None:
        """Write down how many raised a hand for a heading."""
        self._ask_about("hands", self._hands)

    def _hands(self, one: Heading, rest: str) -> str | None:
        if not rest.isdecimal():
            return self.words("sorting.hands-in-digits")
        self.do(commands.CountHands(one.id, int(rest)))
        return None

    def action_vote(self) -> None:
        """Let the phones vote on the headings, or see how it goes."""
        self.app.push_screen(VotingScreen(self.words, Votable(self.desk, About.HEADINGS, "vote.make.heading")))

    def action_back(self) -> None:
        """Back to where the leader came from; the sorting stays."""
        self.app.pop_screen()


def _numbered(desk: Desk, number: str) -> Heading | None:
    headings = desk.session.sorting.headings
    at = int(number) if number.isdecimal() else 0
    return headings[at - 1] if 0 < at <= len(headings) else None
