"""Bargaining for time on one line: how much, from where, yes or no."""

from collections.abc import Sequence
from datetime import timedelta
from enum import Enum

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core import timeline
from sessionrunner.core.bargain import Offer
from sessionrunner.core.commands import AddTime
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue, timing
from sessionrunner.locale.phrases import minutes
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar

_MINUTE = timedelta(minutes=1)
_FIRST = timedelta(minutes=2)
_MOST = timedelta(hours=2)


class Way(Enum):
    """What the leader wants with time."""

    MORE = "more"
    LESS = "less"
    LATE = "late"
    EARLY = "early"


class BargainLine(Overlay[AddTime | None]):
    """One line over the bottom of the screen, so that clock and notes stay in sight; Enter makes it true."""

    KEYS = (
        Key("bargain-yes", "enter", "accept", "enter"),
        Key("bargain-no", "escape", "decline", "escape"),
        Key("bargain-minutes", "up,plus", "change(1)", "↑↓"),
        Key("bargain-where", "right,tab", "turn(1)", "←→"),
    )
    BINDINGS = bindings(KEYS, ("down,minus", "change(-1)"), ("left,shift+tab", "turn(-1)"))

    def __init__(self, words: Catalogue, desk: Desk, way: Way, length: timedelta = _FIRST) -> None:
        super().__init__(words)
        self._desk, self._way, self._length = desk, way, max(length, _MINUTE)
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """How much and from where, what it leads to, the keys."""
        with Vertical(classes="line"):
            yield Static(id="offer")
            yield Static(id="offer-more")
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Show the first offer."""
        self._show()

    def _offers(self) -> Sequence[Offer]:
        can = self._desk.time.bargains
        ways = {Way.MORE: can.more, Way.LESS: can.less, Way.LATE: can.catch_up, Way.EARLY: can.spend}
        return ways[self._way](self._length)

    def _show(self) -> None:
        offers = self._offers()
        self._chosen = min(self._chosen, max(len(offers) - 1, 0))
        self.query_one("#offer", Static).update(self._line(offers))
        self.query_one("#offer-more", Static).update(self._consequence(offers))

    def _line(self, offers: Sequence[Offer]) -> Content:
        length = minutes(self._length, self.words)
        amount = Content.styled(self.words(f"time.{self._way.value}", minutes=length), "bold $accent")
        if not offers:
            return amount + "   " + one_line(self.words("time.nothing"))
        style = "bold $ending" if offers[self._chosen].past else "bold"
        return amount + "   " + one_line(f"[ {self._told(offers[self._chosen])} ]", style)

    def _told(self, offer: Offer) -> str:
        session = self._desk.session
        told = timing.offer_line(self.words, session, offer, self._desk.time.ends_at() + offer.end)
        return told or self.words("time.here")

    def _consequence(self, offers: Sequence[Offer]) -> Content:
        """When it would end, which steps are safe, and that there are other ways."""
        if not offers:
            return Content("")
        end = self._desk.time.ends_at() + offers[self._chosen].end
        parts = [
            self.words("time.which", number=self._chosen + 1, total=len(offers)) if len(offers) > 1 else "",
            self.words("tui.top.end", end=f"{end:%H:%M}"),
            timing.slack_line(self.words, self._desk.session.ends, self._slack(offers[self._chosen])),
            timing.protected_line(self.words, self._desk.session),
        ]
        return one_line(" · ".join(part for part in parts if part), "$muted")

    def _slack(self, offer: Offer) -> timedelta | None:
        slack = self._desk.time.slack()
        return None if slack is None else slack - offer.end

    def action_change(self, step: int) -> None:
        """A minute more or less."""
        self._length = min(max(self._length + step * _MINUTE, _MINUTE), self._most())
        self._show()

    def _most(self) -> timedelta:
        """Never more than there is to give."""
        if self._way is not Way.LESS:
            return _MOST
        left = timeline.remaining(self._desk.session, self._desk.now()) // _MINUTE * _MINUTE
        return max(left, _MINUTE)

    def action_turn(self, step: int) -> None:
        """Another way to find the minutes."""
        self._chosen = (self._chosen + step) % max(len(self._offers()), 1)
        self._show()

    def action_accept(self) -> None:
        """Make it true, if there is anything to make true."""
        offers = self._offers()
        self.dismiss(offers[min(self._chosen, len(offers) - 1)].command if offers else None)

    def action_decline(self) -> None:
        """Nothing is changed."""
        self.dismiss(None)
