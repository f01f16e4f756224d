"""Slips to write on, for exercises that ask for them."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from sessionrunner.core.exercise import Need
from sessionrunner.locale import Catalogue
from sessionrunner.output.pack.contents import Pack
from sessionrunner.output.pack.cutting import cut_apart
from sessionrunner.output.pack.looks import Lines
from sessionrunner.output.paper.flow import MUTED, paragraph, style
from sessionrunner.output.paper.letters import marked_up
from sessionrunner.output.paper.tags import Element

_SHEET = 8


def pages(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """One sheet to copy; what is written is one thought, and names nobody."""
    if pack.exercise is None or Need.SLIPS not in pack.exercise.needs:
        return
    yield from cut_apart([list(_slip(words, element)) for _ in range(_SHEET)], 2, 4)


def _slip(words: Catalogue, element: Element) -> Iterator[Flowable]:
    look = style(9, language=words.language, color=MUTED, spaceAfter=0)
    yield paragraph(element, "P", marked_up(words("print.writing.one")), look)
    yield Lines(4)
