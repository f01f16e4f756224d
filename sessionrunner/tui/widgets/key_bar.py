"""The bottom line, or two: which keys do what, as many as there is room for."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key

_GAP = "  "


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
        lines = Content("\n").join(Content(_GAP).join([self._one(key) for key in row]) for row in self._rows())
        return Content.assemble((f" {self._mark} ", "$on-accent on $soon"), _GAP, lines) if self._mark else lines

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        line = event.y - self.gutter.top
        left = event.x - self.gutter.left - (0 if line else self._taken)
        for key in self._rows()[line] if 0 <= line < len(self._rows()) else ():
            width = self._one(key).cell_length
            if 0 <= left < width:
                await self.screen.run_action(key.action)
            left -= width + len(_GAP)

    @property
    def _mark(self) -> str:
        """What tells that this is a rehearsal, where the app has such a thing."""
        return str(getattr(self.app, "mark", ""))

    @property
    def _taken(self) -> int:
        return len(self._mark) + 2 + len(_GAP) if self._mark else 0

    def _rows(self) -> list[list[Key]]:
        """As many lines as the bar is high."""
        *keys, last = self._keys
        height, rows = max(1, self.content_size.height), list[list[Key]]()
        for line in range(height):
            ending = [last] if line == height - 1 else []
            row = self._fitting(keys, ending, self.content_size.width - (0 if line else self._taken))
            rows.append([*row, *ending])
            keys = keys[len(row) :]
        return rows

    def _fitting(self, keys: Sequence[Key], ending: Sequence[Key], room: int) -> list[Key]:
        room -= sum(self._one(key).cell_length for key in ending) if ending else -len(_GAP)
        kept: list[Key] = []
        for key in keys:
            room -= self._one(key).cell_length + len(_GAP)
            if room < 0:
                break
            kept.append(key)
        return kept

    def _one(self, key: Key) -> Content:
        return Content.assemble((key.shown(self._words), "bold $accent"), f" {key.beside(self._words)}")
