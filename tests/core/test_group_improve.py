"""Plans that become better while the leader reads."""

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.core.groups import Problem, bound, conflicts, improve, planned, score
from sessionrunner.core.groups.sizes import even
from tests.core.group_problems import DAY, EIGHT_FOURS, KIRKMAN, SEVENTEEN, alike, problems


@settings(max_examples=80)
@given(problems(), st.integers(0, 99))
def test_everybody_present_has_one_seat_a_round_and_sizes_are_kept(problem: Problem, seed: int) -> None:
    """Nobody is forgotten, nobody is called twice, and no group is larger than it should be."""
    for plan in islice(improve(problem, seed), 4) if not conflicts(problem) else ():
        for number, (groups, sizes) in enumerate(zip(plan, problem.rounds, strict=True)):
            assert sorted(person for group in groups for person in group) == list(problem.there(number))
            assert tuple(len(group) for group in groups) == sizes


@settings(max_examples=80)
@given(problems(), st.integers(0, 99))
def test_wishes_are_kept_or_named(problem: Problem, seed: int) -> None:
    """A wish is never silently broken, not even while better plans are sought."""
    if not conflicts(problem):
        assert all(score(problem, plan).violations == 0 for plan in islice(improve(problem, seed), 6))


@settings(max_examples=30)
@given(problems(), st.integers(0, 99))
def test_the_same_seed_gives_the_same_plan(problem: Problem, seed: int) -> None:
    """A plan can be had again after a crash."""
    if not conflicts(problem):
        assert planned(problem, seed, 5) == planned(problem, seed, 5)


@settings(max_examples=30)
@given(problems(), st.integers(0, 99))
def test_plans_only_become_better(problem: Problem, seed: int) -> None:
    """Whenever the leader stops, the plan on the screen is the best so far."""
    scores = [score(problem, plan) for plan in islice(improve(problem, seed), 8)] if not conflicts(problem) else []
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    "problem",
    [KIRKMAN, DAY, EIGHT_FOURS, alike(16, 4, 5), alike(25, 5, 6), alike(24, 6, 6), alike(32, 8, 9), alike(200, 40, 8),
     alike(50, 10, 6), alike(23, 6, 5), alike(28, 7, 7)],
    ids=str,
)  # fmt: skip
def test_where_nobody_has_to_meet_twice_nobody_does(problem: Problem) -> None:
    """Rooms whose plans without repeats are known: each is found, and proved by having none."""
    *_, plan = islice(improve(problem, 3), 4000)
    assert score(problem, plan).q == 0


@pytest.mark.parametrize("problem", [SEVENTEEN, alike(12, 3, 5), alike(8, 2, 3)], ids=str)
def test_where_people_have_to_meet_again_it_is_shared(problem: Problem) -> None:
    """As few repeats as can be proved, and nobody bears more than two of them while that is possible."""
    for seed in (2, 4):
        *_, plan = islice(improve(problem, seed), 4000)
        assert (score(problem, plan).q, score(problem, plan).most) == (bound(problem), 2)


def test_a_room_that_cannot_be_proved_goes_on_improving() -> None:
    """The caller decides when to stop."""
    free = alike(24, 6, 8)
    for problem in (free, Problem(24, free.rounds, apart=((0, 1),))):
        assert sum(1 for _ in islice(improve(problem, 1), 420)) == 420


def test_two_large_groups_are_planned_without_a_grid() -> None:
    """Seven people at each of two tables: no grid has so many rows, and the search does what it can."""
    found = [score(alike(14, 2, 6), plan).q for plan in islice(improve(alike(14, 2, 6), 1), 120)]
    assert found[-1] >= bound(alike(14, 2, 6))


def test_four_leave_and_three_arrive_and_nobody_meets_again() -> None:
    """The three rounds that remain are planned around the three that have been."""
    done = planned(alike(30, 7, 3), 1, 60)
    here = [person for person in range(30) if person not in (3, 11, 17, 26)]
    number = {person: at for at, person in enumerate(here)}
    met = tuple(tuple(number[one] for one in group if one in number) for groups in done for group in groups)
    problem = Problem(29, (even(29, 7),) * 3, history=met)
    assert score(problem, planned(problem, 1, 400)).q == score(problem, ()).q == 0


def test_experience_is_spread_and_friends_stay_together() -> None:
    """Twelve experienced and twelve new, six pairs apart and one together, over five rounds."""
    apart = tuple((person, person + 1) for person in range(0, 12, 2))
    problem = Problem(24, ((4,) * 6,) * 5, apart, ((12, 13),), (1, 0) * 12)
    found = score(problem, planned(problem, 1, 200))
    assert (found.violations, found.imbalance) == (0, 0)
    assert found.q <= 5


def test_one_group_is_one_plan() -> None:
    """There is nothing to improve when everybody sits together."""
    assert len(list(improve(Problem(4, ((4,),)), 1))) == 1
    assert len(list(improve(Problem(4, ((4,),) * 3), 1))) == 1


def test_pairs_who_stay_together_all_day_meet_other_pairs() -> None:
    """Twelve pairs at tables of two pairs: nobody is free to change places alone, and no two pairs meet twice."""
    couples = tuple((person, person + 1) for person in range(0, 24, 2))
    problem = Problem(24, ((4,) * 6,) * 5, together=couples)
    assert score(problem, planned(problem, 1, 300)).q == 0


def test_who_stay_together_through_others_meet_and_that_is_known() -> None:
    """Three friends by two wishes: the third pair meets in every round, which nothing can make better."""
    problem = Problem(12, ((4, 4, 4),) * 3, together=((0, 1), (1, 2)))
    found = score(problem, planned(problem, 1, 40))
    assert bound(problem) >= 3
    assert found.most == 3
