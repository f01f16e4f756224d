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


class QrCode(Widget):
    """Two modules a cell, always black on white whatever the theme: the only drawing all readers take."""

    def __init__(self, matrix: Sequence[Sequence[bool]] = ()) -> None:
        super().__init__(id="qr")
        self._matrix: tuple[tuple[bool, ...], ...] = ()
        self.show(matrix)

    def show(self, matrix: Sequence[Sequence[bool]]) -> None:
        """Draw this matrix: True is dark, the quiet zone is part of it."""
        rows = [tuple(row) for row in matrix]
        if len(rows) % 2:
            rows.append((False,) * len(rows[0]))
        self._matrix = tuple(rows)
        self.styles.width = len(rows[0]) if rows else 0
        self.styles.height = len(rows) // 2
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """A module is a column."""
        return len(self._matrix[0]) if self._matrix else 0

    def render_line(self, y: int) -> Strip:
        """The lower module is the glyph ▄, the upper one is what shows above it."""
        if 2 * y >= len(self._matrix):
            return Strip.blank(self.size.width)
        pairs = list(zip(self._matrix[2 * y], self._matrix[2 * y + 1], strict=True))
        if self.app.no_color:
            return Strip([Segment("".join(_PLAIN[pair] for pair in pairs))])
        return Strip([Segment("▄", Style(color=_ink(lower), bgcolor=_ink(upper))) for upper, lower in pairs])


def _ink(dark: bool) -> str:
    return _BLACK if dark else _WHITE
