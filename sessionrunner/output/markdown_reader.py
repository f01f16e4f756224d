"""A lesson file read back as a document: what the program wrote, and what a colleague has changed in it since."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sessionrunner.core.tally import told_again
from sessionrunner.output.document import (
    Bars,
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    plain,
    said,
)

_BAR = re.compile(r"\s*(-?\d+(?:–-?\d+)?)(?:  █+ (\d+))?\s*")
_FENCE = "---"


def read(text: str, language: str, day: date) -> Document:
    """The document in a file's text; the record at its head is left out."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(_body(text))
    blocks = tuple(_Reader(tokens).blocks())
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    return Document(title, language, day, blocks)


def _body(text: str) -> str:
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].rstrip() != _FENCE:
        return text
    head = sum(1 for _ in takewhile(lambda line: line.rstrip() != _FENCE, lines[1:]))
    return "\n".join(lines[head + 2 :])


class _Reader:
    """Goes through the tokens once; what the program never writes becomes the nearest thing it knows."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = list(tokens)
        self._at = 0

    def blocks(self) -> Iterator[Block]:
        while self._at < len(self._tokens):
            token = self._next()
            match token.type:
                case "heading_open":
                    yield Heading(int(token.tag[1:]), plain(_spans(self._next())))
                case "paragraph_open":
                    yield Paragraph(_spans(self._next()))
                case "bullet_list_open" | "ordered_list_open":
                    yield Items(tuple(_spans(line) for line in self._inside(token)))
                case "blockquote_open":
                    yield Quote("\n\n".join(plain(_spans(line)) for line in self._inside(token)))
                case "table_open":
                    yield self._table()
                case "fence" | "code_block":
                    yield _preformatted(token.content)
                case _:
                    continue

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _inside(self, opened: Token) -> Iterator[Token]:
        """The lines of text up to where this block ends."""
        closing = opened.type.replace("_open", "_close")
        while (token := self._next()).type != closing or token.level != opened.level:
            if token.type == "inline":
                yield token

    def _table(self) -> Table:
        rows: list[tuple[str, ...]] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                rows.append(tuple(plain(_spans(cell)) for cell in self._inside(token)))
        return Table(rows[0], tuple(rows[1:]))


def _preformatted(text: str) -> Block:
    lines = [_BAR.fullmatch(line) for line in text.splitlines()]
    if lines and all(lines):
        told = told_again([(line[1], int(line[2] or 0)) for line in lines if line])
        return Bars(told) if told else said("–")
    return said(text.rstrip("\n"))


def _spans(token: Token) -> Spans:
    spans: list[Span] = []
    strong = 0
    for part in token.children or ():
        strong += {"strong_open": 1, "strong_close": -1}.get(part.type, 0)
        words = "\n" if part.type in ("softbreak", "hardbreak") else part.content
        if words and spans and spans[-1].strong == bool(strong):
            spans[-1] = Span(spans[-1].text + words, bool(strong))
        elif words:
            spans.append(Span(words, bool(strong)))
    return tuple(spans)
