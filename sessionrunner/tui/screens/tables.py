"""What was said at the tables: for the leader, and turned on the wall from here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from sessionrunner.core.showing import Shown, Turn, tables_turned
from sessionrunner.core.statements import Tables
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.statements import statement_text


class TablesScreen(Overlay[None]):
    """Every table with its texts; the one that the room sees is marked."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("table-next", "n,space,right,pagedown", "turn('next')", "n"),
        Key("table-previous", "b,left,pageup", "turn('previous')", "b"),
        Key("tables-all", "a", "turn('all')", "a"),
        Key("answers-hide", "d,h", "turn('none')", "d"),
        Key("close", "escape,enter,c,f5", "close", "escape"),
    )
    BINDINGS = bindings(KEYS, ("up", "scroll(-1)"), ("down", "scroll(1)"))

    def __init__(self, words: Catalogue, desk: Desk, tables: Tables) -> None:
        super().__init__(words)
        self._desk, self._tables = desk, tables

    def compose(self) -> ComposeResult:
        """What the room sees, then the tables, then the keys."""
        with Vertical(classes="leaflet"):
            yield Static(safe(self._tables.title), classes="card-title")
            yield Static(id="on-wall")
            with VerticalScroll(can_focus=False):
                for one in self._tables.statements:
                    yield Static(statement_text(self.words, one), classes="answer")
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Say what is on the wall from the start."""
        self._mark(self._desk.room.shown())

    def action_turn(self, turn: str) -> None:
        """Show the room another table, all of them or none."""
        try:
            self._desk.handle(tables_turned(self._desk.session, Turn(turn)))
        except SessionRunnerError as error:
            self.notify(self.words.explain(error), severity="warning", markup=False)
        self._mark(self._desk.room.shown())

    def _mark(self, shown: Shown) -> None:
        kind = "one" if shown.tables and shown.number else "all" if shown.tables else "none"
        said = self.words(f"statements.on-wall-{kind}", number=shown.number, total=shown.total)
        self.query_one("#on-wall", Static).update(safe(said, "bold"))
        for number, line in enumerate(self.query(".answer"), 1):
            seen = bool(shown.tables) and shown.number in (0, number)
            line.set_class(seen, "-shown")
            if seen and shown.number:
                line.scroll_visible(animate=False)

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_close(self) -> None:
        """Back; the wall stays as it is."""
        self.dismiss(None)
