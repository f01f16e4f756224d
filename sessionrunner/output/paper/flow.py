"""Paragraphs, quotations, tables and bars that know what they are."""

from collections.abc import Sequence
from typing import Any, cast

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Table

from sessionrunner.output.paper.letters import BOLD, REGULAR, marked_up
from sessionrunner.output.paper.tags import Element, TaggedCanvas

INK, MUTED, ACCENT, RULE = (HexColor(code) for code in ("#1b1f24", "#57606a", "#0b5c6b", "#c9d1d9"))


def style(size: float, *, bold: bool = False, language: str = "sv", color: Color = INK, **more: Any) -> ParagraphStyle:
    """Letters of a size in points, with lines that do not crowd; words are divided as the language divides them."""
    given = {"leading": size * 1.4, "spaceAfter": size * 0.5, "splitLongWords": 1} | more
    return ParagraphStyle(
        f"{size}{bold}",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        textColor=color,
        hyphenationLang="sv" if language == "sv" else "en_GB",
        hyphenationMinWordLength=10,
        **given,
    )


class Said(Paragraph):
    """A paragraph with its element; the bookmark, if any, leads here."""

    element: Element | None = None
    bookmark: tuple[str, int] | None = None
    """Title and level of an entry in the reader's list of headings."""

    def split(self, width: float, height: float) -> list[Any]:
        """Both parts are the same element."""
        parts: list[Any] = super().split(width, height)
        for number, part in enumerate(parts):
            part.element = self.element
            part.bookmark = None if number else self.bookmark
        return parts

    def draw(self) -> None:
        """Draw inside the element's mark."""
        canvas = cast(TaggedCanvas, self.canv)
        if self.bookmark is not None:
            canvas.bookmark(*self.bookmark, self.height)
        with canvas.marking(self.element) if self.element else canvas.decorating():
            super().draw()


class Quoted(Said):
    """What somebody wrote, with a line beside it."""

    def draw(self) -> None:
        """The line first; it says nothing to those who listen."""
        canvas = cast(TaggedCanvas, self.canv)
        with canvas.decorating():
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(2)
            canvas.line(2, 0, 2, self.height)
        super().draw()


class Grid(Table):
    """A table whose lines are decoration; its cells are elements of their own."""

    def _drawLines(self) -> None:
        with cast(TaggedCanvas, self.canv).decorating():
            super()._drawLines()  # type: ignore[misc]  # not in the stubs

    def _drawBkgrnd(self) -> None:
        with cast(TaggedCanvas, self.canv).decorating():
            super()._drawBkgrnd()  # type: ignore[misc]  # not in the stubs


class Distribution(Flowable):
    """How many chose each value, as bars; in words for those who listen."""

    _LINE = 5.2 * mm

    def __init__(self, rows: Sequence[tuple[str, int]], element: Element) -> None:
        super().__init__()
        self._rows, self._element = rows, element

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All the width there is, a line a value."""
        self.width = width
        return width, self._LINE * len(self._rows) + 3 * mm

    def draw(self) -> None:
        """The value, its bar, its count."""
        canvas = cast(TaggedCanvas, self.canv)
        most = max(1, *(count for _, count in self._rows))
        with canvas.marking(self._element):
            for number, (value, count) in enumerate(reversed(self._rows)):
                y = number * self._LINE + 3 * mm
                canvas.setFont(REGULAR, 10)
                canvas.setFillColor(INK)
                canvas.drawRightString(10 * mm, y, value)
                if count:
                    self._bar(canvas, y, count, count / most)

    def _bar(self, canvas: TaggedCanvas, y: float, count: int, share: float) -> None:
        length = (self.width - 60 * mm) * share
        canvas.setFillColor(ACCENT)
        canvas.rect(13 * mm, y - 0.6 * mm, length, 3.6 * mm, stroke=0, fill=1)
        canvas.setFillColor(INK)
        canvas.drawString(15 * mm + length, y, str(count))


def paragraph(element: Element, tag: str, markup: str, look: ParagraphStyle) -> Said:
    """A paragraph that is a new element of this kind."""
    found = Said(markup, look)
    found.element = element.add(tag)
    return found


def listed(element: Element, markups: Sequence[str], look: ParagraphStyle) -> list[Flowable]:
    """A list; its dots are decoration to the eye and its items are counted by those who listen."""
    whole = element.add("L")
    lines: list[Flowable] = []
    for markup in markups:
        item = Said(markup, look, bulletText="•")
        item.element = whole.add("LI").add("LBody")
        lines.append(item)
    return lines


def table(element: Element, rows: Sequence[Sequence[str]], widths: Sequence[float], language: str) -> Grid:
    """A table: the first row is its heading, the first column words and the others numbers."""
    whole = element.add("Table")
    cells = [_row(whole.add("TR"), row, number == 0, language) for number, row in enumerate(rows)]
    commands: list[Any] = [
        ("LINEBELOW", (0, 0), (-1, 0), 1, INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
    ]
    return Grid(cells, colWidths=list(widths), repeatRows=1, style=commands, hAlign="LEFT", spaceAfter=4 * mm)


def _row(element: Element, row: Sequence[str], heading: bool, language: str) -> list[Said]:
    found = []
    for column, text in enumerate(row):
        look = style(10, bold=heading, language=language, alignment=2 if column else 0, spaceAfter=0)
        cell = Said(marked_up(text), look)
        cell.element = element.add("TH" if heading else "TD", scope="Column" if heading else "")
        found.append(cell)
    return found
