"""Who works with whom in a step: seeded draws that prefer people who have not met."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from sessionrunner.core.exercise import SizeRange
from sessionrunner.core.groups.sizes import BIKUPA, even, split

_DRAWS = 60
"""Draws compared when earlier meetings are to be avoided; a room of 200 still takes under a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some people who work together, and who speaks for them."""

    label: str
    members: tuple[str, ...]
    reporter: str | None = None
    host: str | None = None
    """Stays at the table while the others travel; None where whole groups move."""
    home: int | None = None
    """Which group it was when the room set out; None where that is still its place among the groups."""
    routes: tuple[str, ...] = ()
    """The guests by the routes they set out on, "" where one has left; () where that is still their order."""


@dataclass(frozen=True, slots=True)
class Division:
    """The room divided for one step."""

    groups: tuple[Group, ...] = ()
    homes: int = 0
    """How many groups set out, where some of them are gone."""

    @property
    def explanation(self) -> str:
        """The sizes as the leader says them: ``4+4+3+3``."""
        return "+".join(str(len(group.members)) for group in self.groups)

    def group_of(self, person: str) -> Group | None:
        """The group this person belongs to, if any."""
        return next((group for group in self.groups if person in group.members), None)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a draw has to take into account beside the people."""

    reporter: bool = False
    host: bool = False
    earlier: tuple[Division, ...] = ()
    """Divisions whose pairs should not meet again."""
    loads: Mapping[str, int] | None = None
    """How often each person has already reported or hosted."""


def divide(people: Sequence[str], size: SizeRange, seed: int, wish: Wish = Wish()) -> Division:
    """Divide people into groups of about this size; the same seed gives the same groups."""
    return _draw(people, split(len(people), size), seed, wish)


def divide_over_tables(people: Sequence[str], tables: int, seed: int, wish: Wish = Wish()) -> Division:
    """Divide people into at most one group a table; with few people, fewer groups than tables, never one alone."""
    if len(people) >= 2 * tables:
        return _draw(people, even(len(people), tables), seed, wish)
    return _draw(people, split(len(people), BIKUPA), seed, wish)


def loads(divisions: Iterable[Division]) -> Counter[str]:
    """How many times each person has reported or hosted in these divisions."""
    count: Counter[str] = Counter()
    for group in (group for division in divisions for group in division.groups):
        count.update(name for name in (group.reporter, group.host) if name is not None)
    return count


def _draw(people: Sequence[str], sizes: Sequence[int], seed: int, wish: Wish) -> Division:
    dice = Random(seed)
    met = _meetings(wish.earlier)
    draws = _DRAWS if met else 1
    best = min((_deal(people, sizes, dice) for _ in range(draws)), key=lambda deal: _repeats(deal, met))
    return Division(tuple(_appoint(best, dice, wish)))


def _deal(people: Sequence[str], sizes: Sequence[int], dice: Random) -> list[list[str]]:
    order = list(people)
    dice.shuffle(order)
    taken = iter(order)
    return [[next(taken) for _ in range(size)] for size in sizes]


def _meetings(divisions: Iterable[Division]) -> Counter[frozenset[str]]:
    pairs = (
        frozenset(pair)
        for division in divisions
        for group in division.groups
        for pair in combinations(group.members, 2)
    )
    return Counter(pairs)


def _repeats(deal: list[list[str]], met: Counter[frozenset[str]]) -> int:
    return sum(met[frozenset(pair)] for members in deal for pair in combinations(members, 2))


def _appoint(deal: list[list[str]], dice: Random, wish: Wish) -> Iterator[Group]:
    load = Counter(wish.loads or {})
    for number, members in enumerate(deal):
        by_load = sorted(dice.sample(members, len(members)), key=lambda person: load[person])
        host = by_load[0] if wish.host else None
        reporter = (by_load[1] if host and len(by_load) > 1 else by_load[0]) if wish.reporter else None
        yield Group(_label(number), tuple(members), reporter, host)


def _label(number: int) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return letters[number] if number < len(letters) else _label(number // 26 - 1) + letters[number % 26]
