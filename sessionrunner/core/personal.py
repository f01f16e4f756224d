"""Personal data in what people write: one set of rules, for the laptop and for the phone's script."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final


class PersonalData(Enum):
    """A kind of personal data that an answer must not carry."""

    IDENTITY_NUMBER = "identity-number"
    PHONE_NUMBER = "phone-number"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A shape of personal data, written so that Python and every phone's browser read it alike.

    What matters is in the first group, after whatever may not stand before it: older phones cannot look back.
    """

    kind: PersonalData
    pattern: str
    dates: bool = False
    """Whether a date, such as 2026-11-21, is part of what is searched."""


_DASHES: Final = "‐‑‒–—−"
_DATE: Final = r"(^|\D)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"
_BETWEEN: Final = r"[\s\-+./]?"
_BEFORE: Final = r"(?:^|\D)"
_DAY: Final = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
"""Of a month, or 60 more in a coordination number."""
_APART: Final = r"[\s\-/()]{0,3}"
_RULES: Final = (
    _Rule(
        # Identity and coordination numbers (day + 60), with or without century and separators.
        PersonalData.IDENTITY_NUMBER,
        rf"{_BEFORE}((?:(?:18|19|20)\s?)?\d\d{_BETWEEN}(?:0[1-9]|1[0-2]){_BETWEEN}"
        rf"{_DAY}[\s\-+./_]{{0,3}}\d{{4}})(?!\d|-\d\d-\d\d)",
        dates=True,
    ),
    # The same with the last four in pairs, as they are read aloud, after a date written in one.
    _Rule(
        PersonalData.IDENTITY_NUMBER,
        rf"{_BEFORE}((?:18|19|20)?\d\d(?:0[1-9]|1[0-2]){_DAY}\s?[\-+]\s?\d\d\s\d\d)(?!\d)",
    ),
    # From abroad, mobile, area code and number, and the same with a short number.
    _Rule(
        PersonalData.PHONE_NUMBER,
        rf"(?:{_BEFORE}|(?=\+))((?:\+\s?|00)[1-9]\d{{0,2}}(?:[\s\-/().]{{0,3}}\d){{7,12}})(?!\d)",
    ),
    _Rule(PersonalData.PHONE_NUMBER, rf"{_BEFORE}(07\d(?:[\s\-/().]{{0,3}}\d){{7}})(?!\d)"),
    _Rule(PersonalData.PHONE_NUMBER, rf"{_BEFORE}(0[1-9](?:{_APART}\d){{7,8}})(?!\d)"),
    _Rule(PersonalData.PHONE_NUMBER, rf"{_BEFORE}(0[1-9]\d?[-/]\s?(?:\d{{5,6}}|\d{{2,3}}\s\d\d\s?\d\d))(?!\d)"),
    _Rule(PersonalData.EMAIL, r"([^\s@<>]+@[^\s@<>]+\.[^\s@<>.,;:!?()\d_-]{2,})", dates=True),
)


def personal_data(text: str) -> tuple[PersonalData, ...]:
    """The kinds of personal data this text seems to carry, each once.

    Numbers are told by their shape alone: a mistyped identity number still points at somebody.
    """
    found = {rule.kind for rule, _ in _matches(_folded(text))}
    return tuple(kind for kind in PersonalData if kind in found)


def redacted(text: str, words: Mapping[PersonalData, str]) -> str:
    """The text with a word of its kind in the place of everything that looks like personal data."""
    left = _folded(text)
    while match := next(_matches(left), None):
        rule, (start, end) = match
        left = f"{left[:start]}{words[rule.kind]}{left[end:]}"
    return left


def rule_set() -> Mapping[str, object]:
    """The rules as data for a script: what is folded first, and every shape with its kind."""
    rules = [{"kind": rule.kind.value, "pattern": rule.pattern, "dates": rule.dates} for rule in _RULES]
    return {"dashes": f"[{_DASHES}]", "date": _DATE, "rules": rules}


def _matches(folded: str) -> Iterator[tuple[_Rule, tuple[int, int]]]:
    without_dates = re.sub(_DATE, _blank, folded)
    for rule in _RULES:
        found = re.search(rule.pattern, folded if rule.dates else without_dates)
        if found:
            yield rule, found.span(1)


def _blank(date: re.Match[str]) -> str:
    """As many signs as before, so that places in the text stay where they are."""
    return f"{date[1]}{'·' * (len(date[0]) - len(date[1]))}"


def _folded(text: str) -> str:
    """One sign for every dash and every digit, whatever script it is written in."""
    plain = unicodedata.normalize("NFKC", text).translate(dict.fromkeys(map(ord, _DASHES), "-"))
    return "".join(_digit(char) for char in plain)


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)
