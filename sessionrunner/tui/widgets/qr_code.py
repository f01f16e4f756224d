"""A QR code that phones can read from any terminal."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

_PLAIN = {(True, True): " ", (True, False): "▄", (False, True): "▀", (False, False): "█"}
"""Without colours the ink is what shines: right on dark terminals, and read by most phones on light ones."""
_BLACK, _WHITE = "#000000", "#ffffff"
_AROUND = 6
"""Rows of a screen that are not for a code drawn twice as large."""


class QrCode(Widget):
    """Two modules a cell, always black on white whatever the theme: the only drawing all readers take."""

    def __init__(self, matrix: Sequence[Sequence[bool]] = ()) -> None:
        super().__init__(id="qr")
        self._matrix: tuple[tuple[bool, ...], ...] = ()
        self._twice = False
        self.show(matrix)

    def show(self, matrix: Sequence[Sequence[bool]]) -> None:
        """Draw this matrix: True is dark, the quiet zone is part of it."""
        rows = [tuple(row) for row in matrix]
        if len(rows) % 2:
            rows.append((False,) * len(rows[0]))
        self._matrix = tuple(rows)
        self._measure()

    def fit(self, screen: Size) -> None:
        """Twice as large where that leaves half of the screen for words: then the back row reads it too."""
        across = len(self._matrix[0]) if self._matrix else 0
        twice = bool(across) and 4 * across <= screen.width and len(self._matrix) + _AROUND <= screen.height
        if twice != self._twice:
            self._twice = twice
            self._measure()

    def _measure(self) -> None:
        self.styles.width = self._columns
        self.styles.height = len(self._matrix) // (1 if self._twice else 2)
        self.refresh(layout=True)

    @property
    def _columns(self) -> int:
        """A module is a column, or two."""
        return len(self._matrix[0]) * (1 + self._twice) if self._matrix else 0

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All the columns."""
        return self._columns

    def render_line(self, y: int) -> Strip:
        """The lower module is the glyph ▄, the upper one is what shows above it; a large module is both."""
        if self._twice and y < len(self._matrix):
            return self._painted([(dark, dark) for dark in self._matrix[y] for _ in range(2)])
        if self._twice or 2 * y >= len(self._matrix):
            return Strip.blank(self.size.width)
        return self._painted(list(zip(self._matrix[2 * y], self._matrix[2 * y + 1], strict=True)))

    def _painted(self, pairs: Sequence[tuple[bool, bool]]) -> Strip:
        if self.app.no_color:
            return Strip([Segment("".join(_PLAIN[pair] for pair in pairs))])
        return Strip([Segment("▄", Style(color=_ink(lower), bgcolor=_ink(upper))) for upper, lower in pairs])


def _ink(dark: bool) -> str:
    return _BLACK if dark else _WHITE
