"""Designs that no grid and no quick search gives: ten rounds of eight fours, nine rounds of seven, nobody twice.

In the first, people are four rows of the group Z2 x Z2 x Z2, whose elements 0-7 add by exclusive or; adding an
element moves everybody. Four rounds are the same after every such move, three become another round when the element
is outside the subgroup {0, 3, 4, 7}. ``tests/bench/find_design.py`` is the search that found the blocks they grow from;
that there is such a plan, and no longer one, was shown by Aguado (2004).

In the second, people are three circles of nine seats and one who stays put: a Steiner system S(2, 4, 28) whose
blocks fall into rounds. One round gives the others when every circle turns a step, and that round itself is left as it
is when each circle changes places with the next while seats are multiplied by four: Bose's method of differences with a
multiplier. ``tests/bench/find_turning.py`` tries all such rounds.
"""

from collections.abc import Iterator

from sessionrunner.core.groups.grids import in_order
from sessionrunner.core.groups.problem import Group, Plan, Problem
from sessionrunner.core.groups.sizes import even

_SUBGROUP = (0, 3, 4, 7)
_OUTSIDE = 1
"""An element that is not in the subgroup."""
_FIXED: tuple[tuple[Group, ...], ...] = (
    ((0, 13, 16, 30),),
    ((0, 3, 5, 6), (8, 10, 13, 15), (16, 17, 18, 19), (24, 25, 30, 31)),
    ((0, 1, 14, 15), (16, 21, 24, 29)),
    ((0, 2, 25, 27), (8, 14, 18, 20)),
)
"""Blocks of rounds that stay as they are; person 8 * row + element."""
_DOUBLING: tuple[tuple[Group, ...], ...] = (
    ((0, 9, 17, 24), (1, 11, 20, 30)),
    ((0, 12, 23, 28), (1, 6, 21, 18), (13, 14, 25, 26)),
    ((0, 8, 22, 26), (1, 10, 19, 28)),
)
"""Blocks of rounds that become two."""
_TURNING: tuple[Group, ...] = (
    (3, 12, 21, 27), (0, 6, 10, 14), (9, 15, 20, 22), (7, 8, 18, 24), (1, 5, 16, 17), (11, 13, 19, 23), (2, 4, 25, 26),
)  # fmt: skip
"""The round that turns into nine; person 9 * circle + seat, and 27, who stays put."""


def stored(problem: Problem) -> Plan | None:
    """As many rounds of a stored design as are wanted; None for any other room.

    Chairs may be empty where the groups stay as even as can be: one, or several whose people would have met in a round
    that is not wanted.
    """
    groups, rounds = len(problem.rounds[0]), len(problem.rounds)
    if problem.present or set(problem.rounds) != {even(problem.people, groups)} or groups not in (7, 8):
        return None
    design = tuple(_grown_rounds() if groups == 8 else _turned_rounds())
    spare = design[-1][0] if rounds < len(design) else (0,)
    gone = spare[: 4 * groups - problem.people]
    if rounds > len(design) or 4 * groups - len(gone) != problem.people:
        return None
    number = {person: at for at, person in enumerate(one for one in range(4 * groups) if one not in gone)}
    return tuple(
        in_order([tuple(number[one] for one in group if one in number) for group in design[at]], problem.rounds[at])
        for at in range(rounds)
    )


def _turned_rounds() -> Iterator[tuple[Group, ...]]:
    for steps in range(9):
        yield tuple(tuple(_turned(person, steps) for person in group) for group in _TURNING)


def _turned(person: int, steps: int) -> int:
    circle, seat = divmod(person, 9)
    return person if circle == 3 else 9 * circle + (seat + steps) % 9


def _grown_rounds() -> Iterator[tuple[Group, ...]]:
    for blocks in _FIXED:
        yield _grown(blocks, range(8))
    for blocks in _DOUBLING:
        yield _grown(blocks, _SUBGROUP)
        yield _grown(blocks, tuple(element ^ _OUTSIDE for element in _SUBGROUP))


def _grown(blocks: tuple[Group, ...], moves: range | tuple[int, ...]) -> tuple[Group, ...]:
    """Every group that the blocks become when they are moved by each of these elements."""
    found = {tuple(sorted(_moved(person, move) for person in block)) for block in blocks for move in moves}
    return tuple(sorted(found))


def _moved(person: int, move: int) -> int:
    row, element = divmod(person, 8)
    return 8 * row + (element ^ move)
