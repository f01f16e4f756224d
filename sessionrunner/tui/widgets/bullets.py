"""Lines with a point or a number before each: a long one goes on beside it."""

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


def numbered(lines: Iterable[str]) -> Table:
    """Numbers in a column of their own, air between the lines."""
    listing = Table.grid(padding=(0, 2))
    for number, line in enumerate(lines, 1):
        listing.add_row(Text(f"{number}"), Text(f"{safe(line).plain}\n"))
    return listing
