"""Digits large enough for the back of the room, drawn with blocks that every terminal font has."""

from collections.abc import Sequence

_GLYPHS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
}
_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
LARGEST = 6
"""Columns to one dot of a digit, at most; a dot is as many half rows high."""


def lines(text: str, scale: int) -> list[str]:
    """The text as rows of blocks: a dot is ``scale`` columns wide and ``scale`` half rows high."""
    dots = _dots(text, scale)
    if len(dots) % 2:
        dots = [*dots, [False] * len(dots[0])]
    pairs = zip(dots[::2], dots[1::2], strict=True)
    return ["".join(_HALVES[cell] for cell in zip(upper, lower, strict=True)) for upper, lower in pairs]


def fitting(text: str, width: int, height: int) -> list[str]:
    """The text as large as this many columns and rows allow; ``9:59`` is no larger than ``10:00`` was."""
    longest = max(text, "00:00", key=len)
    for scale in range(LARGEST, 1, -1):
        rows = lines(longest, scale)
        if len(rows) <= height and len(rows[0]) <= width:
            return lines(text, scale)
    return lines(text, 1)


def _dots(text: str, scale: int) -> list[list[bool]]:
    rows = [" ".join(_GLYPHS[char][row] for char in text) for row in range(5)]
    return [_wide(row, scale) for row in rows for _ in range(scale)]


def _wide(row: Sequence[str], scale: int) -> list[bool]:
    return [dot == "#" for dot in row for _ in range(scale)]
