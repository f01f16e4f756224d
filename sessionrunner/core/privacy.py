"""What keeps an answer from pointing at somebody: personal data in texts, and the smallest group shown."""

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum
from typing import Final

DEFAULT_THRESHOLD = 5
FLOOR = 3
"""No exercise and no leader can go below this."""


class PersonalData(Enum):
    """A kind of personal data that an answer must not carry."""

    IDENTITY_NUMBER = "identity-number"
    PHONE_NUMBER = "phone-number"
    EMAIL = "email"


_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_DATE: Final = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_BETWEEN: Final = r"[\s\-+./]?"
_IDENTITY: Final = re.compile(
    rf"(?<!\d)(?:(?:18|19|20)\s?)?\d\d{_BETWEEN}(?:0[1-9]|1[0-2]){_BETWEEN}"
    r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[\s\-+]{0,3}\d{4}(?!\d|-\d\d-\d\d)"
)
"""Personal identity numbers and coordination numbers (day + 60), with or without century and separators."""
_APART: Final = r"[\s\-/()]{0,3}"
_PHONES: Final = tuple(
    map(
        re.compile,
        (
            r"(?:\+\s?|(?<!\d)00)[1-9]\d{0,2}(?:[\s\-/().]{0,3}\d){7,12}(?!\d)",  # from abroad
            r"(?<!\d)07\d(?:[\s\-/().]{0,3}\d){7}(?!\d)",  # mobile
            rf"(?<!\d)0[1-9](?:{_APART}\d){{7,8}}(?!\d)",  # area code and number
            r"(?<!\d)0[1-9]\d?[-/]\s?(?:\d{5,6}|\d{2,3}\s\d\d\s?\d\d)(?!\d)",  # the same, with a short number
        ),
    )
)
_EMAIL: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\W\d_]{2,}")


def personal_data(text: str) -> tuple[PersonalData, ...]:
    """The kinds of personal data this text seems to carry, each once.

    Numbers are told by their shape alone: a mistyped identity number still points at somebody.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES)
    without_dates = _DATE.sub("·", folded)
    found = {
        PersonalData.IDENTITY_NUMBER: _IDENTITY.search(folded) is not None,
        PersonalData.PHONE_NUMBER: any(phone.search(without_dates) for phone in _PHONES),
        PersonalData.EMAIL: _EMAIL.search(folded) is not None,
    }
    return tuple(kind for kind, there in found.items() if there)


def shown(answers: Sequence[str], threshold: int) -> tuple[str, ...]:
    """The answers that may be shown: all of them, or none while fewer than k have answered."""
    return tuple(answers) if len(answers) >= max(threshold, FLOOR) else ()
