"""Lines broken between words where a person reads them; what another program reads stays whole."""

import os
from collections.abc import Callable
from textwrap import wrap
from typing import TextIO

_NARROWEST = 20
"""Columns below which a terminal may break lines as it likes."""
_POINT = "- "


def columns_of(stream: TextIO) -> int:
    """How wide the terminal is that the stream goes to; 0 when it goes anywhere else."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError):
        return 0


def broken(text: str, columns: int) -> str:
    """The text in so many columns; an address is never broken, and with 0 columns nothing is."""
    # In the last column some terminals begin a new line by themselves.
    room = columns - 1
    return text if room < _NARROWEST else "\n".join(_broken(line, room) for line in text.split("\n"))


def sayer(stream: TextIO, columns: Callable[[TextIO], int] = columns_of) -> Callable[[str], None]:
    """Writes a line to the stream at a time, as wide as its terminal is by then."""
    return lambda line: print(broken(line, columns(stream)), file=stream, flush=True)


def _broken(line: str, room: int) -> str:
    if len(line) <= room:
        return line
    beside = " " * len(_POINT) if line.startswith(_POINT) else ""
    rows = wrap(line, room, subsequent_indent=beside, break_long_words=False, break_on_hyphens=False)
    return "\n".join(rows)
