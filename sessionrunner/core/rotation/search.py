"""A search for routes round the room where no construction is known; the same question always gets the same answer.

It looks for displacements, not for people: a row says how far a class of people has gone from home in each round,
so a meeting found or avoided counts for every home at once.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import exp
from random import Random

from sessionrunner.core.rotation.fields import Ring

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
    search = _Search(
        [[0, *dice.sample(away, rounds - 1)] for _ in range(count)],
        [[room.add(one, other) for other in range(order)] for one in range(order)],
    )
    search.anneal(steps, dice)
    return tuple(tuple(row) for row in search.best)


@dataclass(slots=True)
class _Search:
    rows: list[list[int]]
    sums: list[list[int]]
    """The addition table of the room."""
    opposite: list[int] = field(init=False)
    cost: int = field(init=False)
    best: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.opposite = [line.index(0) for line in self.sums]
        self.cost = sum(self._between(one, other) for one, other in combinations(self.rows, 2))
        self.best = [row.copy() for row in self.rows]

    def anneal(self, steps: int, dice: Random) -> None:
        """Change one row at a time, taking what is better and at first some of what is worse."""
        lowest = self.cost
        for step in range(steps):
            if lowest == 0:
                return
            warmth = _WARM * (_COLD / _WARM) ** (step / steps)
            self._try(dice, warmth)
            if self.cost < lowest:
                lowest = self.cost
                self.best = [row.copy() for row in self.rows]

    def _try(self, dice: Random, warmth: float) -> None:
        at = dice.randrange(len(self.rows))
        changed = _changed(self.rows[at], len(self.sums), dice)
        others = [row for number, row in enumerate(self.rows) if number != at]
        before = sum(self._between(self.rows[at], other) for other in others)
        worse = sum(self._between(changed, other) for other in others) - before
        if worse <= 0 or dice.random() < exp(-worse / warmth):
            self.rows[at] = changed
            self.cost += worse

    def _between(self, one: Sequence[int], other: Sequence[int]) -> int:
        """How many pairs of rounds in which the same two people of two classes would meet."""
        apart = [self.sums[here][self.opposite[there]] for here, there in zip(one, other, strict=True)]
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
