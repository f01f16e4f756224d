"""Who works with whom in a step: seeded draws that prefer people who have not met."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from sessionrunner.core.exercise import SizeRange
from sessionrunner.core.groups.improve import planned
from sessionrunner.core.groups.problem import Problem
from sessionrunner.core.groups.sizes import BIKUPA, even, split

_STEPS, _LARGE = 16, 1200
"""Steps of the search for new acquaintances, and steps times people in a large room: 50 ms for 30, 0.3 s for 200."""


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
    return _draw(people, over_tables(len(people), tables), seed, wish)


def over_tables(people: int, tables: int) -> tuple[int, ...]:
    """Group sizes, one group a table where every table can have two people, else fewer groups."""
    return even(people, tables) if people >= 2 * tables else split(people, BIKUPA)


def deals(
    people: Sequence[str], rounds: Sequence[tuple[int, ...]], seed: int, earlier: Iterable[Division] = ()
) -> tuple[Division, ...]:
    """Groups of these sizes for several rounds, in which people meet as few as can be twice; nobody has a role yet."""
    dice = Random(seed)
    number = {name: at for at, name in enumerate(people)}
    met = [[number[name] for name in group.members if name in number] for one in earlier for group in one.groups]
    history = tuple(tuple(group) for group in met if len(group) > 1)
    plan = planned(
        Problem(len(people), tuple(rounds), history=history), seed, min(_STEPS, _LARGE // max(1, len(people)))
    )
    return tuple(
        _labelled([people[person] for person in dice.sample(group, len(group))] for group in groups) for groups in plan
    )


def loads(divisions: Iterable[Division]) -> Counter[str]:
    """How many times each person has reported or hosted in these divisions."""
    count: Counter[str] = Counter()
    for group in (group for division in divisions for group in division.groups):
        count.update(name for name in (group.reporter, group.host) if name is not None)
    return count


def _draw(people: Sequence[str], sizes: tuple[int, ...], seed: int, wish: Wish) -> Division:
    (division,) = deals(people, [sizes], seed, wish.earlier)
    return Division(tuple(_appoint(division.groups, Random(seed), wish)))


def _labelled(members: Iterable[Sequence[str]]) -> Division:
    return Division(tuple(Group(label(number), tuple(names)) for number, names in enumerate(members)))


def _appoint(groups: Iterable[Group], dice: Random, wish: Wish) -> Iterator[Group]:
    load = Counter(wish.loads or {})
    for group in groups:
        by_load = sorted(dice.sample(group.members, len(group.members)), key=lambda person: load[person])
        host = by_load[0] if wish.host else None
        reporter = (by_load[1] if host and len(by_load) > 1 else by_load[0]) if wish.reporter else None
        yield Group(group.label, group.members, reporter, host)


def label(number: int) -> str:
    """The letter of the group with this number, counted from 0: A … Z, AA, AB …"""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return letters[number] if number < len(letters) else label(number // 26 - 1) + letters[number % 26]
