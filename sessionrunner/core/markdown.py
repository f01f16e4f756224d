"""Text in a Markdown file: what people wrote stays text, whatever characters it is made of."""

import re

from sessionrunner.core.cleaning import clean

_SPECIAL = re.compile(
    r"[\\`*_\[\]<#|~$^{@]"  # emphasis, code, links, HTML, tags, tables, mathematics, mentions
    r"|([=%/!+])(?=\1)"  # marks and comments of some readers, addresses without a scheme
    r"|(?<!\d):(?=\S)"  # schemes of addresses and names of emoji, but not 9:30
    r"|&(?=#?\w+;)"  # entities
    r"|(?<=\w)\.(?=[^\W\d_]{2})(?!(?<=\b[Tt]\.)ex\b)(?!(?<=\b[Mm]\.)fl\b)"  # host names, but not t.ex. and m.fl.
)
_AT_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:[\s\-:]|$)|[>=!%:]))")
"""Lists, quotes, underlines of headings and definitions begin a line."""


def inline(text: str) -> str:
    """The text on one line, to stand in a heading, a list or a table."""
    return _line(" ".join(clean(text).split()))


def blockquote(text: str) -> str:
    """The text as exactly one quotation holding paragraphs of text and nothing else."""
    lines = (_line(line.strip()) for line in clean(text).split("\n"))
    return "\n".join(f"> {line}".rstrip(" ") for line in lines)


def _line(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return _AT_START.sub(r"\1\\", escaped)
