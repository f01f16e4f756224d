"""The bottom line: which keys do what, as many as there is room for."""

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key

_GAP = "   "


class KeyBar(Widget):
    """Keys in the order of their importance; a click does what the key does."""

    def __init__(self, keys: Sequence[Key], words: Catalogue) -> None:
        super().__init__(id="keys")
        self._keys = tuple(keys)
        self._words = words

    def show(self, keys: Sequence[Key]) -> None:
        """Offer these keys instead."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def render(self) -> Content:
        """The last key, help, is always there; others give way from the end."""
        *keys, last = (self._one(key) for key in self._keys)
        room = self.content_size.width - last.cell_length
        kept: list[Content] = []
        for part in keys:
            room -= part.cell_length + len(_GAP)
            if room < 0:
                break
            kept.append(part)
        return Content(_GAP).join([*kept, last])

    def _one(self, key: Key) -> Content:
        shown = Content.assemble((key.shown(self._words), "bold $accent"), f" {key.label(self._words)}")
        return shown.stylize(Style.from_meta({"@click": key.action if "." in key.action else f"screen.{key.action}"}))
