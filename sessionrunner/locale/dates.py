"""Dates as people write them."""

from datetime import date

from sessionrunner.locale import Catalogue


def long_date(words: Catalogue, when: date) -> str:
    """``12 november 2026``."""
    return words("library.day", day=when.day, month=words(f"library.month.{when.month}"), year=when.year)
