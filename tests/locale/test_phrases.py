"""Dates and numbers read as people say them."""

from datetime import date, timedelta

from sessionrunner.locale import load
from sessionrunner.locale.phrases import day, minutes, number


def test_a_date_has_its_month_as_a_word() -> None:
    """Nobody has to guess which figure is the month."""
    assert day(date(2026, 3, 2), load("sv")) == "2 mars 2026"
    assert day(date(2026, 3, 2), load("en")) == "2 March 2026"


def test_a_swedish_number_has_a_comma() -> None:
    """Figures are written as the room writes them."""
    assert number(7.25, load("sv")) == "7,2"
    assert number(7.25, load("en")) == "7.2"


def test_whole_minutes_have_no_decimals() -> None:
    """35, not 35,0."""
    assert minutes(timedelta(minutes=35), load("sv")) == "35"
