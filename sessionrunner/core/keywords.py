"""Keywords that one leader gets from another, beside those she has written herself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Keywords = Mapping[str, Mapping[str, str]]
"""By the exercise they are for, or its package, and there by step."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One's own keywords and somebody else's together."""

    keywords: Keywords
    new: int
    """How many stand where nothing stood."""
    differing: int
    """How many stand against something else of one's own."""


def merged(own: Keywords, theirs: Keywords, replace: bool = False) -> Merged:
    """What is new is taken over; what differs only when it is to ``replace`` one's own."""
    known = {name: dict(steps) for name, steps in own.items()}
    new = differing = 0
    for name, step, text in _each(theirs):
        mine = own.get(name, {}).get(step, "")
        new, differing = new + (not mine), differing + (mine not in {"", text})
        if replace or not mine:
            known.setdefault(name, {})[step] = text
    return Merged(known, new, differing)


def _each(keywords: Keywords) -> Iterator[tuple[str, str, str]]:
    for name, steps in keywords.items():
        for step, text in steps.items():
            yield name, step, text
