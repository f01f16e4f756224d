"""The digits."""

import pytest

from sessionrunner.tui.widgets import big_time


def test_a_digit_is_three_dots_wide_and_five_high() -> None:
    """Two columns and one row a dot: a square to the eye."""
    assert big_time.lines("1", 2) == ["  ██  ", "████  ", "  ██  ", "  ██  ", "██████"]


def test_every_sign_of_the_clock_has_a_shape_of_its_own() -> None:
    """No two can be mistaken for each other."""
    assert len({tuple(big_time.lines(sign, 2)) for sign in "0123456789:+"}) == 12


@pytest.mark.parametrize(("width", "height", "rows"), [(34, 6, 5), (51, 9, 8), (68, 10, 10), (20, 3, 3)])
def test_the_largest_size_that_fits_is_taken(width: int, height: int, rows: int) -> None:
    """The clock is the largest thing on every screen."""
    drawn = big_time.fitting("17:00", width, height)
    assert len(drawn) == rows
    assert all(len(row) <= width for row in drawn)


def test_the_digits_do_not_grow_at_the_last_ten_minutes() -> None:
    """A jump in size would look like news."""
    assert len(big_time.fitting("9:59", 34, 12)) == len(big_time.fitting("10:00", 34, 12))


def test_odd_heights_end_in_half_blocks() -> None:
    """Fifteen half rows are seven and a half."""
    drawn = big_time.lines("8", 3)
    assert len(drawn) == 8
    assert set(drawn[-1]) == {"▀"}
