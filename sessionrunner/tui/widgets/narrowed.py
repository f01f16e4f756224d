"""Filters in words: one by one to choose from, all together to be reminded of."""

from textual.content import Content

from sessionrunner.core.browsing import Filter, Filters
from sessionrunner.locale import Catalogue

_SIDES = {True: "yes", False: "no"}


def value(words: Catalogue, filters: Filters, which: Filter) -> str:
    """What is asked for here: ``högst 30 min``, ``utan hemuppgift``; what it means to ask for nothing."""
    asked = filters.value(which)
    if asked is None:
        return words("library.filter.any")
    if which is Filter.MINUTES:
        return words("library.filter.most", minutes=asked)
    return words(f"library.filter.{which.value}.{_SIDES[bool(asked)]}")


def together(words: Catalogue, filters: Filters) -> str:
    """Everything that is asked for, with dots between."""
    return " · ".join(value(words, filters, which) for which in Filter if filters.value(which) is not None)


def line(words: Catalogue, filters: Filters) -> Content:
    """``Visar bara: …``, and how to see everything again."""
    return Content(words("library.filter.line", filters=together(words, filters)))


def nothing(words: Catalogue, query: str, filters: Filters) -> str:
    """That nothing fits, what was asked for and what to do."""
    asked = [words("library.none.words", query=query.strip()[:60])] if query.strip() else []
    asked += [words("library.none.filters", filters=narrow)] if (narrow := together(words, filters)) else []
    return "\n\n".join([words("library.none.title"), *asked, words("library.none.remedy")])
