"""Laid over the editor: a text of several lines, and what sort of step to add."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from sessionrunner.core.blueprint import Part
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.key_bar import KeyBar

_LEAVE = Key("leave", "escape", "answer(None)", "escape")


class AskText(Overlay[str | None]):
    """A text of several lines: Enter is a new line, another key is done."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("editor-done", "ctrl+s,f2", "keep", "Ctrl+S"), _LEAVE)
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, prompt: str, already: str = "", empty: str | None = None) -> None:
        """``empty`` is what an empty text gives: by default the same as leaving."""
        super().__init__(words)
        self._prompt, self._already, self._empty = prompt, already, empty

    def compose(self) -> ComposeResult:
        """What is asked for, the text, the keys."""
        with Vertical(classes="line"):
            yield Static(safe(self._prompt), classes="card-title")
            yield TextArea(self._already, id="long-text", soft_wrap=True, show_line_numbers=False)
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Write on where the text ends."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_keep(self) -> None:
        """Give the text."""
        self.dismiss(self.query_one(TextArea).text.strip() or self._empty)

    def action_answer(self, nothing: None) -> None:
        """Leave it as it was."""
        self.dismiss(nothing)


class ChoosePart(Overlay[Part | None]):
    """Which way of working the new step is to have."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("editor-choose", "", "choose", "enter"), _LEAVE)
    BINDINGS = bindings(KEYS)

    def compose(self) -> ComposeResult:
        """The ways of working, in words."""
        with Vertical(classes="line"):
            yield Static(self.words("editor.add"), classes="card-title")
            kinds = (self.words(f"author.kind.{part.value}") for part in Part)
            yield Choices(*(Option(kind) for kind in kinds), id="part-list", markup=False)
            yield KeyBar(self.KEYS, self.words)

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Give the one under the cursor."""
        self.dismiss([*Part][self.query_one(OptionList).highlighted or 0])

    def action_answer(self, nothing: None) -> None:
        """No step after all."""
        self.dismiss(nothing)
