"""How to come in with a phone: the code of the session that runs, or where to write what is needed."""

from collections.abc import Iterator
from typing import cast

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from sessionrunner.locale import Catalogue
from sessionrunner.output import qr
from sessionrunner.output.pack.contents import Pack
from sessionrunner.output.pack.looks import Drawing, Lines, fitted
from sessionrunner.output.paper.flow import paragraph, style
from sessionrunner.output.paper.letters import marked_up
from sessionrunner.output.paper.sheet import WIDTH
from sessionrunner.output.paper.tags import Element, TaggedCanvas


def pages(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """One page for a wall; none for an exercise that asks the phones nothing."""
    if pack.exercise is None or not any(step.collect for step in pack.exercise.steps):
        return
    language = words.language
    title = fitted(element, "H1", words("print.poster.title"), (WIDTH, 40 * mm), 44, language)
    title.bookmark = (words("print.poster.title"), 0)
    yield title
    yield Spacer(1, 8 * mm)
    big = style(20, language=language, spaceAfter=10)
    if pack.phone_url:
        yield paragraph(element, "P", marked_up(words("print.poster.scan")), big)
        yield _Code(pack.phone_url, element.add("Figure", words("print.poster.alt", url=pack.phone_url)))
        yield Spacer(1, 4 * mm)
        yield paragraph(element, "P", marked_up(words("print.poster.or")), style(14, language=language))
        yield fitted(element, "P", pack.phone_url, (WIDTH, 18 * mm), 26, language)
        return
    for part in ("network", "password"):
        yield paragraph(element, "P", marked_up(words(f"print.poster.{part}")), big)
        yield Lines(1, 16 * mm)
        yield Spacer(1, 4 * mm)
    yield Spacer(1, 8 * mm)
    yield paragraph(element, "P", marked_up(words("print.poster.then")), big)


class _Code(Drawing):
    """The QR code, as large as helps a camera at two metres."""

    _SIDE = 120 * mm

    def __init__(self, url: str, element: Element) -> None:
        super().__init__(self._SIDE)
        self._rows, self._element = qr.matrix(url), element

    def draw(self) -> None:
        """Black on the paper's white, in one path."""
        canvas = cast(TaggedCanvas, self.canv)
        side = self._SIDE / len(self._rows)
        with canvas.marking(self._element):
            canvas.setFillGray(0)
            path = canvas.beginPath()
            for y, row in enumerate(self._rows):
                for x, dark in enumerate(row):
                    if dark:
                        path.rect(x * side, self._SIDE - (y + 1) * side, side, side)
            canvas.drawPath(path, stroke=0, fill=1)
