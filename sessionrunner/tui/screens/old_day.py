"""A day that was begun on another date: go on with it now, end it, or let it wait."""

from datetime import date
from enum import Enum

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sessionrunner.locale import Catalogue
from sessionrunner.locale.dates import long_date
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar


class Answer(Enum):
    """What is to become of the day."""

    GO_ON = "go-on"
    END = "end"


class OldDay(Overlay[Answer | None]):
    """Enter goes on with times from now, e ends and saves, Esc lets it wait; nothing happens by itself."""

    KEYS = (
        Key("old-day-go-on", "enter", "answer('go-on')", "enter"),
        Key("old-day-end", "e", "answer('end')", "e"),
        Key("old-day-wait", "escape", "answer('')", "escape"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, title: str, old: date) -> None:
        super().__init__(words)
        self._title, self._old = title, old

    def compose(self) -> ComposeResult:
        """Which day, from when, and what can be done with it."""
        with Vertical(classes="card"):
            asked = self.words("library.old-day.title", title=self._title, date=long_date(self.words, self._old))
            yield Static(safe(asked), classes="card-title")
            yield Static(self.words("library.old-day.how"))
            yield KeyBar(self.KEYS, self.words)

    def action_answer(self, answer: str) -> None:
        """Give the answer."""
        self.dismiss(Answer(answer) if answer else None)
