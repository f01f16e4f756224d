"""Typing in ballots that were written on paper: the numbers, Enter, the next one."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.dots import numbered
from sessionrunner.tui.widgets.key_bar import KeyBar

_LONGEST = 60
"""Characters of one ballot: ten dots and what stands between them."""


class PaperBallotsScreen(Overlay[None]):
    """Takes ballot after ballot while the vote is open; what was typed is not seen again."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("ballot-next", "", "screen.enter", "enter"),
        Key("ballot-done", "escape", "finish", "escape"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk) -> None:
        super().__init__(words)
        self._desk = desk
        self._taken = 0

    def compose(self) -> ComposeResult:
        """How many there are, what to type, the field, what is wrong, what the numbers stand for, the keys."""
        vote = self._desk.voting.now
        with Vertical(classes="leaflet"):
            yield Static(id="ballot-title", classes="card-title")
            yield Static(one_line(self.words("vote.paper-how", n=vote.dots if vote else 0)))
            yield Input(max_length=_LONGEST, placeholder="1 3")
            yield Static(id="ballot-wrong")
            with VerticalScroll(can_focus=False):
                options = [one.text for one in vote.options] if vote else []
                yield Static(numbered(options))
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Ready for the first ballot."""
        self._tell()

    @on(Input.Submitted)
    def action_enter(self) -> None:
        """Hand the ballot in, or say what is wrong with it."""
        field = self.query_one(Input)
        try:
            self._desk.voting.paper(field.value)
        except SessionRunnerError as error:
            self._tell(self.words.explain(error))
            return
        self._taken += 1
        field.clear()
        self._tell()

    def action_finish(self) -> None:
        """Leave; a ballot that was begun and not handed in is not kept, and that is said."""
        if self.query_one(Input).value.strip():
            self.notify(self.words("vote.paper-last-not-kept"), markup=False)
        self.dismiss(None)

    def _tell(self, wrong: str = "") -> None:
        self.query_one("#ballot-title", Static).update(one_line(self.words("vote.paper-title", n=self._taken)))
        self.query_one("#ballot-wrong", Static).update(one_line(wrong))
