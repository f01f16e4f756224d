"""Simulated annealing on Q: swaps of two people, uphill ones more and more rarely (Kirkpatrick et al.)."""

from collections.abc import Iterator
from math import exp
from random import Random

from sessionrunner.core.groups.problem import Plan
from sessionrunner.core.groups.room import Room
from sessionrunner.core.groups.rules import Rules

SLICE = 1000
"""Swaps weighed between two moments at which the search can be stopped; about a millisecond."""
HOT, COLD = 0.4, 0.12
"""Temperatures at which most swaps that add one repeat are refused, and at which nearly all are (measured)."""


def anneal(room: Room, rules: Rules, dice: Random, slices: int, hot: float = HOT) -> Iterator[Plan | None]:
    """Cool the room over so many slices; each yields the best plan if it became better in it, else None.

    A plan that is as good as the best at the end of a slice is yielded too: it may be more even.
    """
    current = best = 0
    temperature, cooling = hot, (COLD / hot) ** (1 / max(1, slices))
    for _ in range(slices):
        record = Record(room, current, best)
        _cool(room, rules, dice, temperature, record)
        if rules.blocked:
            _move_blocks(room, rules, dice, temperature, record)
        record.look(0, ties=True)
        temperature *= cooling
        current, best = record.now, record.best
        yield record.plan


class Record:
    """The best plan since the start, copied only when the search is about to leave it."""

    __slots__ = ("best", "now", "plan", "room")

    def __init__(self, room: Room, now: int, best: int) -> None:
        self.room, self.now, self.best = room, now, best
        self.plan: Plan | None = None

    def look(self, change: int, ties: bool = False) -> None:
        """Keep the plan if it is better than any so far, or as good; then the search changes it by so much."""
        if self.now < self.best or (ties and self.now == self.best):
            self.best, self.plan = self.now, self.room.plan()
        self.now += change


def _cool(room: Room, rules: Rules, dice: Random, temperature: float, record: Record) -> None:
    """Weigh a slice of swaps at one temperature."""
    draw, cost, rounds = dice.random, room.cost, rules.rounds
    worst = temperature * 8
    for _ in range(SLICE if rounds else 0):
        number = rounds[int(draw() * len(rounds))]
        people = rules.movable[number]
        one, other = people[int(draw() * len(people))], people[int(draw() * len(people))]
        if room.seat[one][number] == room.seat[other][number]:
            continue
        change = cost(number, one, other)
        if change > worst or (change > 0 and draw() >= exp(-change / temperature)):
            continue
        if rules.attribute and not rules.balanced(room, number, one, other):
            continue
        if change > 0:
            record.look(change)
        else:
            record.now += change
        room.swap(number, one, other)


def _move_blocks(room: Room, rules: Rules, dice: Random, temperature: float, record: Record) -> None:
    """Let some blocks of people who stay together change places with as many from another group."""
    for _ in range(rules.moves):
        number = dice.choice(rules.blocked)
        block = dice.choice(rules.blocks[number])
        others = _as_many(room, rules, dice, (number, dice.randrange(len(room.groups[number]))), len(block))
        if not others or room.seat[others[0]][number] == room.seat[block[0]][number]:
            continue
        pairs = list(zip(block, others, strict=True))
        change = _exchange(room, number, pairs)
        refused = change > 0 and dice.random() >= exp(-min(change / temperature, 50))
        if refused or not _still_fair(rules, pairs):
            _exchange(room, number, [(other, one) for one, other in reversed(pairs)])
            continue
        record.now += change
        record.look(0)


def _as_many(room: Room, rules: Rules, dice: Random, where: tuple[int, int], size: int) -> list[int]:
    """So many people of a group by lot, none of them without those they are to be with; none when it cannot be."""
    number, at = where
    blocks = [block for block in rules.blocks[number] if room.seat[block[0]][number] == at]
    singles = [(person,) for person in room.groups[number][at] if person in rules.free[number]]
    units = blocks + singles
    chosen: list[int] = []
    for unit in dice.sample(units, len(units)):
        if len(chosen) + len(unit) <= size:
            chosen.extend(unit)
    return chosen if len(chosen) == size else []


def _exchange(room: Room, number: int, pairs: list[tuple[int, int]]) -> int:
    change = 0
    for one, other in pairs:
        change += room.cost(number, one, other)
        room.swap(number, one, other)
    return change


def _still_fair(rules: Rules, pairs: list[tuple[int, int]]) -> bool:
    """Whether as many people of every kind went either way."""
    kind = rules.attribute
    return not kind or sorted(kind[one] for one, _ in pairs) == sorted(kind[other] for _, other in pairs)
