"""What the leader asks for about who sits with whom; the names stay on the laptop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sessionrunner.core.groups.problem import Pair


@dataclass(frozen=True, slots=True)
class Wishes:
    """Who is kept apart, who stays together, and what is spread evenly over the groups."""

    apart: tuple[tuple[str, ...], ...] = ()
    """People who do not share a group: of three, none with any other."""
    together: tuple[tuple[str, ...], ...] = ()
    """People who stay in one group."""
    column: str = ""
    """What people differ in, as the list of people calls it, such as ``Enhet``; empty when the list says nothing."""
    traits: tuple[tuple[str, str], ...] = ()
    """Person and value in that column."""
    spread: bool = False
    """Whether the values are to be spread evenly over the groups."""

    def kinds(self, people: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """These people by their value in the column; nothing when nothing is spread, or all are of one kind."""
        value = dict(self.traits) if self.spread else {}
        found: dict[str, tuple[str, ...]] = {}
        for name in people if value else ():
            found[value.get(name, "")] = (*found.get(value.get(name, ""), ()), name)
        return found if len(found) > 1 else {}


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who takes part, as a list of people tells it."""

    people: tuple[str, ...]
    column: str = ""
    """What else the list tells about them, such as ``Enhet``; empty when it tells nothing to mix by."""
    traits: tuple[tuple[str, str], ...] = ()
    """Person and value in that column."""

    def wishes(self, spread: bool) -> Wishes:
        """What the list itself wishes for: an even mix, if it is wanted."""
        return Wishes(column=self.column, traits=self.traits, spread=spread and bool(self.column))


NO_WISHES = Wishes()
"""Anybody may work with anybody."""


def pairs_among(sets: Sequence[Sequence[str]], people: Sequence[str]) -> "Iterator[Pair]":
    """Each with each within every set, as numbers of these people; those who are not here are passed over."""
    number = {name: at for at, name in enumerate(people)}
    for names in sets:
        yield from combinations([number[name] for name in dict.fromkeys(names) if name in number], 2)
