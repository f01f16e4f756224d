"""What somebody probably meant to write."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 80
"""Characters compared; beyond that it is no slip of the pen."""


def nearest(written: str, known: Iterable[str], most: int = 1) -> list[str]:
    """The known words most like the written one, best first; empty when none is like it."""
    return get_close_matches(written[:_LONGEST], list(known), n=most, cutoff=0.6)
