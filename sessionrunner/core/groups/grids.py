"""Plans that are constructed, not searched for: people on a grid whose rows walk at different paces.

Person (row, column) sits at table ``column + shift[row][round]``. Two people of different rows share a table at
most once when the differences of their shifts never repeat: then the shifts form a difference matrix, which is
what transversal designs and mutually orthogonal Latin squares are made of (Bose, Shrikhande and Parker).
"""

from collections.abc import Sequence
from random import Random

from sessionrunner.core.fields import Table, addition, groups_of, prime_power, ring
from sessionrunner.core.groups.problem import Plan, Problem

Shifts = list[list[int]]
"""By row and round."""
_TRIES = 6
_NODES = 1500
"""Difference matrices are tried this many times, this many entries at a time; a few hundredths of a second."""


def grid(problem: Problem, dice: Random) -> Plan | None:
    """A plan in which nobody meets twice, where the grid gives one; None where it does not."""
    return partial(problem, len(problem.rounds), dice)


def partial(problem: Problem, rounds: int, dice: Random) -> Plan | None:
    """The first so many rounds without a repeat, all rounds being divided alike; None when the grid has none."""
    sizes = problem.rounds[0]
    groups, rows = len(sizes), max(sizes)
    if problem.present or set(problem.rounds) != {sizes} or min(sizes) < rows - 1 or rows < 2 or groups < 2:
        return None
    missing = groups * rows - problem.people
    upright = rounds - 1 >= 1 and groups % rows == 0 and missing <= groups // rows
    for extra in (0, 1) if upright else (0,):
        found = shifts(groups, rows, rounds - extra, dice)
        if found is not None:
            return _seated(found, sizes, bool(extra))
    return None


def shifts(groups: int, rows: int, rounds: int, dice: Random) -> tuple[Table, Shifts] | None:
    """How far each row walks in each round, with the addition table to walk by; None when no way was found."""
    if rows > groups and rounds > 1:
        return None
    power = prime_power(groups)
    if power is not None and rounds <= groups:
        times = ring(groups).multiply
        return addition((power[0],) * power[1]), [[times(row, turn) for turn in range(rounds)] for row in range(rows)]
    if (rounds - 1) * (rows - 1) < groups:
        return addition((groups,)), [[row * turn % groups for turn in range(rounds)] for row in range(rows)]
    return _searched(groups, rows, rounds, dice) if rounds <= groups <= 36 else None


def _searched(groups: int, rows: int, rounds: int, dice: Random) -> tuple[Table, Shifts] | None:
    for moduli in groups_of(groups):
        minus = addition(moduli, -1)
        for _ in range(_TRIES):
            matrix = _matrix(minus, rows, rounds, dice)
            if matrix is not None:
                return addition(moduli), matrix
    return None


def _matrix(minus: Table, rows: int, rounds: int, dice: Random) -> Shifts | None:
    """A difference matrix, row by row: each new row differs from every earlier one by another element each round."""
    matrix: Shifts = [[0] * rounds]
    while len(matrix) < rows:
        row = _row(minus, matrix, rounds, dice)
        if row is None:
            return None
        matrix.append(row)
    return matrix


def _row(minus: Table, matrix: Shifts, rounds: int, dice: Random) -> list[int] | None:
    """One more row by backtracking from random choices; None when it is not found in time."""
    used: list[set[int]] = [set() for _ in matrix]
    row = [0]
    for taken, earlier in zip(used, matrix, strict=True):
        taken.add(minus[0][earlier[0]])
    choices = [iter(dice.sample(range(len(minus)), len(minus)))]
    for _ in range(_NODES):
        if len(row) == rounds:
            return row
        turn = len(row)
        value = next((v for v in choices[-1] if _fits(minus, matrix, used, turn, v)), None)
        if value is not None:
            for taken, earlier in zip(used, matrix, strict=True):
                taken.add(minus[value][earlier[turn]])
            row.append(value)
            choices.append(iter(dice.sample(range(len(minus)), len(minus))))
        elif len(row) == 1:
            return None
        else:
            choices.pop()
            gone = row.pop()
            for taken, earlier in zip(used, matrix, strict=True):
                taken.remove(minus[gone][earlier[len(row)]])
    return None


def _fits(minus: Table, matrix: Shifts, used: Sequence[set[int]], turn: int, value: int) -> bool:
    differences = minus[value]
    return all(differences[earlier[turn]] not in taken for taken, earlier in zip(used, matrix, strict=True))


def _seated(walk: tuple[Table, Shifts], sizes: Sequence[int], upright: bool) -> Plan:
    """The grid as a plan; where groups are uneven, people at the start of the last row are left out."""
    plus, matrix = walk
    groups, rows = len(sizes), len(matrix)
    missing = groups * rows - sum(sizes)
    turns = [
        [
            [row * groups + column for row in range(rows) for column in [_before(plus, table, matrix[row][turn])]]
            for table in range(groups)
        ]
        for turn in range(len(matrix[0]))
    ]
    if upright:
        step = groups // rows
        turns.append([[row * groups + c for c in range(at, groups, step)] for row in range(rows) for at in range(step)])
    first = (rows - 1) * groups
    left_out = range(first, first + missing)
    return tuple(_named(turn, left_out, sizes) for turn in turns)


def _before(plus: Table, table: int, shift: int) -> int:
    """The column from which this shift leads to the table."""
    return next(column for column in range(len(plus)) if plus[column][shift] == table)


def _named(turn: list[list[int]], left_out: range, sizes: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Number the people that are there without gaps, and give the groups the order of the sizes."""
    kept = [
        tuple(person - len(left_out) * (person >= left_out.stop) for person in group if person not in left_out)
        for group in turn
    ]
    return in_order(kept, sizes)


def in_order(groups: Sequence[Sequence[int]], sizes: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Groups put where their sizes are asked for."""
    waiting: dict[int, list[tuple[int, ...]]] = {}
    for group in groups:
        waiting.setdefault(len(group), []).append(tuple(group))
    return tuple(waiting[size].pop() for size in sizes)
