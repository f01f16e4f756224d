"""Dates as people write them."""

import re
from datetime import date

_DAY_AND_MONTH = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})")


def read(text: str, today: date) -> date | None:
    """``2026-12-01``, or ``1/12`` for the next first of December; ValueError when it is neither, None when empty."""
    given = text.strip()
    if not given:
        return None
    short = _DAY_AND_MONTH.fullmatch(given)
    if short is None:
        return date.fromisoformat(given)
    day, month = int(short[1]), int(short[2])
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)
