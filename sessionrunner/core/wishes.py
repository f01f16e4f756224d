"""What the leader asks for about who sits with whom; the names stay on the laptop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sessionrunner.core.groups.problem import Pair


@dataclass(frozen=True, slots=True)
class Wishes:
    """Who is kept apart, who stays together, and what is spread evenly over the groups."""

    apart: tuple[tuple[str, ...], ...] = ()
    """People who do not share a group: of three, none with any other."""
    together: tuple[tuple[str, ...], ...] = ()
    """People who stay in one group."""
    spread: str = ""
    """What is spread evenly, as the list of people calls it, such as ``Enhet``; empty when nothing is."""
    traits: tuple[tuple[str, str], ...] = ()
    """Person and value of what is spread."""

    def kinds(self, people: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """These people by their value of what is spread; nothing when nothing is, or all are of one kind."""
        value = dict(self.traits) if self.spread else {}
        found: dict[str, tuple[str, ...]] = {}
        for name in people if value else ():
            found[value.get(name, "")] = (*found.get(value.get(name, ""), ()), name)
        return found if len(found) > 1 else {}


NO_WISHES = Wishes()
"""Anybody may work with anybody."""


def pairs_among(sets: Sequence[Sequence[str]], people: Sequence[str]) -> Iterator[Pair]:
    """Each with each within every set, as numbers of these people; those who are not here are passed over."""
    number = {name: at for at, name in enumerate(people)}
    for names in sets:
        yield from combinations([number[name] for name in dict.fromkeys(names) if name in number], 2)
