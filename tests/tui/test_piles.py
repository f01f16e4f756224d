"""The sorted texts and their headings, a line each."""

import pytest

from sessionrunner.core.sorting import Heading
from sessionrunner.core.synthesis import Board, Card
from sessionrunner.locale import load
from sessionrunner.tui.widgets.piles import piles, text_line

WORDS = load("sv")
FIRST, OTHER = Card("m1", "s", "f", "Fråga mer", heading="h1", number=2), Card("m2", "s", "f", "Pausa")
HIDDEN = Card("m3", "s", "f", "Namn", reason="namn")
BOARD = Board((Heading("h1", "Frågor", hands=3),), (FIRST, OTHER, HIDDEN))


@pytest.mark.parametrize(("card", "starts"), [(FIRST, "1  ×2"), (OTHER, "–  Pausa")])
def test_a_text_says_where_it_stands_and_how_many_wrote_it(card: Card, starts: str) -> None:
    """The number is the key that puts another one there."""
    assert text_line(WORDS, BOARD, card, marked=False).plain.startswith(starts)


def test_a_text_that_is_to_be_counted_with_another_is_marked() -> None:
    """The leader sees which one she began with."""
    assert "◆" in text_line(WORDS, BOARD, OTHER, marked=True).plain
    assert "◆" not in text_line(WORDS, BOARD, OTHER, marked=False).plain


def test_a_hidden_text_says_why() -> None:
    """It is not gone, and can be shown again."""
    assert WORDS("sorting.hidden", reason="namn") in text_line(WORDS, BOARD, HIDDEN, marked=False).plain


def test_a_heading_counts_what_stands_under_it() -> None:
    """Texts, hands and dots."""
    text = piles(WORDS, BOARD, lambda heading: 4 if heading == "h1" else 0).plain
    for told in (WORDS("sorting.texts", n=2), WORDS("sorting.hands", n=3), WORDS("vote.dots", n=4)):
        assert told in text
    assert WORDS("sorting.loose", n=1) in text
