"""Lines with a point before each: a long one goes on beside its point."""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from sessionrunner.tui.safe import safe

_POINT = "·"


def bullets(lines: Iterable[str]) -> Table:
    """Points in a column of their own."""
    listing = Table.grid(padding=(0, 1))
    for line in lines:
        listing.add_row(Text(_POINT), Text(safe(line).plain))
    return listing
