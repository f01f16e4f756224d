"""What keeps an answer from pointing at somebody: personal data in texts, and the smallest group shown."""

import re
from collections.abc import Sequence
from enum import Enum

DEFAULT_THRESHOLD = 5
FLOOR = 3
"""No exercise and no leader can go below this."""


class PersonalData(Enum):
    """A kind of personal data that an answer must not carry."""

    IDENTITY_NUMBER = "identity-number"
    PHONE_NUMBER = "phone-number"
    EMAIL = "email"


_SEPARATOR = r"[\s\-+–.]?"
_IDENTITY = re.compile(
    rf"(?<!\d)(?:(?:18|19|20)\s?)?\d\d{_SEPARATOR}(?:0[1-9]|1[0-2]){_SEPARATOR}"
    rf"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[\s\-+–]{{0,3}}\d{{4}}(?!\d)"
)
"""Personal identity numbers and coordination numbers (day + 60), with or without century and separators."""
_PHONE = re.compile(r"(?<!\d)(?:\+46|0046|0)[\s\-()]*\d(?:[\s\-()/]*\d){6,10}(?!\d)")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\W\d_]{2,}")
_PATTERNS = (
    (PersonalData.IDENTITY_NUMBER, _IDENTITY),
    (PersonalData.PHONE_NUMBER, _PHONE),
    (PersonalData.EMAIL, _EMAIL),
)


def personal_data(text: str) -> tuple[PersonalData, ...]:
    """The kinds of personal data this text seems to carry, each once."""
    return tuple(kind for kind, pattern in _PATTERNS if pattern.search(text))


def shown(answers: Sequence[str], threshold: int) -> tuple[str, ...]:
    """The answers that may be shown: all of them, or none while fewer than k have answered."""
    return tuple(answers) if len(answers) >= max(threshold, FLOOR) else ()
