"""Tabu search on Q among the swaps that touch somebody in a repeated meeting (Dotú and Van Hentenryck)."""

from collections.abc import Iterator
from random import Random

from sessionrunner.core.groups.problem import Plan
from sessionrunner.core.groups.room import Room
from sessionrunner.core.groups.rules import Rules

SLICE = 3000
"""Swaps weighed between two moments at which the search can be stopped; about a millisecond."""
_LOOKED_AT = 24
"""Seats in conflict whose swaps are compared in one move; in a large room a sample is as good and faster."""
_TENURE = 4, 100
"""Moves during which a pair that changed places does not change back, at least and at most."""

Move = tuple[int, int, int]
"""Round, and the two who change places."""


def tabu(room: Room, rules: Rules, dice: Random, slices: int) -> Iterator[Plan | None]:
    """Search for so many slices; each yields the best plan if it became better in it, else None."""
    current = best = 0
    forbidden: dict[Move, int] = {}
    turn = weighed = 0
    found: Plan | None = None
    while slices > 0:
        seats = conflicts(room, rules)
        if not seats:
            break
        looked_at = seats if len(seats) <= _LOOKED_AT else dice.sample(seats, _LOOKED_AT)
        allowed = best - current
        change, move = _best(room, rules, dice, looked_at, (forbidden, turn, allowed))
        turn, weighed = turn + 1, weighed + len(looked_at) * room.problem.people
        if move is not None:
            room.swap(*move)
            forbidden[move] = turn + dice.randint(*_TENURE)
            current += change
        if current < best:
            best, found = current, room.plan()
        if weighed >= SLICE:
            yield found
            found, weighed, slices = None, 0, slices - 1
    yield found


def conflicts(room: Room, rules: Rules) -> list[tuple[int, int]]:
    """Round and person wherever somebody sits with somebody they also meet elsewhere."""
    return [
        (number, person)
        for number in rules.rounds
        for person in rules.movable[number]
        if room.load[person][number][room.seat[person][number]] >= room.sizes[number][room.seat[person][number]]
    ]


def _best(
    room: Room, rules: Rules, dice: Random, seats: list[tuple[int, int]], memory: tuple[dict[Move, int], int, int]
) -> tuple[int, Move | None]:
    """The cheapest swap that is not forbidden, or that leads to the best plan so far; chosen by lot among equals."""
    forbidden, turn, allowed = memory
    least, found, equals = 10**9, None, 0
    for number, one in seats:
        for change, other in _swaps(room, number, one, rules.movable[number]):
            if change > least:
                continue
            move = (number, one, other) if one < other else (number, other, one)
            if forbidden.get(move, 0) > turn and change >= allowed:
                continue
            if rules.attribute and not rules.balanced(room, number, one, other):
                continue
            equals = 1 if change < least else equals + 1
            if equals == 1 or dice.random() * equals < 1:
                least, found = change, move
    return least, found


def _swaps(room: Room, number: int, one: int, people: list[int]) -> list[tuple[int, int]]:
    """What every swap of this person in a round would cost."""
    mine, met, here, sizes = room.load[one][number], room.met[one], room.seat[one][number], room.sizes[number]
    base = sizes[here] - mine[here] - 2
    gains = [base + mine[there] + size for there, size in enumerate(sizes)]
    load, seat = room.load, room.seat
    return [
        (gains[there] + load[other][number][here] - load[other][number][there] - 2 * met[other], other)
        for other in people
        if (there := seat[other][number]) != here
    ]
