"""Text as large as its place allows, lines to write on, and circles to ring in."""

from collections.abc import Sequence
from typing import cast

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from sessionrunner.output.paper.flow import INK, MUTED, RULE, Said, paragraph, style
from sessionrunner.output.paper.letters import BOLD, REGULAR, marked_up, printable
from sessionrunner.output.paper.tags import Element, TaggedCanvas

_SMALLEST = 14
"""Points; smaller is not read across a table."""


def fitted(element: Element, tag: str, text: str, room: tuple[float, float], largest: int, language: str) -> Said:
    """The text in bold as large as fits in the room (points), no word divided if it can be helped."""
    for size in range(largest, _SMALLEST - 1, -2):
        look = style(size, bold=True, language=language, leading=size * 1.25, spaceAfter=0)
        words = Said(marked_up(text), look)
        widest = max((stringWidth(word, BOLD, size) for word in printable(text).split()), default=0)
        if widest <= room[0]:
            # Every word has a line it fits on: no reason to divide any.
            look.hyphenationLang = ""
        if widest <= room[0] and words.wrap(room[0], room[1])[1] <= room[1]:
            break
    return paragraph(element, tag, marked_up(text), look)


class Drawing(Flowable):
    """Something drawn in a box as wide as the text; subclasses draw it."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All the width there is."""
        self.width = width
        return width, self.height


class Lines(Drawing):
    """Lines to write on."""

    def __init__(self, count: int, pitch: float = 9 * mm) -> None:
        super().__init__(count * pitch + 2 * mm)
        self._count, self._pitch = count, pitch

    def draw(self) -> None:
        """From the top down."""
        canvas = cast(TaggedCanvas, self.canv)
        with canvas.decorating():
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.7)
            for number in range(1, self._count + 1):
                y = self.height - number * self._pitch
                canvas.line(0, y, self.width, y)


class Cut(Drawing):
    """Where to cut the paper."""

    def __init__(self) -> None:
        super().__init__(0.1)

    def draw(self) -> None:
        """A dashed line from edge to edge."""
        canvas = cast(TaggedCanvas, self.canv)
        with canvas.decorating():
            canvas.setStrokeColor(MUTED)
            canvas.setDash(3, 3)
            canvas.setLineWidth(0.6)
            canvas.line(-22 * mm, 0, self.width + 22 * mm, 0)


class Circles(Drawing):
    """A scale: a number in a circle each, and a word at either end."""

    def __init__(self, values: Sequence[int], ends: tuple[str, str], element: Element) -> None:
        super().__init__(17 * mm if any(ends) else 11 * mm)
        self._values, self._ends, self._element = values, ends, element

    def draw(self) -> None:
        """As wide as the paper, so that there is room for a pen."""
        canvas = cast(TaggedCanvas, self.canv)
        with canvas.marking(self._element):
            step, radius = self.width / len(self._values), 4 * mm
            y = self.height - 6 * mm
            canvas.setStrokeColor(INK)
            canvas.setFillColor(INK)
            canvas.setLineWidth(0.8)
            canvas.setFont(REGULAR, 11)
            for number, value in enumerate(self._values):
                x = (number + 0.5) * step
                canvas.circle(x, y, radius)
                canvas.drawCentredString(x, y - 1.4 * mm, str(value))
            canvas.setFont(REGULAR, 9)
            canvas.drawString(max(0, step / 2 - radius), 1.5 * mm, printable(self._ends[0]))
            canvas.drawRightString(min(self.width, self.width - step / 2 + radius), 1.5 * mm, printable(self._ends[1]))


class Choice(Drawing):
    """A box to tick, and what it stands for."""

    def __init__(self, text: str, element: Element) -> None:
        super().__init__(7.5 * mm)
        self._text, self._element = text, element

    def draw(self) -> None:
        """One line each."""
        canvas = cast(TaggedCanvas, self.canv)
        with canvas.marking(self._element):
            canvas.setStrokeColor(INK)
            canvas.setFillColor(INK)
            canvas.rect(0, 1.5 * mm, 4.2 * mm, 4.2 * mm)
            canvas.setFont(REGULAR, 11)
            canvas.drawString(7 * mm, 2.1 * mm, printable(self._text))
