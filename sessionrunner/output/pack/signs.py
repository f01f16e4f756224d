"""A sign for each table, with what the group is to think about there."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from sessionrunner.core.exercise import Table
from sessionrunner.locale import Catalogue
from sessionrunner.output.pack.contents import Pack
from sessionrunner.output.pack.looks import fitted
from sessionrunner.output.paper.flow import ACCENT, paragraph, style
from sessionrunner.output.paper.letters import marked_up, printable
from sessionrunner.output.paper.sheet import HEIGHT, WIDTH
from sessionrunner.output.paper.tags import Element


def pages(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """A page a table; the same table in two steps with the same words is printed once."""
    tables = dict.fromkeys(table for step in (pack.exercise.steps if pack.exercise else ()) for table in step.tables)
    for number, table in enumerate(tables):
        if number:
            yield PageBreak()
        yield from _sign(table, element, words.language)


def _sign(table: Table, element: Element, language: str) -> Iterator[Flowable]:
    look = style(40, bold=True, language=language, color=ACCENT, leading=48, spaceAfter=0)
    name = paragraph(element, "H1", marked_up(table.name), look)
    name.bookmark = (printable(table.name), 0)
    yield name
    if table.statement:
        yield Spacer(1, 30 * mm)
        room = (WIDTH, HEIGHT - name.wrap(WIDTH, HEIGHT)[1] - 34 * mm)
        yield fitted(element, "P", table.statement, room, 54, language)
