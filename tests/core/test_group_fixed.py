"""Groups that are locked or announced, and people who have to sit in one of them."""

from itertools import combinations, islice
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.core.groups import Plan, Problem, bound, conflicts, improve, planned, score
from sessionrunner.core.groups.bound import fewest
from sessionrunner.core.groups.conflicts import Kind
from tests.core.group_problems import alike, every_plan, problems

FOURS = ((4, 4, 4),)


def some_of(plan: Plan, dice: Random) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Some of the groups of a plan whole, some in part, others not at all; now and then a round that is free."""
    kept = tuple(tuple(tuple(dice.sample(g, dice.choice((0, len(g), 1)))) for g in groups) for groups in plan)
    return tuple(groups if dice.random() < 0.8 else () for groups in kept)


def locked(problem: Problem, seed: int) -> Problem:
    """The problem with some of a first plan fixed."""
    first = planned(problem, seed, 0)
    return Problem(
        problem.people, problem.rounds, problem.apart, problem.together, problem.attribute, problem.present,
        problem.history, some_of(first, Random(seed)),
    )  # fmt: skip


@settings(max_examples=80)
@given(problems(), st.integers(0, 99))
def test_who_is_fixed_stays_and_wishes_are_kept(problem: Problem, seed: int) -> None:
    """A locked group is left in peace while the others get better."""
    if conflicts(problem):
        return
    asked = locked(problem, seed)
    assert not conflicts(asked)
    for plan in islice(improve(asked, seed), 4):
        assert score(asked, plan).violations == 0
        for number, groups in enumerate(plan):
            assert all(set(held) <= set(group) for held, group in zip(asked.held(number), groups, strict=True))
            assert sorted(person for group in groups for person in group) == sorted(asked.there(number))


@settings(max_examples=40)
@given(problems(6), st.integers(0, 99))
def test_the_bound_holds_for_what_is_fixed(problem: Problem, seed: int) -> None:
    """A plan around locked groups is called best only when it is."""
    asked = Problem(problem.people, problem.rounds[:2], problem.apart, (), (), problem.present[:2], problem.history)
    if not conflicts(asked):
        found = score(asked, planned(locked(asked, seed), seed, 0))
        assert bound(locked(asked, seed)) <= found.q
        assert fewest(locked(asked, seed)) <= found.most


def test_an_announced_morning_stands_and_the_afternoon_meets_nobody_again() -> None:
    """Two rounds of the day have been shown to the room; the other two are drawn around them."""
    day = alike(24, 6, 4)
    morning = planned(alike(24, 6, 2), 1, 100)
    plan = planned(Problem(24, day.rounds, fixed=(*morning, (), ())), 2, 400)
    assert plan[:2] == morning
    assert score(day, plan).q == 0


def test_the_day_ends_when_everything_is_fixed() -> None:
    """There is nothing left to improve."""
    plan = planned(alike(9, 3, 2), 1, 0)
    assert list(improve(Problem(9, ((3, 3, 3),) * 2, fixed=plan), 1)) == [plan]


def test_a_pair_that_is_fixed_together_is_told_of_and_not_refused() -> None:
    """The leader has put them there by hand."""
    problem = Problem(12, FOURS, apart=((0, 1), (0, 5)), fixed=(((0, 1), (), ()),))
    assert not conflicts(problem)
    assert score(problem, planned(problem, 1, 20)).violations == 1


def test_friends_join_the_one_who_is_fixed() -> None:
    """The host stays at the second table, and so do those who are to be with her."""
    problem = Problem(12, FOURS * 2, together=((7, 0), (0, 3)), fixed=(((), (0,), ()), ()))
    assert {0, 3, 7} <= set(planned(problem, 1, 30)[0][1])


def test_friends_who_are_fixed_in_two_groups_stay_in_two_groups() -> None:
    """The third friend sits with the first of them."""
    problem = Problem(12, FOURS, together=((0, 1), (1, 2)), fixed=(((0,), (1,), ()),))
    (first, second, _) = planned(problem, 1, 10)[0]
    assert {0, 2} <= set(first)
    assert 1 in second


@pytest.mark.parametrize(
    ("fixed", "people"),
    [(((0, 1, 2, 3, 4), (), ()), (0, 1, 2, 3, 4)), (((0,), (0, 1), ()), (0,)), (((0,), (1,)), (0, 1)),
     (((12,), (), ()), (12,))],
)  # fmt: skip
def test_what_is_fixed_wrongly_is_named(fixed: tuple[tuple[int, ...], ...], people: tuple[int, ...]) -> None:
    """More than the group holds, somebody twice, too few groups, somebody who is not there."""
    problem = Problem(13, FOURS, present=(tuple(range(12)),), fixed=(fixed,))
    assert [(conflict.kind, conflict.people) for conflict in conflicts(problem)] == [(Kind.FIXED, people)]


def test_a_wish_that_a_locked_group_makes_impossible_is_named() -> None:
    """Two who are to be with somebody whose group is full."""
    problem = Problem(12, FOURS, together=((0, 9),), fixed=((tuple(range(4)), (), ()),))
    assert [conflict.kind for conflict in conflicts(problem)] == [Kind.CROWDED]


def test_pairs_that_have_met_often_before_are_told_from_the_start() -> None:
    """Three earlier meetings are three meetings of one pair, and no plan has fewer."""
    problem = Problem(4, ((2, 2),), history=((0, 1),) * 3)
    assert (bound(problem), fewest(problem)) == (3, 3)
    assert min(score(problem, plan).q for plan in every_plan(problem)) == 3


def test_what_pairs_have_met_is_levelled_out_in_the_bound() -> None:
    """Everybody has met everybody but one pair: whoever meets now meets again, once."""
    met = tuple(pair for pair in combinations(range(4), 2) if pair != (2, 3))
    assert bound(Problem(4, ((2, 2),), history=met)) == 1
