"""What was written at the tables, each beside its statement, as told in the record."""

from collections.abc import Iterator

from sessionrunner.core.record import Record
from sessionrunner.core.statements import Statement, told_tables
from sessionrunner.locale import Catalogue
from sessionrunner.output.document import Block, Heading, Items, Span, one_line, said


def sections(record: Record, words: Catalogue) -> Iterator[Block]:
    """Every table in order, the silent ones too; nothing at all when nothing was written at any."""
    told = [one for one in told_tables(record.exercise, record.notes, record.collected) if not one.empty]
    if told:
        yield Heading(2, words("statements.heading"))
    for tables in told:
        yield from (block for one in tables.statements for block in _statement(one, words))


def _statement(one: Statement, words: Catalogue) -> Iterator[Block]:
    title = words("statements.title", table=one.table, says=one.says) if one.says else one.table
    yield Heading(3, one_line(title))
    if one.texts:
        yield Items(tuple((Span(one_line(text)),) for text in one.texts))
    else:
        yield said(words("statements.nothing-line"))
