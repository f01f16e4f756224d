"""The sorted texts and the headings they stand under, a line each."""

from collections.abc import Callable

from textual.content import Content

from sessionrunner.core.sorting import Heading
from sessionrunner.core.synthesis import Board, Card
from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import joined, one_line
from sessionrunner.tui.widgets.hanging import Hanging


def text_line(words: Catalogue, board: Board, card: Card, marked: bool) -> Hanging:
    """A text with its heading's number, how many wrote it, and why it is hidden; ``marked`` to be counted with."""
    number = {heading.id: at for at, heading in enumerate(board.headings, 1)}.get(card.heading)
    place = Content.styled(f"{number or '–'}", "bold $accent")
    many = Content.styled(f"×{card.number}", "bold") if card.number > 1 else ""
    hidden = one_line(words("sorting.hidden", reason=card.reason), "bold $warning") if card.reason else ""
    mark = Content.styled("◆", "bold $accent") if marked else ""
    body = one_line(" / ".join((card.text, *card.wordings)), "$muted" if card.reason else "")
    sign = joined(place, mark, many, between="  ") + "  "
    return Hanging([(sign, joined(hidden, body, between="  "))])


def piles(words: Catalogue, board: Board, dots_of: Callable[[str], int]) -> Content:
    """The headings with what stands under them, then what stands under none and what is hidden."""
    loose, hidden = len(board.under("")), len(board.left_out)
    lines = [Content.styled(words("sorting.headings"), "bold")]
    lines += [_pile(words, board, at, heading, dots_of(heading.id)) for at, heading in enumerate(board.headings, 1)]
    if not board.headings:
        lines.append(one_line(words("sorting.no-headings"), "$muted"))
    lines += [Content(""), one_line(words("sorting.loose", n=loose), "$muted")]
    lines += [one_line(words("sorting.left-out", n=hidden), "$muted")] if hidden else []
    return Content("\n").join(lines)


def _pile(words: Catalogue, board: Board, at: int, heading: Heading, dots: int) -> Content:
    """Its name, and under that what it has, so that neither is parted from its number."""
    count = sum(card.number for card in board.under(heading.id))
    name = joined(Content.styled(str(at), "bold $accent"), one_line(heading.name, "bold"), between="  ")
    has = joined(
        words("sorting.texts", n=count),
        words("sorting.hands", n=heading.hands) if heading.hands else "",
        words("vote.dots", n=dots) if dots else "",
        between=" · ",
    )
    return joined(name, Content("   ") + has, between="\n")
