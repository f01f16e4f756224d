"""Finds the routes that the rotation keeps, by the searches that found them; prints, asserts nothing.

``python -m tests.bench.designs``: a few minutes. A search that ends with other routes has found others as good.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations
from math import exp
from random import Random

from sessionrunner.core.fields import ring
from sessionrunner.core.rotation.designs import DIFFERENCES
from sessionrunner.core.rotation.search import rows
from tests.core.test_courses import parted

Route = tuple[int, ...]

SIX = tuple(permutations(range(6)))
"""Every route by six tables in six rounds."""
WARM, COLD, CHANGES, TRIES = 0.6, 0.15, 60_000, 8
"""How the annealing of turned routes cools, how many changes it tries, and how often it begins again."""


def main() -> None:
    """Everything that is kept, in the order of the module that keeps it."""
    square, across = crossed_square(Random(1))
    print("square", *map(spelled, square), "across", *map(spelled, across))
    for classes in (2, 3, 4, 5):
        found, repeats = min((turned(2 * classes, Random(seed)) for seed in range(TRIES)), key=lambda one: one[1])
        print(f"{classes} classes turned, repeats {repeats}", *map(spelled, found))
    print("idempotent", *map(spelled, idempotent(Random(1))))
    for (tables, rounds), kept in DIFFERENCES.items():
        found = orthogonal(tables, len(kept)) if rounds == tables else differences(tables, rounds, len(kept))
        print(tables, "tables", rounds, "rounds", *(spelled(row[1:]) for row in found))


def spelled(route: Sequence[int]) -> str:
    """Digits in base 36."""
    return "".join("0123456789abcdefghijklmnopqrstuvwxyz"[table] for table in route)


def agreeing(one: Route, other: Route) -> int:
    """At how many tables two routes come together."""
    return sum(a == b for a, b in zip(one, other, strict=True))


def crossed_square(dice: Random) -> tuple[list[Route], list[Route]]:
    """A Latin square of order six and four routes that cross each row once and never meet."""
    while True:
        square = latin(dice, SIX)
        crossing = [route for route in SIX if all(agreeing(route, row) == 1 for row in square)]
        across = next(clear(crossing, 4), None)
        if len(square) == 6 and across is not None:
            return square, across


def latin(dice: Random, allowed: Sequence[Route]) -> list[Route]:
    """Rows drawn one after the other, none agreeing with those before; six of them when luck has it."""
    square: list[Route] = []
    while allowed:
        square.append(dice.choice(allowed))
        allowed = [route for route in allowed if agreeing(route, square[-1]) == 0]
    return square


def clear(routes: Sequence[Route], count: int) -> Iterator[list[Route]]:
    """Every choice of so many routes that never meet."""
    if count == 0:
        yield []
    for number, route in enumerate(routes):
        rest = [other for other in routes[number + 1 :] if agreeing(route, other) == 0]
        yield from ([route, *others] for others in clear(rest, count - 1)) if count else ()


def idempotent(dice: Random) -> list[Route]:
    """A square of order six with its own number on the diagonal and five cells beside it that share nothing."""
    while True:
        square: list[Route] = []
        for home in range(6):
            fits = [row for row in SIX if row[home] == home and all(agreeing(row, other) == 0 for other in square)]
            square += [dice.choice(fits)] if fits else []
        cells = [(home, at, row[at]) for home, row in enumerate(square) for at in range(6) if at != home]
        if len(square) == 6 and next(clear(cells, 5), None) is not None:
            return square


def turned(count: int, dice: Random) -> tuple[list[Route], int]:
    """So many routes, each standing for three, and their repeats; as many at tables 0–2 as at 3–5 in each round."""
    routes = [route for _ in range(count // 2) for route in _opposite_pair(dice)]
    cost = lowest = _repeats(routes)
    best = routes
    for step in range(CHANGES):
        changed = _changed(routes, dice)
        worse = _repeats(changed) - cost
        if worse <= 0 or dice.random() < exp(-worse / (WARM * (COLD / WARM) ** (step / CHANGES))):
            routes, cost = changed, cost + worse
        if cost < lowest:
            best, lowest = routes, cost
    return best, 3 * lowest


def _opposite_pair(dice: Random) -> Iterator[Route]:
    halves = dice.sample((0, 0, 0, 1, 1, 1), 6)
    for side in (0, 1):
        tables = {0: dice.sample((0, 1, 2), 3), 1: dice.sample((3, 4, 5), 3)}
        yield tuple(tables[half ^ side].pop() for half in halves)


def _changed(routes: Sequence[Route], dice: Random) -> list[Route]:
    """Two rounds of one route swapped; another route swaps them too when the tables lie in different halves."""
    changed = list(routes)
    at, (one, other) = dice.randrange(len(routes)), dice.sample(range(6), 2)
    sides = (routes[at][one] // 3, routes[at][other] // 3)
    mirror = [number for number, route in enumerate(routes) if (route[other] // 3, route[one] // 3) == sides]
    for number in (at,) if sides[0] == sides[1] else (at, dice.choice(mirror)) if mirror else ():
        route = list(changed[number])
        route[one], route[other] = route[other], route[one]
        changed[number] = tuple(route)
    return changed


def _repeats(routes: Sequence[Route]) -> int:
    """Pairs of rounds in which the same two come together, over all turns of one of them."""
    total = 0
    for one, other in combinations(routes, 2):
        turns = Counter((a - b) % 3 for a, b in zip(one, other, strict=True) if a // 3 == b // 3)
        total += sum(count * (count - 1) // 2 for count in turns.values())
    return total


def orthogonal(tables: int, count: int) -> list[Route]:
    """Rows over as many rounds as tables: the tables in order, and the first others found that part from all."""
    room = ring(tables)
    away = {(room.add(home, far), home): far for home in range(tables) for far in range(tables)}
    return [tuple(range(tables)), *next(_parting(list(_longer((0,), tables, away)), count - 1, away))]


def _longer(row: Route, tables: int, away: Mapping[tuple[int, int], int]) -> Iterator[Route]:
    """Every whole row that begins like this, comes to each table once and is each distance from its round once."""
    if len(row) == tables:
        yield row
        return
    used = {away[table, turn] for turn, table in enumerate(row)}
    for table in range(tables):
        if table not in row and away[table, len(row)] not in used:
            yield from _longer((*row, table), tables, away)


def _parting(rows: Sequence[Route], count: int, away: Mapping[tuple[int, int], int]) -> Iterator[list[Route]]:
    """Every choice of so many rows of which any two are all distances apart."""
    if count == 0:
        yield []
    for number, row in enumerate(rows) if count else ():
        rest = [
            one for one in rows[number + 1 :] if len({away[a, b] for a, b in zip(row, one, strict=True)}) == len(row)
        ]
        yield from ([row, *others] for others in _parting(rest, count - 1, away))


def differences(tables: int, rounds: int, count: int) -> list[Route]:
    """Rows of a difference matrix by annealing; empty when no seed gives one."""
    for steps, seeds in ((60_000, 3), (500_000, 4)):
        for seed in range(1, seeds + 1):
            found = rows(ring(tables), tables, rounds, count, steps, seed)
            if parted(tables, found):
                return list(found)
    return []


if __name__ == "__main__":
    main()
