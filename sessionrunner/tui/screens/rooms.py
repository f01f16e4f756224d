"""What all rooms of the day have come to: for the leader, and put on the walls from here."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.ports import Rooms
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.statements import sheet_text

_LOOK = 1.0
"""Seconds between looks at what has been heard."""


class RoomsScreen(Overlay[None]):
    """Every room with what it has come to, and whether the wall shows it."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("rooms-here", "v", "turn(False)", "v"),
        Key("rooms-all", "a", "turn(True)", "a"),
        Key("close", "escape,enter,f12", "close", "escape"),
    )
    BINDINGS = bindings(KEYS, ("up", "scroll(-1)"), ("down", "scroll(1)"))

    def __init__(self, words: Catalogue, rooms: Rooms) -> None:
        super().__init__(words)
        self._rooms = rooms
        self._drawn: object = None

    def compose(self) -> ComposeResult:
        """What the wall shows, then the rooms, then the keys."""
        with Vertical(classes="leaflet"):
            yield Static(safe(self.words("gather.title")), classes="card-title")
            yield Static(id="on-wall")
            with VerticalScroll(can_focus=False):
                yield Static(safe(self.words("gather.listening"), "$muted"), id="sheets")
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Ask at once, and keep up with what is heard."""
        self._mark()
        self._look()
        self.set_interval(_LOOK, self._draw)

    @work(thread=True)
    def _look(self) -> None:
        try:
            self._rooms.look()
        except SessionRunnerError as error:
            self.call_later(self._tell, error)
        self.call_later(self._show)

    def _draw(self) -> None:
        """What the thread beside has heard since."""
        self._mark()
        if self._drawn is not None and self._drawn != self._rooms.sheets():
            self._show()

    def _show(self) -> None:
        self._drawn = sheets = self._rooms.sheets()
        lines = [sheet_text(one) for one in sheets] or [safe(self.words("gather.none"), "$muted")]
        self.query_one("#sheets", Static).update(Content("\n\n").join(lines))

    def _mark(self) -> None:
        said = self.words("gather.here-on" if self._rooms.on_wall() else "gather.here-off")
        everywhere = self.words("gather.everywhere") if self._rooms.on_all_walls() else ""
        self.query_one("#on-wall", Static).update(safe(f"{said} {everywhere}".strip(), "bold"))

    def action_turn(self, everywhere: bool) -> None:
        """Put the rooms on the wall, or take them away: here, or everywhere."""
        shown = self._rooms.on_all_walls() if everywhere else self._rooms.on_wall()
        self._turn(everywhere, not shown)

    @work(thread=True, exclusive=True, group="turn")
    def _turn(self, everywhere: bool, on: bool) -> None:
        try:
            (self._rooms.show_all if everywhere else self._rooms.show)(on)
        except SessionRunnerError as error:
            self.call_later(self._tell, error)
        self.call_later(self._mark)

    def _tell(self, error: SessionRunnerError) -> None:
        self.notify(self.words.explain(error), severity="warning", markup=False)

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_close(self) -> None:
        """Back; the wall stays as it is."""
        self.dismiss(None)
