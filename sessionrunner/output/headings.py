"""The headings that the room has sorted its texts under, as told in the record."""

from collections.abc import Iterator

from sessionrunner.core.record import Record
from sessionrunner.locale import Catalogue
from sessionrunner.output.document import Block, Heading, one_line, said
from sessionrunner.output.reflections import told


def sections(record: Record, words: Catalogue) -> Iterator[Block]:
    """Every heading with its texts and hands; nothing at all when there are none."""
    board = record.board
    if not board.headings:
        return
    yield Heading(2, words("synthesis.heading"))
    for heading in board.headings:
        cards = board.under(heading.id)
        yield Heading(3, one_line(heading.name))
        texts = words("synthesis.texts", n=sum(card.number for card in cards)) if cards else words("synthesis.no-texts")
        hands = words("synthesis.hands", n=heading.hands) if heading.hands else ""
        yield said(" ".join(part for part in (texts, hands) if part))
        yield from (block for card in cards for block in told(card, words))
