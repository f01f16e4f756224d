"""One round that breaks nothing, found by backtracking; and proof when there is none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from sessionrunner.core.groups.problem import Group, Plan, Problem, fair_share
from sessionrunner.core.groups.rules import blocks

_NODES = 20_000
"""Placements tried before the search says that it does not know; a few hundredths of a second."""


class Undecided(Exception):
    """It takes too long to find out whether people can be seated as asked."""


@dataclass(slots=True)
class _Seats:
    """A round being filled: units of people who stay together, one after the other."""

    units: list[tuple[int, ...]]
    apart: dict[int, set[int]]
    groups: list[list[int]]
    sizes: tuple[int, ...]
    marked: set[int] = field(default_factory=set)
    """People of the attribute."""
    most: list[int] = field(default_factory=list)
    """The largest fair share of each group."""
    homes: dict[int, int] = field(default_factory=dict)
    """The group of somebody who has to sit there, or with somebody who is fixed there."""
    nodes: int = 0

    def fill(self, at: int) -> bool:
        """Seat the units from here on; Undecided when that takes too long."""
        if at == len(self.units):
            return True
        unit = self.units[at]
        for number in self._choices(unit):
            self.nodes += 1
            if self.nodes > _NODES:
                raise Undecided
            self.groups[number].extend(unit)
            if self.fill(at + 1):
                return True
            del self.groups[number][-len(unit) :]
        return False

    def _choices(self, unit: tuple[int, ...]) -> list[int]:
        """Groups with room where nobody is to be avoided, fair ones first; of empty ones alike only one."""
        fresh: set[tuple[int, int]] = set()
        found = []
        avoided = {other for person in unit for other in self.apart.get(person, ())}
        home = self.homes.get(unit[0])
        for number, group in enumerate(self.groups):
            if home not in (None, number):
                continue
            left = self.sizes[number] - len(group)
            kind = (left, self.most[number])
            if left < len(unit) or not avoided.isdisjoint(group) or (not group and kind in fresh):
                continue
            fresh.update([kind] if not group else [])
            found.append(number)
        return sorted(found, key=lambda number: (self._over(number, unit), -self._left(number)))

    def _over(self, number: int, unit: tuple[int, ...]) -> int:
        marked = sum(person in self.marked for person in (*self.groups[number], *unit))
        plain = len(self.groups[number]) + len(unit) - marked
        return max(0, marked - self.most[number]) + max(0, plain - (self.sizes[number] - self.most[number]))

    def _left(self, number: int) -> int:
        return self.sizes[number] - len(self.groups[number])


def seated(problem: Problem, number: int, dice: Random) -> tuple[Group, ...] | None:
    """Groups for one round, drawn by lot within what was asked; None when there are none, Undecided when unknown."""
    there, held, sizes = problem.there(number), problem.held(number), problem.rounds[number]
    at = {person: place for place, group in enumerate(held) for person in group}
    free = [person for person in there if person not in at]
    if not (problem.apart or problem.together or problem.attribute):
        order = iter(dice.sample(free, len(free)))
        places = zip(held, sizes, strict=True)
        return tuple((*group, *(next(order) for _ in range(size - len(group)))) for group, size in places)
    crowd = set(there)
    units = _units(problem, free, dice)
    apart: dict[int, set[int]] = {}
    for one, other in problem.apart:
        if one in crowd and other in crowd:
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
    marked = {person for person in there if problem.attribute and problem.attribute[person]}
    most = [fair_share(len(marked), size, len(there))[1] for size in sizes]
    units.sort(key=lambda unit: (-len(unit), -sum(len(apart.get(person, ())) for person in unit)))
    seats = _Seats(units, apart, [list(group) for group in held], sizes, marked, most, _homes(problem, at, units))
    return tuple(tuple(group) for group in seats.groups) if seats.fill(0) else None


def drawn(problem: Problem, dice: Random) -> Plan:
    """A plan that breaks nothing, every round by itself; ValueError when a round cannot be had."""
    rounds = [seated(problem, number, dice) for number in range(len(problem.rounds))]
    if None in rounds:
        raise ValueError("people cannot be seated as asked; see conflicts")
    return tuple(groups for groups in rounds if groups is not None)


def _homes(problem: Problem, at: dict[int, int], units: Sequence[tuple[int, ...]]) -> dict[int, int]:
    """Where units have to be because somebody they are to be with is fixed there; the first one, if they differ."""
    homes: dict[int, int] = {}
    for block in blocks(problem) if at else ():
        places = [at[person] for person in block if person in at]
        homes.update((person, places[0]) for person in block if places)
    return {unit[0]: homes[unit[0]] for unit in units if unit[0] in homes}


def _units(problem: Problem, there: Sequence[int], dice: Random) -> list[tuple[int, ...]]:
    """Blocks of people who stay together, then everybody else, each kind in a drawn order."""
    crowd = set(there)
    bound = [tuple(person for person in block if person in crowd) for block in blocks(problem)]
    bound = [block for block in bound if len(block) > 1]
    taken = {person for block in bound for person in block}
    single = [(person,) for person in there if person not in taken]
    return dice.sample(bound, len(bound)) + dice.sample(single, len(single))
