"""Cyclic plans: a few rounds are searched for, and the others follow by turning the room.

People are the points of k circles of m seats and some who stay put; turning every circle one step gives the next
round. Pairs fall into classes that turn into each other, so a plan of m rounds repeats nobody when its first
round uses every class at most once: the starters of design theory (Stanton and Mullin), and searched for as such
by annealing over one round instead of m.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb, exp
from random import Random

from sessionrunner.core.groups.grids import in_order
from sessionrunner.core.groups.problem import Group, Plan, Problem, pairs

SLICE = 180
"""Swaps weighed between two moments at which the search can be stopped; about a millisecond."""
HOT, COLD = 0.5, 0.13


@dataclass(frozen=True, slots=True)
class Wheel:
    """How a room turns."""

    turn: int
    """m: seats on a circle, and rounds that follow from one."""
    circles: int
    fixed: int
    """People who stay put."""
    bases: int
    """Rounds that are searched for."""

    def turned(self, person: int, steps: int) -> int:
        """Who sits where this person sat after so many steps."""
        circle, seat = divmod(person, self.turn)
        return person if circle >= self.circles else circle * self.turn + (seat + steps) % self.turn

    def promising(self, problem: Problem) -> bool:
        """Whether a round has few enough pairs to use every class of pairs at most once."""
        within = self.circles * ((self.turn - 1) // 2)
        between = self.turn * comb(self.circles, 2) + self.fixed * self.circles
        return self.bases * sum(comb(size, 2) for size in problem.rounds[0]) <= within + between

    def developed(self, bases: Sequence[Sequence[Sequence[int]]], rounds: int) -> Iterator[tuple[Group, ...]]:
        """All rounds that follow from these, as many as are wanted."""
        for number in range(rounds):
            steps, base = divmod(number, self.bases)
            yield tuple(tuple(self.turned(person, steps) for person in group) for group in bases[base])


def wheels(problem: Problem) -> list[Wheel]:
    """The ways this room can turn, those with an odd number of seats first.

    No pair turns into itself there. There are none where rounds differ or somebody is absent.
    """
    sizes, rounds = problem.rounds[0], len(problem.rounds)
    if not _turns(problem):
        return []
    found = [
        Wheel(turn, circles, problem.people - turn * circles, bases)
        for bases in (1, 2)
        for turn in range(-(-rounds // bases), min(problem.people, 3 * rounds) + 1)
        for circles in range(1, problem.people // turn + 1)
        if problem.people - turn * circles <= min(len(sizes), turn) and turn > 2
    ]
    found.sort(key=lambda wheel: (wheel.turn * wheel.bases - rounds, wheel.fixed))
    return sorted(found, key=lambda wheel: (wheel.turn % 2 == 0, wheel.bases))


def crowded(problem: Problem) -> list[Wheel]:
    """The ways a room can turn round just once over the rounds, for rooms in which people have to meet again.

    What the classes of pairs cost is then what the plan costs, and a regular plan shares the repeats.
    """
    sizes, rounds = problem.rounds[0], len(problem.rounds)
    return [
        Wheel(rounds // bases, circles, fixed, bases)
        for bases in range(1, rounds // 2 + 1 if _turns(problem) else 0)
        if rounds % bases == 0 and (circles := problem.people * bases // rounds)
        if (fixed := problem.people - circles * rounds // bases) <= len(sizes)
    ]


def _turns(problem: Problem) -> bool:
    """Whether all rounds are alike, several, and of several groups."""
    sizes = problem.rounds[0]
    return not problem.present and set(problem.rounds) == {sizes} and len(sizes) > 1 and len(problem.rounds) > 2


class Orbits:
    """The classes of pairs that turn into each other, and what it costs to use one again."""

    def __init__(self, wheel: Wheel, people: int, most: int) -> None:
        """``most`` is how often a class can be used at all."""
        self.of = [[-1] * people for _ in range(people)]
        lengths: list[int] = []
        for one in range(people):
            for other in range(one):
                if self.of[one][other] < 0:
                    lengths.append(self._mark(wheel, one, other, len(lengths)))
        self.used = [0] * len(lengths)
        turn = wheel.turn
        prices = {
            length: [length / turn * comb(turn * uses // length, 2) for uses in range(most + 2)]
            for length in set(lengths)
        }
        self.next = [prices[length] for length in lengths]

    def _mark(self, wheel: Wheel, one: int, other: int, name: int) -> int:
        members = {frozenset((wheel.turned(one, s), wheel.turned(other, s))) for s in range(wheel.turn)}
        for left, right in map(tuple, members):
            self.of[left][right] = self.of[right][left] = name
        return len(members)

    def count(self, bases: Sequence[Sequence[Sequence[int]]]) -> float:
        """Use the pairs of these rounds; gives the cost."""
        cost = 0.0
        for group in (group for groups in bases for group in groups):
            for at, person in enumerate(group):
                cost += self.change(person, group[:at], 1)
        return cost

    def change(self, person: int, others: Sequence[int], times: int) -> float:
        """The person meets these others (1) or no longer meets them (-1); gives what the cost changes by."""
        used, prices, row = self.used, self.next, self.of[person]
        cost = 0.0
        for other in others:
            name = row[other]
            before = used[name]
            used[name] = after = before + times
            cost += prices[name][after] - prices[name][before]
        return cost


def starter(problem: Problem, wheel: Wheel, dice: Random, slices: int) -> Iterator[Plan | None]:
    """Search for so many slices; the last one yields the best plan found, the others None."""
    bases = [_dealt(wheel, problem.people, problem.rounds[0], dice) for _ in range(wheel.bases)]
    return turned(problem, wheel, bases, [0] * problem.people, (dice, slices))


def turned(
    problem: Problem, wheel: Wheel, bases: list[list[list[int]]], kinds: Sequence[int], how: tuple[Random, int]
) -> Iterator[Plan | None]:
    """Search on from these rounds, people changing places with others of their kind only.

    Two who stay put and share a group are there because they are to stay together: that costs nothing.
    """
    sizes, (dice, slices) = problem.rounds[0], how
    orbits = Orbits(wheel, problem.people, sum(size * size for size in sizes) * wheel.bases)
    still = range(wheel.turn * wheel.circles, problem.people)
    wanted = [orbits.of[a][b] for groups in bases for group in groups for a, b in pairs(group) if a in still]
    cost, temperature = orbits.count(bases) - sum(orbits.next[name][1] for name in wanted), HOT
    for _ in range(slices):
        cost = _cool(bases, orbits, (dice, temperature, kinds), cost)
        if cost < 0.001:
            break
        temperature *= (COLD / HOT) ** (1 / slices)
        yield None
    rounds = wheel.developed(bases, len(problem.rounds))
    yield tuple(in_order(groups, sizes) for groups in rounds)


def _dealt(wheel: Wheel, people: int, sizes: Sequence[int], dice: Random) -> list[list[int]]:
    """A round by chance, those who stay put in a group each."""
    moving = dice.sample(range(people - wheel.fixed), people - wheel.fixed)
    groups: list[list[int]] = [[] for _ in sizes]
    for person in range(people - wheel.fixed, people):
        groups[person - people + wheel.fixed].append(person)
    for group, size in zip(groups, sizes, strict=True):
        while len(group) < size:
            group.append(moving.pop())
    return groups


def _cool(bases: list[list[list[int]]], orbits: Orbits, how: tuple[Random, float, Sequence[int]], cost: float) -> float:
    """Weigh a slice of swaps at one temperature; gives the cost after it."""
    dice, temperature, kinds = how
    draw = dice.random
    for _ in range(SLICE):
        groups = bases[int(draw() * len(bases))]
        here, there = int(draw() * len(groups)), int(draw() * len(groups))
        if here == there:
            continue
        left, right = groups[here], groups[there]
        one, other = left[int(draw() * len(left))], right[int(draw() * len(right))]
        if kinds[one] != kinds[other]:
            continue
        left.remove(one)
        right.remove(other)
        change = orbits.change(one, left, -1) + orbits.change(other, right, -1)
        change += orbits.change(other, left, 1) + orbits.change(one, right, 1)
        if change > 0.001 and draw() >= exp(-change / temperature):
            orbits.change(other, left, -1)
            orbits.change(one, right, -1)
            orbits.change(one, left, 1)
            orbits.change(other, right, 1)
            left.append(one)
            right.append(other)
        else:
            left.append(other)
            right.append(one)
            cost += change
            if cost < 0.001:
                break
    return cost
