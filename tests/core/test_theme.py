"""Colours that meet can be read."""

from dataclasses import replace

import pytest

from sessionrunner.core.theme import Theme
from tests.contrast import READABLE, TEXT_PAIRS, contrast, unreadable_pairs

PLAIN = Theme(
    id="plain",
    dark=False,
    background="#ffffff",
    surface="#ffffff",
    line="#000000",
    text="#000000",
    muted="#000000",
    accent="#000000",
    on_accent="#ffffff",
    calm="#000000",
    soon="#000000",
    ending="#000000",
    over="#000000",
)


def test_black_on_white_is_the_most_there_is() -> None:
    """The scale goes from 1 to 21, whichever colour comes first."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)


def test_a_known_grey() -> None:
    """#767676 is the lightest grey that may carry text on white."""
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") < READABLE


def test_a_readable_theme_has_no_unreadable_pairs() -> None:
    """Nothing is said when all can be read."""
    assert unreadable_pairs(PLAIN) == []


@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_a_pair_that_cannot_be_read_is_found(front: str, back: str) -> None:
    """Every pair is looked at: one bad colour is enough to be told."""
    bad = replace(PLAIN, **{front: getattr(PLAIN, back)})
    assert (front, back) in {(one, other) for one, other, _ in unreadable_pairs(bad)}


def test_a_theme_can_be_kept_in_a_set() -> None:
    """Its title does not take part in what it is compared by place."""
    assert len({PLAIN, replace(PLAIN, id="other")}) == 2
