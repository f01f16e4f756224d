"""A day that was begun on another date: go on with it now, end it, or let it wait."""

from collections.abc import Callable
from datetime import date
from enum import Enum

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sessionrunner.daydesk import DayDesk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.dates import long_date
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import LeaderScreen, Overlay
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


class OldDayQuestion:
    """Asks on the day's screen as soon as the day is from an earlier date: when it is opened, or the morning after."""

    def __init__(self, screen: LeaderScreen, day: DayDesk, then: Callable[[Answer | None], None]) -> None:
        self._screen, self._day, self._then = screen, day, then
        self._asked: date | None = None

    def ask(self) -> None:
        """Once for each date, and never over another screen."""
        old = self._day.plan.old if self._day.begun else None
        if old is not None and old != self._asked and self._screen.is_current:
            self._asked = old
            asked = OldDay(self._screen.words, self._day.day.programme.title, old)
            self._screen.app.push_screen(asked, self._then)
