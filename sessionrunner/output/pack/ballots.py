"""Ballots on paper, for those in the room who have no phone: rings to write the wall's numbers in."""

from collections.abc import Iterator
from typing import cast

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from sessionrunner.core.exercise import Keep
from sessionrunner.locale import Catalogue
from sessionrunner.output.pack.contents import Pack
from sessionrunner.output.pack.cutting import cut_apart
from sessionrunner.output.pack.looks import Drawing
from sessionrunner.output.paper.flow import INK, MUTED, paragraph, style
from sessionrunner.output.paper.letters import marked_up
from sessionrunner.output.paper.tags import Element, TaggedCanvas

_SHEET = 10
_RINGS = 5
"""More dots than that nobody is given on paper."""


class Rings(Drawing):
    """Empty rings side by side, large enough for a number."""

    def __init__(self, count: int) -> None:
        super().__init__(16 * mm)
        self._count = count

    def draw(self) -> None:
        """As wide as the paper."""
        canvas = cast(TaggedCanvas, self.canv)
        with canvas.decorating():
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.8)
            step = self.width / self._count
            for number in range(self._count):
                canvas.circle((number + 0.5) * step, self.height / 2, 6 * mm)


def pages(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """One sheet to copy and cut, where the exercise asks for answers that can be sorted and voted on."""
    exercise = pack.exercise
    if exercise is None or exercise.keep is Keep.NOTHING or not any(step.collect for step in exercise.steps):
        return
    yield from cut_apart([list(_ballot(words, element)) for _ in range(_SHEET)], 2, 5)


def _ballot(words: Catalogue, element: Element) -> Iterator[Flowable]:
    language = words.language
    head = style(13, bold=True, language=language, spaceAfter=2)
    yield paragraph(element, "P", marked_up(words("print.ballots.title")), head)
    how = style(9, language=language, color=MUTED, spaceAfter=2)
    yield paragraph(element, "P", marked_up(words("print.ballots.how")), how)
    yield Rings(_RINGS)
