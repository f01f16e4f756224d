"""A search for routes round the room where no construction is known; the same question always gets the same answer.

It looks for displacements, not for people: a row says how far a class of people has gone from home in each round,
so a meeting found or avoided counts for every home at once.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp
from random import Random

from sessionrunner.core.fields import Ring

_WARM, _COLD = 0.5, 0.12
"""Annealing temperatures, in repeated meetings a home."""

Row = tuple[int, ...]
"""How far from home in each round; 0 in the first."""


def rows(room: Ring, order: int, rounds: int, count: int, steps: int, seed: int = 1) -> tuple[Row, ...]:
    """So many rows, each visiting no table twice, with as few repeated meetings between them as are found.

    At most ``steps`` changes are tried; it stops when nobody meets twice, which makes it a difference matrix.
    """
    dice = Random(seed)
    away = range(1, order)
    search = _Search([[0, *dice.sample(away, rounds - 1)] for _ in range(count)], _distances(room, order))
    search.anneal(steps, dice)
    return tuple(tuple(row) for row in search.best)


def _distances(room: Ring, order: int) -> list[list[int]]:
    """How far it is to each table from each other."""
    found = [[0] * order for _ in range(order)]
    for start in range(order):
        for away in range(order):
            found[room.add(start, away)][start] = away
    return found


@dataclass(slots=True)
class _Search:
    rows: list[list[int]]
    distances: list[list[int]]
    """To a table, from a table."""
    costs: list[list[int]] = field(init=False)
    """Between each row and each other."""
    cost: int = field(init=False)
    best: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.costs = [self._costs(at, row) for at, row in enumerate(self.rows)]
        self.cost = sum(map(sum, self.costs)) // 2
        self.best = [row.copy() for row in self.rows]

    def anneal(self, steps: int, dice: Random) -> None:
        """Change one row at a time, taking what is better and at first some of what is worse."""
        lowest = self.cost
        for step in range(steps):
            if lowest == 0:
                return
            self._try(dice, _WARM * (_COLD / _WARM) ** (step / steps))
            if self.cost < lowest:
                lowest = self.cost
                self.best = [row.copy() for row in self.rows]

    def _try(self, dice: Random, warmth: float) -> None:
        at = dice.randrange(len(self.rows))
        changed = _changed(self.rows[at], len(self.distances), dice)
        costs = self._costs(at, changed)
        worse = sum(costs) - sum(self.costs[at])
        if worse <= 0 or dice.random() < exp(-worse / warmth):
            self.rows[at], self.costs[at] = changed, costs
            self.cost += worse
            for other, cost in enumerate(costs):
                self.costs[other][at] = cost

    def _costs(self, at: int, changed: Sequence[int]) -> list[int]:
        """Between the row that is to stand here and each of the others."""
        return [0 if number == at else self._between(changed, row) for number, row in enumerate(self.rows)]

    def _between(self, one: Sequence[int], other: Sequence[int]) -> int:
        """How many pairs of rounds in which the same two people of two classes would meet."""
        apart = [self.distances[here][there] for here, there in zip(one, other, strict=True)]
        if len(set(apart)) == len(apart):
            return 0
        return sum(count * (count - 1) // 2 for count in Counter(apart).values())


def _changed(row: list[int], order: int, dice: Random) -> list[int]:
    """The row with one table put somewhere else: swapped with another round's, or taken from those not visited."""
    changed = row.copy()
    at, table = dice.randrange(1, len(row)), dice.randrange(1, order)
    if table in changed:
        changed[changed.index(table)] = changed[at]
    changed[at] = table
    return changed
