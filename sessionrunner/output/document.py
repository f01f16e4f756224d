"""A text for people, before it is a file of any kind: headings, paragraphs, lists, quotations, tables, bars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sessionrunner.core.cleaning import clean
from sessionrunner.locale import Catalogue


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a row that look alike."""

    text: str
    strong: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of what follows."""

    level: int
    """1 for the document's own title, then 2, 3 and 4."""
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Items:
    """A list without an order."""

    lines: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody wrote, line for line."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading; the first column holds words, the others numbers."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """How many chose each value of a scale, from the lowest value to the highest."""

    rows: tuple[tuple[str, int], ...]


Block = Heading | Paragraph | Items | Quote | Table | Bars


def introduces(before: Block | None, block: Block) -> bool:
    """Whether a paragraph says what comes right below it, and may not be alone at the foot of a page."""
    return isinstance(before, Paragraph) and isinstance(block, Items | Quote | Table | Bars)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text with what a file says about itself; never who wrote it."""

    title: str
    language: str
    """``sv`` or ``en``."""
    date: date
    blocks: tuple[Block, ...]


def plain(spans: Iterable[Span]) -> str:
    """The words alone."""
    return "".join(span.text for span in spans)


def phrase(words: Catalogue, key: str, *, n: int | None = None, **texts: str) -> Spans:
    """A sentence of the catalogue: what stands between ``**`` there is strong, what is filled in stays as it is."""
    kept = {name: f"{{{name}}}" for name in texts}
    template = words(key, **kept) if n is None else words(key, n=n, **kept)
    parts = enumerate(template.split("**"))
    return tuple(Span(part.format_map(texts), strong=at % 2 == 1) for at, part in parts if part)


def said(text: str) -> Paragraph:
    """A paragraph of one plain sentence or more."""
    return Paragraph((Span(text),))


def one_line(text: str) -> str:
    """What somebody wrote, without its line breaks and signs that cannot be seen."""
    return " ".join(clean(text).split())
