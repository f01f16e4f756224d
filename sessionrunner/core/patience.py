"""Waiting counted in looks: time in which the laptop itself stood still is held against nobody."""

from collections.abc import Iterator
from datetime import timedelta

_LOOK = 0.1
"""Seconds a look takes, when the laptop has nothing else to do."""


def looks(patience: timedelta) -> Iterator[float]:
    """The seconds to wait, again and again, that make up so much patience; at least one look."""
    left = patience.total_seconds()
    yield min(left, _LOOK)
    while (left := left - _LOOK) > 0:
        yield min(left, _LOOK)
