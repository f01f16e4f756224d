"""A document as PDF on A4."""

from collections.abc import Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from sessionrunner.output.document import (
    Bars,
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    Quote,
    Spans,
    Table,
    introduces,
)
from sessionrunner.output.paper.flow import (
    ACCENT,
    INK,
    Distribution,
    Quoted,
    listed,
    paragraph,
    style,
    table,
)
from sessionrunner.output.paper.letters import marked_up, printable
from sessionrunner.output.paper.sheet import WIDTH, printed
from sessionrunner.output.paper.tags import Element

_HEADINGS = {1: 24, 2: 15, 3: 12, 4: 11}
"""Points."""


def render(document: Document) -> bytes:
    """The file, with bookmarks, tags and the document's language."""
    return printed(document.title, document.language, document.date, lambda root: _filled(document, root))


def _filled(document: Document, root: Element) -> list[Flowable]:
    found: list[Flowable] = []
    for before, block in zip((None, *document.blocks), document.blocks, strict=False):
        if introduces(before, block):
            found[-1].keepWithNext = 1
        found += flowables(block, root, document.language)
    return found


def flowables(block: Block, element: Element, language: str) -> Iterator[Flowable]:
    """The block as pieces of a page, inside this element."""
    text = style(11, language=language)
    match block:
        case Heading(level, title):
            yield heading(level, title, element, language)
        case Paragraph(spans):
            yield paragraph(element, "P", _markup(spans), text)
        case Items(lines):
            look = style(11, language=language, leftIndent=6 * mm, bulletIndent=1 * mm, spaceAfter=3)
            yield from listed(element, [_markup(line) for line in lines], look)
        case Quote(words):
            look = style(11, language=language, leftIndent=5 * mm, spaceAfter=7)
            yield _quoted(element, words, look)
        case Table(head, rows):
            yield table(element, [head, *rows], _widths(head), language)
        case Bars(rows):
            alt = ", ".join(f"{value}: {count}" for value, count in rows)
            yield Distribution(rows, element.add("Figure", alt))


def heading(level: int, title: str, element: Element, language: str) -> Flowable:
    """A heading that stays with what follows, and has a bookmark."""
    size = _HEADINGS[min(level, 4)]
    look = style(
        size,
        bold=True,
        language=language,
        color=INK if level == 1 else ACCENT,
        leading=size * 1.2,
        spaceBefore=0 if level == 1 else size * 0.9,
        spaceAfter=size * 0.4,
        keepWithNext=1,
    )
    found = paragraph(element, f"H{level}", marked_up(title), look)
    found.bookmark = (printable(title), level - 1)
    return found


def _quoted(element: Element, words: str, look: ParagraphStyle) -> Flowable:
    found = Quoted(marked_up(words), look)
    found.element = element.add("BlockQuote")
    return found


def _markup(spans: Spans) -> str:
    return "".join(marked_up(span.text, span.strong) for span in spans)


def _widths(head: Sequence[str]) -> list[float]:
    """The numbers' columns are narrow, the first takes the rest."""
    numbers = 32 * mm
    return [WIDTH - numbers * (len(head) - 1), *[numbers] * (len(head) - 1)]
