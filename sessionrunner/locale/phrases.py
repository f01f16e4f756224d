"""Dates, lengths and numbers as people say them in the catalogue's language."""

from datetime import date, timedelta

from sessionrunner.locale import Catalogue


def day(when: date, words: Catalogue) -> str:
    """A date with the month as a word: ``21 november 2026``."""
    month = words(f"lesson.month.{when.month}")
    return words("lesson.date", day=when.day, month=month, year=when.year)


def weekday(when: date, words: Catalogue) -> str:
    """A date to meet on: ``fredag 18 december 2026``."""
    return words("appointment.day", weekday=words(f"appointment.weekday.{when.weekday()}"), date=day(when, words))


def number(value: float, words: Catalogue) -> str:
    """A number with at most one decimal and the language's decimal sign."""
    rounded = f"{value:.1f}".removesuffix(".0")
    return rounded.replace(".", words("lesson.decimal"))


def minutes(length: timedelta, words: Catalogue) -> str:
    """A length in minutes, without the unit."""
    return number(length / timedelta(minutes=1), words)
