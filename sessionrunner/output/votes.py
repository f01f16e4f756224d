"""Votes with dots as told in the record."""

from collections.abc import Iterator

from sessionrunner.core.ballot import Result
from sessionrunner.core.record import Record
from sessionrunner.locale import Catalogue
from sessionrunner.locale.votes import vote_foot, vote_head
from sessionrunner.output.document import Block, Heading, Table, one_line, said


def sections(record: Record, words: Catalogue) -> Iterator[Block]:
    """Every vote with its ranking; nothing at all when there was none."""
    if record.votes:
        yield Heading(2, words("vote.heading"))
    for result in record.votes:
        yield from _vote(result, words)


def _vote(result: Result, words: Catalogue) -> Iterator[Block]:
    yield said(vote_head(result, words))
    if result.rows:
        head = (words(f"vote.about-{result.about.value}"), words("vote.column"))
        yield Table(head, tuple((one_line(row.text), str(row.dots)) for row in result.rows))
    if foot := vote_foot(result, words):
        yield said(foot)
