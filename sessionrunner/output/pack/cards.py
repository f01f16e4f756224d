"""A card for each person, to cut apart: the number or the name that the groups are told by."""

from collections.abc import Iterator, Sequence
from typing import cast

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, PageBreak

from sessionrunner.locale import Catalogue
from sessionrunner.output.pack.contents import Pack
from sessionrunner.output.pack.looks import Drawing
from sessionrunner.output.paper.flow import INK, MUTED
from sessionrunner.output.paper.letters import BOLD, REGULAR, printable
from sessionrunner.output.paper.sheet import HEIGHT, WIDTH
from sessionrunner.output.paper.tags import Element, TaggedCanvas

_COLUMNS, _ROWS = 2, 4


def pages(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """Eight a page; none when nobody knows who comes."""
    size = _COLUMNS * _ROWS
    below = words("print.cards.below")
    for first in range(0, len(pack.people), size):
        if first:
            yield PageBreak()
        yield _Cards(pack.people[first : first + size], below, element)


class _Cards(Drawing):
    def __init__(self, people: Sequence[str], below: str, element: Element) -> None:
        super().__init__(HEIGHT - 1)
        self._people, self._below = people, below
        self._elements = [element.add("P") for _ in people]

    def draw(self) -> None:
        """Row by row; dashed lines show where to cut."""
        canvas = cast(TaggedCanvas, self.canv)
        self._cuts(canvas)
        for number, (person, element) in enumerate(zip(self._people, self._elements, strict=True)):
            x = number % _COLUMNS * WIDTH / _COLUMNS
            y = self.height - (number // _COLUMNS + 1) * self.height / _ROWS
            with canvas.marking(element):
                self._card(canvas, printable(person), x + WIDTH / _COLUMNS / 2, y + self.height / _ROWS / 2)

    def _card(self, canvas: TaggedCanvas, person: str, x: float, y: float) -> None:
        room = WIDTH / _COLUMNS - 10 * mm
        # A first name by itself is what is read across a room.
        rows = person.split(" ", 1)
        size = min(84.0 / len(rows), *(40 * room / max(1, stringWidth(row, BOLD, 40)) for row in rows))
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, size)
        for number, row in enumerate(rows):
            canvas.drawCentredString(x, y + size * (0.6 * len(rows) - 0.9 - 1.2 * number), row)
        canvas.setFillColor(MUTED)
        canvas.setFont(REGULAR, 8.5)
        canvas.drawCentredString(x, y - self.height / _ROWS / 2 + 6 * mm, self._below)

    def _cuts(self, canvas: TaggedCanvas) -> None:
        with canvas.decorating():
            canvas.saveState()
            canvas.setStrokeColor(MUTED)
            canvas.setDash(3, 3)
            canvas.setLineWidth(0.5)
            for row in range(_ROWS + 1):
                canvas.line(0, row * self.height / _ROWS, WIDTH, row * self.height / _ROWS)
            for column in range(_COLUMNS + 1):
                canvas.line(column * WIDTH / _COLUMNS, 0, column * WIDTH / _COLUMNS, self.height)
            canvas.restoreState()
