"""Group problems to test with."""

from collections.abc import Iterator
from itertools import combinations, product

from hypothesis import strategies as st

from sessionrunner.core.groups import Plan, Problem
from sessionrunner.core.groups.sizes import even

KIRKMAN = Problem(15, ((3,) * 5,) * 7)
"""Fifteen schoolgirls walk in threes for a week (1850)."""
SEVENTEEN = Problem(17, ((5, 4, 4, 4),) * 4)
EIGHT_FOURS = Problem(32, ((4,) * 8,) * 10)
DAY = Problem(36, ((2,) * 18, (4,) * 9, (6,) * 6, (4,) * 9, (3,) * 12, (6,) * 6))
"""Pairs, fours, sixes, fours, threes and sixes."""


def alike(people: int, groups: int, rounds: int) -> Problem:
    """People in so many even groups, round after round."""
    return Problem(people, (even(people, groups),) * rounds)


@st.composite
def problems(draw: st.DrawFn, most: int = 16) -> Problem:
    """Rooms with wishes that may or may not be possible, and people who come and go."""
    people = draw(st.integers(2, most))
    person = st.integers(0, people - 1)
    pairs = st.lists(st.tuples(person, person).filter(lambda pair: pair[0] != pair[1]), max_size=3).map(tuple)
    rounds = draw(st.integers(1, 4))
    there = st.sets(person, min_size=2).map(lambda crowd: tuple(sorted(crowd)))
    present = draw(st.one_of(st.just(()), st.lists(there, min_size=rounds, max_size=rounds).map(tuple)))
    counts = [len(crowd) for crowd in present] or [people] * rounds
    sizes = tuple(even(count, draw(st.integers(1, max(1, count // 2)))) for count in counts)
    attribute = draw(st.one_of(st.just(()), st.lists(st.integers(0, 3), min_size=people, max_size=people).map(tuple)))
    met = draw(st.lists(st.sets(person, min_size=2, max_size=4).map(tuple), max_size=3).map(tuple))
    return Problem(people, sizes, draw(pairs), draw(pairs), attribute, present, met)


def divisions_of(
    people: tuple[int, ...], sizes: tuple[int, ...], before: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every way to divide people into groups of these sizes; groups of one size in order of their first person."""
    if not sizes:
        yield ()
        return
    for group in combinations(people, sizes[0]):
        if len(before) == sizes[0] and before > group:
            continue
        rest = tuple(person for person in people if person not in group)
        for others in divisions_of(rest, sizes[1:], group):
            yield (group, *others)


def every_plan(problem: Problem) -> Iterator[Plan]:
    """Every plan there is, for rooms with few people."""
    yield from product(*(divisions_of(problem.there(number), sizes) for number, sizes in enumerate(problem.rounds)))
