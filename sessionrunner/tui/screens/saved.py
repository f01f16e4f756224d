"""Saved: where the lessons are now, or why they wait and that they are safe."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.copies import CopyKind
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import GoHome
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.screens.leaflets import now_leaflet
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.saved_text import saved_text

_LOOK_AGAIN = 2.0
"""Seconds between looks while the shared folder is out of reach."""

_TO_DAY = Key("to-day", "enter,escape", "home", "enter")


class SavedScreen(LeaderScreen):
    """Closes the session and tells how it went; delivery goes on by itself."""

    PURPOSE = "saved"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("library", "enter,escape", "home", "enter"),
        Key("now", "h", "now", "h"),
        Key("copy-word", "w", "copy('word')", "w"),
        Key("copy-pdf", "p", "copy('pdf')", "p"),
        Key("copy-png", "b", "copy('png')", "b"),
        Key("copy-ics", "k", "copy('ics')", "k"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk) -> None:
        super().__init__(words)
        self.desk = desk
        self._ended = False
        self._answers = sum(desk.answers.received().values())
        """Counted now: after the end nobody can open the box."""
        self._failed: SessionRunnerError | None = None

    def compose(self) -> ComposeResult:
        """One card in the middle."""
        with Vertical(id="saved"):
            yield Static(self.words("tui.saved.saving"), id="saved-title")
            yield Static(id="saved-text")
        yield KeyBar((_TO_DAY, *self.KEYS[1:]) if self._in_day else self.KEYS, self.words)

    @property
    def _in_day(self) -> bool:
        """Whether this was one exercise of a day, which is where Enter leads."""
        home = getattr(self.app, "home", None)
        return home is not None and home.day is not None

    def on_mount(self) -> None:
        """Saving may wait for a slow share: it is done beside the screen."""
        self._end()
        self.set_interval(_LOOK_AGAIN, self._look)

    @work(thread=True)
    def _end(self) -> None:
        try:
            self.desk.close()
        except SessionRunnerError as error:
            self._failed = error
        self.call_later(self._is_ended)

    def _is_ended(self) -> None:
        self._ended = True
        self._look()

    def _look(self) -> None:
        if not self._ended:
            return
        delivery = self.desk.keeping.delivery()
        trouble = self._failed or self.desk.keeping.trouble
        state = "failed" if trouble else "delivered" if delivery.delivered else "waiting"
        self.query_one("#saved-title", Static).update(Content(self.words(f"tui.saved.{state}")))
        self.query_one("#saved-text", Static).update(
            saved_text(self.words, self.desk.session, delivery, trouble or delivery.trouble, self._answers)
        )

    def action_now(self) -> None:
        """What is left to do."""
        self.app.push_screen(now_leaflet(self.words, self.desk))

    @work(thread=True)
    def action_copy(self, kind: str) -> None:
        """Make a copy and say where it is, once everything else is safe; a slow share may take its time."""
        if not self._ended:
            return
        try:
            name, delivery = self.desk.keeping.copy(CopyKind(kind))
        except SessionRunnerError as error:
            self.call_later(self.tell, error)
        else:
            state = "delivered" if delivery.delivered else "waiting"
            self.call_later(self.inform, f"export.screen.{state}", file=name)

    def action_home(self) -> None:
        """Back to the library, once everything is safe."""
        if self._ended:
            self.post_message(GoHome())
