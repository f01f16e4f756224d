"""Blocks as Word's own headings, paragraphs, lists and tables."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt

from sessionrunner.output.document import Bars, Block, Heading, Items, Paragraph, Quote, Span, Spans, Table, introduces
from sessionrunner.output.word.looks import Looks

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_LONGEST = 9.0
"""Centimetres of the longest bar."""
_WHOLE = 12
"""Rows of a table that is not divided between two pages."""
_NUMBERS = 3.6
"""Centimetres of a column of numbers."""


def write(word: "WordDocument", blocks: Iterable[Block], looks: Looks) -> None:
    """Add the blocks after what is there."""
    before: Block | None = None
    for block in blocks:
        if introduces(before, block):
            word.paragraphs[-1].paragraph_format.keep_with_next = True
        _write(word, block, looks)
        before = block


def _write(word: "WordDocument", block: Block, looks: Looks) -> None:
    match block:
        case Heading(level, text):
            word.add_paragraph(_legal(text), looks[f"h{min(level, 4)}"])
        case Paragraph(spans):
            _fill(word.add_paragraph(), spans)
        case Items(lines):
            for line in lines:
                _item(word, line, looks["list"])
        case Quote(text):
            _quote(word, text, looks["quote"])
        case Table(heading, rows):
            _table(word, [heading, *rows], looks["table"])
        case Bars(rows):
            _bars(word, rows)


def _fill(paragraph: Any, spans: Spans) -> None:
    for span in spans:
        paragraph.add_run(_legal(span.text)).bold = span.strong or None


def _item(word: "WordDocument", line: Spans, style: str) -> None:
    paragraph = word.add_paragraph(style=style or None)
    if style == "List Bullet":
        paragraph.paragraph_format.space_after = Pt(3)
        _fill(paragraph, line)
        return
    # A template without a list of its own: a dot and an indent say the same to the eye.
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.5)
    _fill(paragraph, (Span("•  "), *line))


def _quote(word: "WordDocument", text: str, style: str) -> None:
    paragraph = word.add_paragraph(_legal(text), style or None)
    if not style:
        paragraph.paragraph_format.left_indent = Cm(0.8)


def _table(word: "WordDocument", rows: list[tuple[str, ...]], style: str) -> None:
    table = word.add_table(len(rows), len(rows[0]))
    if style:
        table.style = style
    numbers = [_NUMBERS] * (len(rows[0]) - 1)
    _set_widths(table, [_room(word) - sum(numbers), *numbers])
    for row, texts in zip(table.rows, rows, strict=True):
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            _cell(cell.paragraphs[0], text, strong=texts is rows[0], number=column > 0)
    _repeat_heading(table.rows[0])
    _keep_whole(table)
    _part(word)


def _keep_whole(table: Any) -> None:
    """No row over two pages, and a short table on one of them."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for row in table.rows[:-1] if len(table.rows) <= _WHOLE else ():
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _part(word: "WordDocument") -> None:
    """A line between a table and what comes after it: tables side by side would grow together."""
    between = word.add_paragraph()
    between.paragraph_format.space_after = Pt(0)
    between.paragraph_format.line_spacing = Pt(8)


def _room(word: "WordDocument") -> float:
    """Centimetres between the margins; as on an A4 where the file does not say."""
    section = word.sections[-1]
    sides = (section.page_width, section.left_margin, section.right_margin)
    width, left, right = (Cm(side.cm if side is not None else 0).cm for side in sides)
    return max(width - left - right, 8.0) if width else 16.0


def _set_widths(table: Any, widths: list[float]) -> None:
    """Centimetres a column; some programs read the columns' widths and some the cells'."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _cell(paragraph: Any, text: str, *, strong: bool, number: bool) -> None:
    paragraph.add_run(_legal(text)).bold = strong or None
    paragraph.paragraph_format.space_after = Pt(2)
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat_heading(row: Any) -> None:
    """Say which row is the heading, to those who listen and on the next page."""
    heading = OxmlElement("w:tblHeader")
    heading.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(heading)


def _bars(word: "WordDocument", rows: tuple[tuple[str, int], ...]) -> None:
    """Value and count as text, and a painted paragraph as long as the count: nothing is read aloud twice."""
    most = max(1, *(count for _, count in rows))
    table = word.add_table(len(rows), 3)
    _set_widths(table, [1.6, 1.4, _LONGEST + 0.5])
    for row, (value, count) in zip(table.rows, rows, strict=True):
        _cell(row.cells[0].paragraphs[0], value, strong=False, number=True)
        _cell(row.cells[1].paragraphs[0], str(count), strong=False, number=True)
        for cell in row.cells:
            # A distribution over two pages cannot be seen at a glance.
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        bar = row.cells[2].paragraphs[0]
        bar.paragraph_format.space_after = Pt(2)
        if count:
            _paint(bar, _LONGEST * (1 - count / most))
    _part(word)


def _paint(paragraph: Any, left_over: float) -> None:
    paragraph.paragraph_format.right_indent = Cm(left_over)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "0B5C6B")):
        shade.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().append(shade)


def _legal(text: str) -> str:
    """The text without the few characters that no XML may hold."""
    return "".join(char for char in text if char >= " " or char in "\n\t").translate({0xFFFE: None, 0xFFFF: None})
