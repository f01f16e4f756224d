"""The lesson record as one Markdown file: the record for programs at its head, then what a colleague needs to read."""

from collections.abc import Iterator, Sequence

from sessionrunner.core.markdown import blockquote, inline
from sessionrunner.core.record import Record
from sessionrunner.locale import Catalogue
from sessionrunner.output import front_matter, story
from sessionrunner.output.document import Bars, Block, Heading, Items, Paragraph, Quote, Span, Spans, Table

_WIDEST = 30
"""Characters in the longest bar."""


def render(record: Record, catalogue: Catalogue) -> str:
    """The whole file, ending in a newline; no names of participants and no times of day are in it."""
    text = "\n\n".join(written(block) for block in story.tell(record, catalogue).blocks)
    return f"{front_matter.render(record)}\n{text}\n"


def written(block: Block) -> str:
    """One block as Markdown; whatever people wrote in it stays text."""
    match block:
        case Heading(level, text):
            return f"{'#' * level} {inline(text)}"
        case Paragraph(spans):
            return _spans(spans)
        case Items(lines):
            return "\n".join(f"- {_spans(line)}" for line in lines)
        case Quote(text):
            return blockquote(text)
        case Table(heading, rows):
            return "\n".join(_table([_cells(heading), *map(_cells, rows)]))
        case Bars(rows):
            return "\n".join(("```text", *_bars(rows), "```"))


def _spans(spans: Spans) -> str:
    """Spaces at the ends of a span belong to the sentence; a mark of emphasis may not stand beside one."""
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    words = inline(span.text)
    before, after = span.text[:1].isspace(), span.text[-1:].isspace()
    marked = f"**{words}**" if span.strong and words else words
    return f"{' ' * before}{marked}{' ' * (after and bool(words))}"


def _cells(row: Sequence[str]) -> list[str]:
    return [inline(cell) for cell in row]


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A first column of words and further columns of numbers, in line for those who read it as plain text."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    for row in (rows[0], rule, *rows[1:]):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield f"| {' | '.join(cells)} |"


def _bars(rows: Sequence[tuple[str, int]]) -> Iterator[str]:
    width = max(len(value) for value, _ in rows)
    share = min(1, _WIDEST / max(1, *(count for _, count in rows)))
    for value, count in rows:
        bar = "█" * max(1, round(count * share))
        yield f"{value:>{width}}  {bar} {count}" if count else f"{value:>{width}}"
