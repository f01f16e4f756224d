"""A painted screen as a few lines: what is written in which colours, and a fingerprint of every cell."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from sessionrunner.core.contrast import READABLE, contrast

Row = Iterable[Segment]


def ledger(rows: Iterable[Row]) -> str:
    """Colours with the number of cells painted in them, the most used first; a fingerprint of all cells last."""
    cells = [(segment.text, _colours(segment.style)) for row in rows for segment in row]
    counts: Counter[str] = Counter()
    for text, colours in cells:
        counts[colours] += len(text)
    lines = [f"{number:5} {colours}" for colours, number in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]
    return "\n".join([*lines, f"cells {_fingerprint(cells)}"])


def _fingerprint(cells: Iterable[tuple[str, str]]) -> str:
    """The same cells in the same colours give the same one, however they are cut into segments."""
    digest = hashlib.sha256()
    for text, colours in cells:
        for char in text:
            digest.update(f"{char}{colours};".encode())
    return digest.hexdigest()[:16]


def _colours(style: Style | None) -> str:
    ink, ground = (one.get_truecolor().hex if one else "-" for one in _pair(style))
    how = [name for name in ("bold", "underline", "reverse", "dim") if style and getattr(style, name)]
    return " ".join([ink, "on", ground, *how])


def _pair(style: Style | None) -> tuple[Color | None, Color | None]:
    return (style.color, style.bgcolor) if style else (None, None)


def unreadable(rows: Iterable[Row]) -> set[tuple[str, str]]:
    """Pairs of ink and ground that words are painted in and that are too much alike."""
    return {pair for pair in _inks(rows) if contrast(*pair) < READABLE}


def _inks(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        for segment in row:
            style = segment.style
            if any(char.isalnum() for char in segment.text) and style and style.color and style.bgcolor:
                yield style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
