"""Keys and what they do, one below the other, every explanation beside its key."""

from collections.abc import Sequence
from textwrap import wrap

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key

_GAP = 2
_NARROWEST = 20
"""Columns that an explanation always has; a narrower screen cuts it instead of a letter a line."""


class KeyList(Widget):
    """Two columns: long explanations go on in their own."""

    def __init__(self, words: Catalogue, keys: Sequence[Key]) -> None:
        super().__init__(id="key-list")
        self._rows = [(key.shown(words), key.help(words)) for key in keys]
        self._column = max(len(shown) for shown, _ in self._rows) + _GAP

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the explanations need beside their keys."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All the keys."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        room = max(width - self._column, _NARROWEST)
        return [line for shown, told in self._rows for line in self._row(shown, wrap(told, room))]

    def _row(self, shown: str, told: list[str]) -> list[Content]:
        first = Content.assemble((shown.ljust(self._column), "bold $accent"), told[0])
        return [first, *(Content(" " * self._column + line) for line in told[1:])]
