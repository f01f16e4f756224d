"""How good a plan is, and how good a plan can be."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.core.groups import Plan, Problem, bound, planned, score
from sessionrunner.core.groups.bound import fewest, spread
from sessionrunner.core.groups.conflicts import conflicts
from tests.core.group_problems import KIRKMAN, SEVENTEEN, alike, every_plan, problems

TINY = [
    alike(4, 2, 3), alike(4, 2, 4), alike(5, 2, 3), alike(6, 2, 3), alike(6, 3, 3), alike(7, 2, 2), alike(7, 3, 2),
    Problem(4, ((2, 2),) * 2, apart=((0, 1),)), Problem(4, ((2, 2),) * 2, together=((0, 1),)),
    Problem(4, ((2, 2),) * 3, apart=((0, 2),), together=((2, 3),), history=((0, 3),)),
    Problem(5, ((2, 2), (2, 2)), present=((0, 1, 2, 3), (1, 2, 3, 4)), history=((0, 1), (2, 3))),
]  # fmt: skip


def counted(problem: Problem, plan: Plan) -> tuple[int, int, int, int]:
    """Q, most, repeated and distinct, pair by pair without any cleverness."""
    meetings = Counter[int]()
    for pair in combinations(range(problem.people), 2):
        groups = [group for groups in plan for group in groups] + list(problem.history)
        times = sum(set(pair) <= set(group) for group in groups)
        if not any(set(pair) == set(wish) for wish in problem.together):
            meetings[times] += 1
    met = {times: pairs for times, pairs in meetings.items() if times and pairs}
    repeated = sum(pairs for times, pairs in met.items() if times > 1)
    return (
        sum(len(list(combinations(range(t), 2))) * p for t, p in met.items()),
        max(met, default=0),
        repeated,
        sum(met.values()),
    )


@settings(max_examples=60)
@given(problems(8), st.integers(0, 9))
def test_the_score_is_what_counting_pair_by_pair_gives(problem: Problem, seed: int) -> None:
    """What the leader is told about a plan is true."""
    if not conflicts(problem):
        plan = planned(problem, seed, 2)
        found = score(problem, plan)
        assert (found.q, found.most, found.repeated, found.distinct) == counted(problem, plan)


def test_pairs_that_meet_against_a_wish_are_counted_once_a_round() -> None:
    """Only while both are there."""
    problem = Problem(4, ((2, 2), (2,)), apart=((0, 1),), together=((0, 2),), present=((0, 1, 2, 3), (0, 1)))
    assert score(problem, (((0, 1), (2, 3)), ((0, 1),))).violations == 3


@pytest.mark.parametrize(("plan", "off"), [(((0, 1), (2, 3)), 2), (((0, 2), (1, 3)), 0)])
def test_an_uneven_spread_of_an_attribute_is_counted(plan: tuple[tuple[int, ...], ...], off: int) -> None:
    """Two experienced and two new in pairs: one of each in both."""
    assert score(Problem(4, ((2, 2),), attribute=(1, 1, 0, 0)), (plan,)).imbalance == off


@pytest.mark.parametrize("problem", TINY)
def test_the_bound_is_never_above_the_best_there_is(problem: Problem) -> None:
    """A plan is called best only when it is: tried against every plan for rooms of four to seven."""
    best = min(score(problem, plan) for plan in every_plan(problem))
    assert bound(problem) <= best.q
    assert fewest(problem) <= best.most


@pytest.mark.parametrize("problem", TINY)
def test_the_best_plan_there_is_is_found(problem: Problem) -> None:
    """Small rooms deserve the best too."""
    best = min(score(problem, plan) for plan in every_plan(problem))
    found = score(problem, planned(problem, 1, 60))
    assert (found.violations, found.imbalance, found.q) == (best.violations, best.imbalance, best.q)


@pytest.mark.parametrize(
    ("problem", "least"), [(KIRKMAN, 0), (SEVENTEEN, 6), (alike(12, 3, 5), 30), (alike(4, 2, 4), 2)]
)
def test_the_bound_of_known_rooms(problem: Problem, least: int) -> None:
    """Counted by hand: five people in four groups meet again, and the fourth round of pairs has nobody new."""
    assert bound(problem) == least


@given(st.integers(0, 40), st.integers(1, 9))
def test_spreading_evenly_is_cheapest(things: int, places: int) -> None:
    """One place fewer never helps."""
    assert spread(things, places + 1) <= spread(things, places)
