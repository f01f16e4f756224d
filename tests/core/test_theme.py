"""Colours that meet can be read."""

from dataclasses import replace
from typing import Any

import pytest

from sessionrunner.core.contrast import READABLE, TEXT_PAIRS, contrast, unreadable_pairs, weak_pairs
from sessionrunner.core.theme import Theme

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


def recoloured(theme: Theme, name: str, colour: str) -> Theme:
    """The theme with another colour by this name."""
    changes: dict[str, Any] = {name: colour}
    return replace(theme, **changes)


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


@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_the_colour_that_is_proposed_can_be_read_wherever_it_stands(front: str, back: str) -> None:
    """One change is enough, and it is no larger than needed."""
    bad = recoloured(PLAIN, front, "#bbbbbb" if front != "on_accent" else "#444444")
    weak = next(one for one in weak_pairs(bad) if (one.front, one.back) == (front, back))
    mended = recoloured(bad, front, weak.better)
    assert [one for one in weak_pairs(mended) if one.front == front] == []
    assert READABLE <= contrast(weak.better, getattr(bad, back)) < READABLE + 0.5


def test_where_nothing_can_be_read_on_all_of_them_what_can_be_read_on_this_one_is_proposed() -> None:
    """White and black under the same text: then the backgrounds have to be changed too."""
    bad = replace(PLAIN, on_accent="#808080", accent="#ffffff", soon="#000000")
    better = {one.back: one.better for one in weak_pairs(bad) if one.front == "on_accent"}
    assert contrast(better["accent"], "#ffffff") >= READABLE


def test_a_theme_can_be_kept_in_a_set() -> None:
    """Its title does not take part in what it is compared by place."""
    assert len({PLAIN, replace(PLAIN, id="other")}) == 2
