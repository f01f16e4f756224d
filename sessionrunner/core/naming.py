"""Whether an owner is somebody in the room: a decision needs a role, which stays when people come and go."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{2,}")
"""Card numbers and initials are nobody's name."""


def names_somebody(owner: str, people: Iterable[str]) -> bool:
    """Whether a word of the owner is a word of a participant's name."""
    known = {word for name in people for word in _words(name)}
    return not known.isdisjoint(_words(owner))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
