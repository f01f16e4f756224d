"""A design that no grid and no quick search gives: ten rounds of eight fours in which nobody meets twice.

People are four rows of the group Z2 x Z2 x Z2, whose elements 0-7 add by exclusive or; adding an element moves
everybody. Four rounds are the same after every such move, three become another round when the element is outside the
subgroup {0, 3, 4, 7}. ``tests/bench/find_design.py`` is the search that found the blocks they grow from; that there
is such a plan, and no longer one, was shown by Aguado (2004).
"""

from collections.abc import Iterator

from sessionrunner.core.groups.problem import Group, Plan, Problem

_SUBGROUP = (0, 3, 4, 7)
_OUTSIDE = 1
"""An element that is not in the subgroup."""
_SIZES = (4,) * 8
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


def stored(problem: Problem) -> Plan | None:
    """The stored design, as many of its rounds as are wanted; None for any other room."""
    if problem.present or set(problem.rounds) != {_SIZES} or len(problem.rounds) > 10:
        return None
    return tuple(_rounds())[: len(problem.rounds)]


def _rounds() -> Iterator[tuple[Group, ...]]:
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
