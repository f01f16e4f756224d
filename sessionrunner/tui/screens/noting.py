"""A line about the step, and if wanted about one table or group; written under the clock."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from sessionrunner.core.commands import TakeNote
from sessionrunner.core.noting import ROOM, Spot, about
from sessionrunner.locale import Catalogue
from sessionrunner.locale.noting import spot_name
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar

_KEEP = Key("keep", "", "screen.keep", "enter")
_SPOT = Key("note-spot", "tab", "turn(1)", "tab")
_LEAVE = Key("leave", "escape", "leave", "escape")


class NoteLine(Overlay[TakeNote | None]):
    """One line; Tab or a number before a colon says which table it is about, and the screen says it in words."""

    KEYS = (_KEEP, _SPOT, _LEAVE)
    BINDINGS = bindings(KEYS, ("shift+tab", "turn(-1)"))

    def __init__(self, words: Catalogue, prompt: str, there: Sequence[Spot]) -> None:
        super().__init__(words)
        self._prompt, self._there = prompt, (ROOM, *there)
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """What is asked for, what it is about, the field, the keys."""
        keys = self.KEYS if len(self._there) > 1 else (_KEEP, _LEAVE)
        with Vertical(classes="line"):
            yield Static(safe(self._prompt), classes="card-title")
            yield Static(id="note-spot")
            yield Input(max_length=2000)
            yield KeyBar(keys, self.words)

    def on_mount(self) -> None:
        """Nothing has been chosen."""
        self.say()

    @on(Input.Changed)
    def say(self) -> None:
        """Say what the line is about as it stands."""
        spot, _ = self._read()
        self.query_one("#note-spot", Static).update(safe(self._told(spot), "$accent"))

    def _told(self, spot: Spot) -> str:
        """How to choose is told with a table or a group of this step, as long as none has been chosen."""
        name, at = spot_name(self.words, spot), min(3, len(self._there) - 1)
        if spot != ROOM or not at:
            return self.words("noting.chosen" if at else "noting.about", spot=name)
        example = self._there[at]
        return self.words("noting.choose", spot=name, sign=example.group or at, example=spot_name(self.words, example))

    def _read(self) -> tuple[Spot, str]:
        """What is written on the line goes before what Tab has chosen."""
        spot, text = about(self.query_one(Input).value.strip(), self._there[1:])
        return (self._there[self._chosen] if spot == ROOM else spot), text

    def action_turn(self, step: int) -> None:
        """The next table or group, and after the last the whole room."""
        self._chosen = (self._chosen + step) % len(self._there)
        self.say()

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the note; an empty line counts as none."""
        spot, text = self._read()
        self.dismiss(TakeNote(text, spot.table, spot.group) if text else None)

    def action_leave(self) -> None:
        """Leave without a note."""
        self.dismiss(None)
