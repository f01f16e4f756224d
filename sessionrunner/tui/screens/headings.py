"""What a leader can do about headings: begin, rename, join, take away, count hands."""

from collections.abc import Callable

from sessionrunner.core import commands
from sessionrunner.core.ballot import About
from sessionrunner.core.sorting import Heading
from sessionrunner.core.synthesis import Card
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.tui.screens.ask import AskLine
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
        headings = self.desk.session.sorting.headings
        if not 0 < number <= len(headings):
            self.inform("sorting.no-such", number=number)
            return None
        return headings[number - 1]

    def ask(self, what: str, then: Callable[[str], object]) -> None:
        """Ask for a line and go on with it; an empty one ends it."""
        asked = AskLine(self.words, self.words(f"sorting.ask-{what}"))

        def go_on(given: str | None) -> None:
            if given:
                then(given)

        self.app.push_screen(asked, go_on)

    def _ask_about(self, what: str, then: Callable[[Heading, str], object]) -> None:
        """Ask for a heading's number and what else is needed."""

        def go_on(given: str) -> None:
            number, _, rest = given.partition(" ")
            heading = self.numbered(int(number) if number.isdecimal() else 0)
            if heading is not None:
                then(heading, rest.strip())

        self.ask(what, go_on)

    def action_new(self) -> None:
        """A new heading; the chosen text stands under it at once if it stands under none."""
        self.ask("new", self._begin)

    def _begin(self, name: str) -> None:
        card = self.chosen()
        try:
            heading = self.desk.sorting.add_heading(name)
        except SessionRunnerError as error:
            self.tell(error)
            return
        if card is not None and not card.heading and not card.reason:
            self.give(commands.PutUnder(card.mark, heading.id))

    def action_rename(self) -> None:
        """Give a heading another name."""
        self._ask_about("rename", lambda one, name: self.give(commands.RenameHeading(one.id, name)))

    def action_join(self) -> None:
        """Make two headings one."""
        self._ask_about("join", self._join)

    def _join(self, one: Heading, rest: str) -> None:
        into = self.numbered(int(rest) if rest.isdecimal() else 0)
        if into is not None:
            self.give(commands.JoinHeadings(one.id, into.id))

    def action_drop(self) -> None:
        """Take a heading away; its texts stay."""
        self._ask_about("drop", lambda one, _: self.give(commands.DropHeading(one.id)))

    def action_hands(self) -> None:
        """Write down how many raised a hand for a heading."""
        self._ask_about("hands", self._hands)

    def _hands(self, one: Heading, rest: str) -> None:
        if rest.isdecimal():
            self.give(commands.CountHands(one.id, int(rest)))
        else:
            self.inform("synthesis.usage-hands")

    def action_vote(self) -> None:
        """Let the phones vote on the headings, or see how it goes."""
        self.app.push_screen(VotingScreen(self.words, Votable(self.desk, About.HEADINGS, "vote.make.heading")))

    def action_back(self) -> None:
        """Back to where the leader came from; the sorting stays."""
        self.app.pop_screen()
