"""The day's plan under the leader's hands: the cursor, and everything that changes the plan, none without a yes."""

from collections.abc import Callable, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sessionrunner.core import arrivals
from sessionrunner.core.day_offers import DayOffer
from sessionrunner.core.numbers import only_numbers
from sessionrunner.core.programme_day import State
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.daydesk import DayDesk
from sessionrunner.locale import Catalogue, day_lines, heard
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import PrepareProgramme
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.ask import Ask, AskLine
from sessionrunner.tui.screens.base import LeaderScreen, Overlay
from sessionrunner.tui.screens.lengths import ask_lengths
from sessionrunner.tui.widgets.key_bar import KeyBar


class PlanningScreen(LeaderScreen):
    """What a day's screen does with the plan; how it looks is for the screen to say."""

    def __init__(self, words: Catalogue, day: DayDesk, people: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(words)
        self.day = day
        self._read_people = people
        self.at: int | None = None
        """The item under the cursor; None for the one that comes next."""

    def draw(self) -> None:
        """Everything anew from the day as it stands."""

    def action_cursor(self, step: int) -> None:
        """Another of the items to come."""
        ahead = [row.number for row in self.day.plan.table() if row.state is State.LATER]
        if ahead:
            here = ahead.index(self.at) if self.at in ahead else 0
            self.at = ahead[max(0, min(here + step, len(ahead) - 1))]
        self.draw()

    def action_ways(self) -> None:
        """What can give."""
        offers = self.day.plan.offers()
        if not offers:
            self.inform("programme.nothing-missing")
            return
        self.app.push_screen(OfferScreen(self.words, offers), self._accept)

    def _accept(self, offer: DayOffer | None) -> None:
        if offer is not None:
            self._try(lambda: self.day.plan.accept(offer))

    def action_skip(self) -> None:
        """Leave the next item for another day, after a question."""
        coming = self.day.plan.coming()
        if coming is not None:
            question = Ask(self.words, self.words("programme.screen.skip", title=coming.part.title))
            self.app.push_screen(question, lambda yes: self._try(self.day.plan.skip) if yes else None)

    def action_swap(self) -> None:
        """Another variant or exercise in the place under the cursor."""
        coming = self.day.plan.coming()
        number = coming.number if coming is not None and self.at is None else self.at
        if number is None or not self.day.plan.swaps.swap(number):
            self.inform("programme.screen.no-other")
        self.draw()

    def ask_points(self) -> None:
        """How long the coming exercise may take, where nobody but the leader can say."""
        points = self.day.points
        ask_lengths(self, points.waiting(), lambda minutes: self._try(lambda: points.share_out(minutes)))

    def action_undo(self) -> None:
        """Take the latest change of the plan back."""
        self.inform("programme.screen.undone" if self.day.plan.undo() else "programme.screen.nothing-to-undo")
        self.draw()

    def action_before_day(self) -> None:
        """What must be in place before the day."""
        self.post_message(PrepareProgramme(self.day.day.programme, day_open=True))

    def action_people(self) -> None:
        """Who is here from now on."""
        if self.day.desk is None:
            known = ", ".join(self.day.day.people)
            prompt = self.words("programme.screen.who" if only_numbers(self.day.day.people) else "line.people")
            hear = partial(heard.people, self.words, self.day.day.people)
            self.app.push_screen(AskLine(self.words, prompt, known, take=self._take_people, hear=hear), self._asked)

    def _take_people(self, given: str) -> None:
        change = arrivals.read(self.day.day.people, given)
        self.day.plan.set_people(self._read_people(", ".join(change.people) if change else given))

    def _asked(self, given: str | None) -> None:
        if given is None and not self.day.day.people:
            self.inform("programme.screen.people-first")
        self.draw()

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except SessionRunnerError as error:
            self.tell(error)
        self.draw()


class OfferScreen(Overlay[DayOffer | None]):
    """What can give, a digit each; Esc changes nothing."""

    KEYS = (Key("day-keep", "escape", "choose(0)", "escape"),)
    BINDINGS = bindings(KEYS, *((str(digit), f"choose({digit})") for digit in range(1, 8)))

    def __init__(self, words: Catalogue, offers: Sequence[DayOffer]) -> None:
        super().__init__(words)
        self._offers = offers

    def compose(self) -> ComposeResult:
        """The question, then every way in a sentence."""
        with Vertical(classes="card"):
            yield Static(self.words("programme.screen.what-gives"), classes="card-title")
            for number, offer in enumerate(self._offers, 1):
                yield Static(safe(f"  {number}  {day_lines.offer_line(offer, self.words)}"))
            yield KeyBar(self.KEYS, self.words)

    def action_choose(self, number: int) -> None:
        """Give the one with this number, if there is one."""
        if number <= len(self._offers):
            self.dismiss(self._offers[number - 1] if number else None)
