"""Dates as people write them."""

from datetime import date

import pytest

from sessionrunner.tui import due_dates

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("given", "meant"),
    [("1/12", date(2026, 12, 1)), (" 3 / 1 ", date(2027, 1, 3)), ("2027-02-01", date(2027, 2, 1)), ("", None)],
)
def test_day_and_month_mean_the_next_one(given: str, meant: date | None) -> None:
    """In November, the third of January is next year's."""
    assert due_dates.read(given, TODAY) == meant


@pytest.mark.parametrize("given", ["snart", "31/2", "1/13", "12"])
def test_what_is_no_date_is_refused(given: str) -> None:
    """Better asked again than saved wrong."""
    with pytest.raises(ValueError, match=r"."):
        due_dates.read(given, TODAY)
