"""Units, roles or years of experience spread over the groups, however many kinds there are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.core.groups import Problem, planned, score
from sessionrunner.core.groups.mix import Mix, evened
from sessionrunner.core.groups.sizes import even


@st.composite
def mixed_rooms(draw: st.DrawFn) -> Problem:
    """People of up to five kinds, in groups of any even sizes, for one or two rounds."""
    people = draw(st.integers(4, 40))
    kinds = tuple(draw(st.lists(st.integers(0, 4), min_size=people, max_size=people)))
    rounds = draw(st.lists(st.integers(1, people // 2), min_size=1, max_size=2))
    return Problem(people, tuple(even(people, groups) for groups in rounds), attribute=kinds)


@settings(max_examples=60)
@given(mixed_rooms(), st.integers(0, 9))
def test_every_kind_has_its_fair_share_in_every_group(problem: Problem, seed: int) -> None:
    """Whole people above or below the share are none, as long as nothing else is wished for."""
    assert score(problem, planned(problem, seed, 8)).imbalance == 0


@pytest.mark.parametrize(("kinds", "off"), [((0, 0, 1, 1), 2), ((0, 0, 2, 2), 2), ((0, 1, 0, 1), 0), ((0, 0, 1, 2), 2)])
def test_two_kinds_are_counted_once_and_more_kinds_each(kinds: tuple[int, ...], off: int) -> None:
    """0 and 1 are two kinds, and so are 0 and 2: naming them otherwise makes nothing worse."""
    assert score(Problem(4, ((2, 2),), attribute=kinds), (((0, 1), (2, 3)),)).imbalance == off


def test_groups_are_evened_out_by_those_who_are_free_to_move() -> None:
    """Whoever has a wish about somebody stays; nothing is done where nobody can help."""
    mix = Mix((0, 0, 1, 1, 2, 2), range(6), (3, 3))
    groups = [[0, 1, 2], [3, 4, 5]]
    evened(mix, groups, [0, 2, 3])
    assert groups == [[0, 1, 2], [3, 4, 5]]
    evened(mix, groups, range(6))
    assert mix.imbalance(groups) == 0
