"""Answers held back for personal data: the leader decides without seeing them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar


class WaitingScreen(Overlay[str | None]):
    """Take them without what looks like personal data, leave them out, or decide later."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("redact", "t", "decide('redact')", "t"),
        Key("leave-out", "u", "decide('leave_out')", "u"),
        Key("decide-later", "escape", "decide('')", "escape"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, waiting: int) -> None:
        super().__init__(words)
        self._waiting = waiting

    def compose(self) -> ComposeResult:
        """How many wait and why, what can be done, the keys."""
        with Vertical(classes="card"):
            yield Static(safe(self.words("paper.held-title", n=self._waiting)), classes="card-title")
            yield Static(safe(self.words("paper.held-why")))
            yield KeyBar(self.KEYS, self.words)

    def action_decide(self, what: str) -> None:
        """Give the decision; none is one as well."""
        self.dismiss(what or None)
