"""One round that breaks nothing, found by backtracking; and proof when there is none."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from sessionrunner.core.groups.mix import Mix, evened, fair_share
from sessionrunner.core.groups.problem import Group, Plan, Problem
from sessionrunner.core.groups.rules import blocks

PATIENT, QUICK = (300, 300, 300, 3000), (300,)
"""Placements tried, begun anew each time, before the search says that it does not know; under half a second."""
_UNITS = 400
"""People and blocks with wishes that it tries to place at all."""


class Undecided(Exception):
    """It takes too long to find out whether people can be seated as asked."""


class _Seats:
    """A round being filled: units of people who stay together, the one with the fewest groups to go to first.

    That order is Brélaz's for colouring graphs; a group that too few may join ends a branch as well. Groups are bits
    of a whole number wherever many are looked at.
    """

    def __init__(self, problem: Problem, number: int, dice: Random) -> None:
        self.dice = dice
        there, self.sizes = problem.there(number), problem.rounds[number]
        self.groups = [list(group) for group in problem.held(number)]
        self.kind = problem.attribute or (0,) * problem.people
        self.mix = Mix(self.kind, there, self.sizes)
        have = Counter(self.kind[person] for person in there)
        self.most = [{kind: fair_share(have[kind], size, len(there))[1] for kind in have} for size in self.sizes]
        units = _units(problem, number)
        apart = _apart(problem, set(there))
        unit_of = {person: at for at, unit in enumerate(units) for person in unit}
        self.near = [{unit_of[o] for p in unit for o in apart.get(p, ()) if o in unit_of} - {at}
                     for at, unit in enumerate(units)]  # fmt: skip
        self.units = units
        self.homes = _homes(problem, set(there), self.groups)
        self.banned = [self._banned(unit, apart) for unit in units]
        self.waiting = {at for at, unit in enumerate(units) if len(unit) > 1 or self.near[at] or self.banned[at]}
        self.free = [unit[0] for at, unit in enumerate(units) if at not in self.waiting]
        self.nodes = 0

    def _banned(self, unit: Group, apart: dict[int, set[int]]) -> int:
        """Groups that somebody who is fixed makes impossible for this unit."""
        if unit[0] in self.homes:
            return (1 << len(self.groups)) - 1 - (1 << self.homes[unit[0]])
        avoided = {other for person in unit for other in apart.get(person, ())}
        return sum(1 << at for at, group in enumerate(self.groups) if not avoided.isdisjoint(group))

    def fill(self) -> bool:
        """Seat the units that wait; Undecided when that takes too long."""
        if not self.waiting:
            return True
        self.nodes -= 1
        if self.nodes < 0:
            raise Undecided
        unit, options = self._narrowest()
        self.waiting.discard(unit)
        for at in self._choices(unit, options):
            changed = self._place(unit, at)
            if self.fill():
                return True
            self._lift(unit, at, changed)
        self.waiting.add(unit)
        return False

    def _narrowest(self) -> tuple[int, int]:
        """The unit with the fewest groups to go to, and those; none of them where some group cannot be filled."""
        left = [size - len(group) for size, group in zip(self.sizes, self.groups, strict=True)]
        able = {size: sum(1 << at for at, here in enumerate(left) if here >= size) for size in self._sizes()}
        supply = [len(self.free)] * len(left)
        found = []
        for unit in self.waiting:
            size = len(self.units[unit])
            options = able[size] & ~self.banned[unit]
            found.append((options.bit_count(), -size, -len(self.near[unit]), self.dice.random(), unit, options))
            while options:
                low = options & -options
                supply[low.bit_length() - 1] += size
                options ^= low
        *_, unit, options = min(found)
        return unit, options if all(map(int.__ge__, supply, left)) else 0

    def _sizes(self) -> set[int]:
        return {len(self.units[unit]) for unit in self.waiting}

    def _choices(self, unit: int, options: int) -> list[int]:
        """The groups to try, fair ones first; of empty ones alike only one."""
        kinds: set[int] = set()
        found = []
        for at, group in enumerate(self.groups):
            if not options >> at & 1 or (not group and self.sizes[at] in kinds):
                continue
            kinds.update([] if group else [self.sizes[at]])
            found.append((self._over(at, self.units[unit]), len(group) - self.sizes[at], self.dice.random(), at))
        return [at for *_, at in sorted(found)]

    def _over(self, at: int, unit: Group) -> int:
        here = Counter(self.kind[person] for person in (*self.groups[at], *unit))
        return sum(max(0, count - self.most[at][kind]) for kind, count in here.items())

    def _place(self, unit: int, at: int) -> list[int]:
        """Seat a unit; gives those who may not sit there any longer."""
        self.groups[at].extend(self.units[unit])
        changed = [other for other in self.near[unit] if not self.banned[other] >> at & 1]
        for other in changed:
            self.banned[other] |= 1 << at
        return changed

    def _lift(self, unit: int, at: int, changed: list[int]) -> None:
        del self.groups[at][-len(self.units[unit]) :]
        for other in changed:
            self.banned[other] ^= 1 << at

    def rest(self) -> None:
        """Seat those who may sit anywhere, kind by kind, where its fair share is not yet reached."""
        people = self.dice.sample(self.free, len(self.free))
        for person in sorted(people, key=lambda person: -self.kind[person]):
            open_ = [at for at, group in enumerate(self.groups) if len(group) < self.sizes[at]]
            self.groups[min(open_, key=lambda at: self._after(at, person))].append(person)
        evened(self.mix, self.groups, self.free)

    def _after(self, at: int, person: int) -> tuple[int, float, float]:
        """How unfair it would be to seat somebody here, how far the group has come to its share, and how full it is."""
        kind = self.kind[person]
        here = sum(self.kind[other] == kind for other in self.groups[at])
        return self._over(at, (person,)), here / self.sizes[at], len(self.groups[at]) / self.sizes[at]


def seated(problem: Problem, number: int, dice: Random, patience: Sequence[int] = PATIENT) -> tuple[Group, ...] | None:
    """Groups for one round, drawn by lot within what was asked; None when there are none, Undecided when unknown."""
    if not (problem.apart or problem.together or problem.attribute):
        return _dealt(problem, number, dice)
    for nodes in patience:
        seats = _Seats(problem, number, dice)
        seats.nodes = nodes if len(seats.waiting) <= _UNITS else 0
        try:
            if not seats.fill():
                return None
        except Undecided:
            continue
        seats.rest()
        return tuple(tuple(group) for group in seats.groups)
    raise Undecided


def drawn(problem: Problem, dice: Random) -> Plan:
    """A plan that breaks nothing, every round by itself; ValueError when a round cannot be had."""
    rounds = [seated(problem, number, dice) for number in range(len(problem.rounds))]
    if None in rounds:
        raise ValueError("people cannot be seated as asked; see conflicts")
    return tuple(groups for groups in rounds if groups is not None)


def _dealt(problem: Problem, number: int, dice: Random) -> tuple[Group, ...]:
    """Groups by lot alone, around those who are fixed."""
    held = problem.held(number)
    fixed = {person for group in held for person in group}
    free = [person for person in problem.there(number) if person not in fixed]
    order = iter(dice.sample(free, len(free)))
    places = zip(held, problem.rounds[number], strict=True)
    return tuple((*group, *(next(order) for _ in range(size - len(group)))) for group, size in places)


def _units(problem: Problem, number: int) -> list[Group]:
    """Blocks of people who stay together and are not fixed, and everybody else alone."""
    fixed = {person for group in problem.held(number) for person in group}
    there = set(problem.there(number))
    free = [person for person in problem.there(number) if person not in fixed]
    crowd = set(free)
    bound = [tuple(person for person in block if person in crowd) for block in blocks(problem, there)]
    taken = {person for block in bound for person in block}
    return [block for block in bound if block] + [(person,) for person in free if person not in taken]


def _apart(problem: Problem, crowd: set[int]) -> dict[int, set[int]]:
    apart: dict[int, set[int]] = {}
    for one, other in problem.apart:
        if one in crowd and other in crowd:
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
    return apart


def _homes(problem: Problem, there: set[int], held: Sequence[Sequence[int]]) -> dict[int, int]:
    """Where people have to be because somebody they are to be with is fixed there; the first, if they differ."""
    at = {person: place for place, group in enumerate(held) for person in group}
    homes: dict[int, int] = {}
    for block in blocks(problem, there) if at else ():
        places = [at[person] for person in block if person in at]
        homes.update((person, places[0]) for person in block if places)
    return homes
