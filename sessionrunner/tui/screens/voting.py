"""Voting with dots: opened, followed and counted in one small window."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.ballot import MOST_DOTS, Result, usual_dots
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.locale.votes import vote_foot, vote_head
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.screens.paper_ballots import PaperBallotsScreen
from sessionrunner.tui.votable import Votable
from sessionrunner.tui.widgets.dots import numbered, ranking
from sessionrunner.tui.widgets.hanging import Hanging
from sessionrunner.tui.widgets.key_bar import KeyBar

_LOOK = 0.5
"""Seconds between looks at how many have voted."""
_BEFORE = frozenset({"vote-go", "vote-dots", "vote-most", "vote-about", "vote-leave"})
_WHILE = frozenset({"vote-go", "vote-paper", "vote-leave"})
_ELSEWHERE, _NOWHERE = frozenset({"vote-about", "vote-leave"}), frozenset({"vote-leave"})
_AFTER = frozenset({"vote-go", "vote-leave"})
"""Keys that do something before the phones are asked, while they are, and once the dots are counted."""
_SMALL = 15
"""In smaller rooms few things get a number, and the leader is told so before the vote."""


class VotingScreen(Overlay[None]):
    """First how many dots, then how many have voted, then how they lay; Enter leads on, Esc leaves it as it is."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("vote-go", "enter", "go", "enter"),
        Key("vote-dots", "plus,minus,left,right", "none", "+ −"),
        Key("vote-most", "m", "most", "m"),
        Key("vote-about", "tab", "about", "tab"),
        Key("vote-paper", "i", "paper", "i"),
        Key("vote-leave", "escape", "leave", "escape"),
    )
    BINDINGS = bindings(
        tuple(key for key in KEYS if key.name != "vote-dots"),
        ("plus,right", "dots(1)"),
        ("minus,left", "dots(-1)"),
        ("up", "scroll(-1)"),
        ("down", "scroll(1)"),
    )

    def __init__(self, words: Catalogue, votable: Votable) -> None:
        super().__init__(words)
        self._desk, self._votable, self._most = votable.desk, votable, 1
        self._dots = usual_dots(len(votable.options))
        self._result: Result | None = None

    def compose(self) -> ComposeResult:
        """A line that says where it stands, what there is to choose between, the keys."""
        with Vertical(classes="leaflet"):
            yield Static(id="vote-title", classes="card-title")
            yield Static(id="vote-how")
            with VerticalScroll(can_focus=False):
                yield Static(id="vote-list")
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Draw, and count on while it is open."""
        self.set_interval(_LOOK, self._draw)
        self._draw()

    def _draw(self) -> None:
        title, how, listing = self._open() if self._desk.voting.now else self._not_open()
        self.query_one("#vote-title", Static).update(title)
        self.query_one("#vote-how", Static).update(how)
        self.query_one("#vote-list", Static).update(listing)
        self.query_one(KeyBar).show([key for key in self.KEYS if key.name in self._useful()])

    def _useful(self) -> frozenset[str]:
        """Dots are no use where there is nothing to put them on."""
        if self._desk.voting.now or self._result:
            return _WHILE if self._desk.voting.now else _AFTER
        if self._votable.enough:
            return _BEFORE
        return _ELSEWHERE if self._votable.other.enough else _NOWHERE

    def _not_open(self) -> tuple[Content, Content, Content | Hanging]:
        """The result, or what can be chosen before the phones are asked."""
        if self._result is not None:
            head = safe(f"{vote_head(self._result, self.words)}\n{self.words('vote.next-done')}")
            return safe(self.words("vote.heading"), "bold"), head, self._told(self._result)
        if not self._votable.enough:
            return self._votable.lacking(self.words)
        about = self.words(f"vote.about-{self._votable.about.value}")
        how = [
            self.words("vote.setup", dots=self.words("vote.dots", n=self._dots), most=self._most),
            self.words("vote.rule", least=self._desk.voting.least),
        ]
        if len(self._desk.session.people) < _SMALL:
            how.append(self.words("vote.small-room", n=len(self._desk.session.people)))
        how.append(self.words("vote.next-before"))
        listing = numbered([one.text for one in self._votable.options])
        return safe(self.words("vote.ask", about=about.casefold()), "bold"), safe("\n".join(how)), listing

    def _open(self) -> tuple[Content, Content, Content | Hanging]:
        vote = self._desk.voting.now
        assert vote is not None  # asked only while one is open
        people = len(self._desk.session.people)
        title = safe(self.words("vote.voted", n=self._desk.voting.ballots(), people=people), "bold $accent")
        how = safe(f"{self.words('vote.to-say')}\n{self.words('vote.next-open')}")
        return title, how, numbered([one.text for one in vote.options])

    def _told(self, result: Result) -> Content:
        foot = vote_foot(result, self.words)
        rows = [*ranking(result), Content(""), safe(foot, "$muted")] if foot else ranking(result)
        return Content("\n").join(rows)

    def action_go(self) -> None:
        """Open the vote, then count it, then be done."""
        if self._result is not None:
            self.dismiss(None)
            return
        voting = self._desk.voting
        try:
            if voting.now is None:
                voting.open(self._votable.about, self._dots, self._most)
            else:
                self._result = voting.close()
        except SessionRunnerError as error:
            self.notify(safe(self.words.explain(error)).plain, severity="warning", markup=False)
        self._draw()

    def action_dots(self, more: int) -> None:
        """One dot more or fewer for everybody."""
        self._dots = min(max(1, self._dots + more), MOST_DOTS)
        self._most = min(self._most, self._dots)
        self._draw()

    def action_most(self) -> None:
        """Let one more dot lie on the same, and after the last begin again with one."""
        self._most = self._most % self._dots + 1
        self._draw()

    def action_about(self) -> None:
        """Vote on the decisions instead of the headings, or the other way round."""
        self._votable = self._votable.other
        self._dots = usual_dots(len(self._votable.options))
        self._draw()

    def action_paper(self) -> None:
        """Type in what was written on paper, while ballots are taken."""
        if self._desk.voting.now is not None:
            self.app.push_screen(PaperBallotsScreen(self.words, self._desk), lambda _: self._draw())

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_leave(self) -> None:
        """Back; a vote that is open goes on."""
        self.dismiss(None)
