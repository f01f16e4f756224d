"""Texts that want to be more than text: the same for every screen, page and file."""

import os
from collections.abc import Iterator, Sequence
from random import Random

COUNT = int(os.environ.get("HOSTILE_STRINGS", "5000"))
"""How many go through each surface; ``HOSTILE_STRINGS=100000`` for the long run."""
PIECES: Sequence[str] = (
    "\x1b[2J", "\x1b]52;c;aGVq\x07", "\x1b]0;titel\x1b\\", "\x1bP1$r\x9c", "\x9b31m", "\x90q\x9c", "\x07", "\x08", "\r",
    "\x0b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\u2069", "\u200f", "\u200d", "\ufeff", "\ufffe", "\ue000",
    "[@click=app.quit]", "[@click=screen.answer(True)]x[/]", "[/nope]", "[bold red]", "[link=http://x]", "[[", "\\[",
    "$accent", "{0}", "%s", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</textarea>", "&lt;", "\"'>",
    "<!--", "]]>", "javascript:", "# ", "> ", "- ", "1. ", "---", "```", "[x](y)", "![x](y)", "[[wiki]]", "|", "\\",
    "<b>", "www.a.se", "http://a.se", "x@y.se", "*", "_", "~~", "e\u0301\u0302\u0303\u0304", "👩‍👧", "漢字", "عربي",
    "å", "ö", " ", "  ", "\n", "\t", "ord", "En mening.", "0", "\u00a0", "=1+1", "\U0010ffff", "\u0300",
)  # fmt: skip


def strings(count: int = COUNT, seed: int = 4) -> list[str]:
    """So many, made of one to eight pieces; the same ones every time."""
    dice = Random(seed)
    return ["".join(dice.choices(PIECES, k=dice.randint(1, 8))) for _ in range(count)]


def in_heaps(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """So many at a time."""
    return (texts[at : at + size] for at in range(0, len(texts), size))
