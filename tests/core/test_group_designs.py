"""Plans that are constructed: fields, grids, wheels and the stored design."""

from random import Random

import pytest

from sessionrunner.core.groups import Problem, score
from sessionrunner.core.groups.designs import stored
from sessionrunner.core.groups.grids import grid, shifts
from sessionrunner.core.groups.starter import Wheel, starter, wheels
from sessionrunner.core.groups.wished import placed, wished
from tests.core.group_problems import EIGHT_FOURS, KIRKMAN, alike


@pytest.mark.parametrize(
    ("people", "groups", "rounds"),
    [(12, 4, 4), (16, 4, 5), (15, 4, 5), (24, 6, 3), (23, 6, 3), (30, 6, 4), (40, 8, 8), (72, 12, 5), (2, 1, 1),
     (45, 10, 6), (200, 40, 8), (63, 9, 9)],
)  # fmt: skip
def test_nobody_on_the_grid_meets_twice(people: int, groups: int, rounds: int) -> None:
    """Fields, steps, searched matrices and the upright round at the end."""
    problem = alike(people, groups, rounds)
    plan = grid(problem, Random(1))
    assert (plan is None) == (groups == 1)
    assert plan is None or score(problem, plan).q == 0


def test_the_grid_knows_its_limits() -> None:
    """Rooms that change, groups as many as people in them, and rounds that are too many."""
    for problem in (Problem(8, ((4, 4), (2,) * 4)), alike(8, 2, 2), alike(24, 6, 7), Problem(9, ((6, 3),))):
        assert grid(problem, Random(1)) is None
    assert shifts(37, 5, 38, Random(1)) is None
    assert shifts(6, 5, 6, Random(1)) is None
    assert shifts(10, 3, 10, Random(1)) is None


def test_ten_rounds_of_eight_fours() -> None:
    """The stored design: 32 people, ten rounds, nobody twice; shorter days take its first rounds."""
    plan = stored(EIGHT_FOURS)
    assert plan is not None
    assert score(EIGHT_FOURS, plan).distinct == 480
    assert stored(alike(32, 8, 3)) == plan[:3]
    assert stored(KIRKMAN) is None


def test_a_wheel_turns_seven_rounds_out_of_one() -> None:
    """Six fours: three circles of seven seats and three who stay put."""
    wheel = Wheel(7, 3, 3, 1)
    assert wheel in wheels(alike(24, 6, 7))
    problem = alike(24, 6, 7)
    found = (plan for seed in range(99) for plan in starter(problem, wheel, Random(seed), 80) if plan)
    assert any(score(problem, plan).q == 0 for plan in found)


def test_a_wheel_that_cannot_be_perfect_is_told_apart() -> None:
    """Six threes for eight rounds turn by fours from two rounds, not by eights from one."""
    problem = alike(18, 6, 8)
    assert Wheel(4, 4, 2, 2).promising(problem)
    assert not Wheel(9, 1, 6, 1).promising(problem)


@pytest.mark.parametrize("problem", [alike(8, 1, 4), alike(8, 2, 2), Problem(6, ((3, 3), (2, 2, 2), (3, 3)))])
def test_some_rooms_do_not_turn(problem: Problem) -> None:
    """One group, too few rounds, or rounds that differ."""
    assert wheels(problem) == []


def test_a_room_with_wishes_turns_too() -> None:
    """Those who stay together stay put, circles are of one kind, and who is to be apart gets places that never meet."""
    apart = tuple((person, person + 1) for person in range(0, 12, 2))
    problem = Problem(24, ((4,) * 6,) * 5, apart, ((12, 13),), (1, 0) * 12)
    plans = (plan for seed in range(60) for plan in wished(problem, Random(seed), 60) if plan)
    found = next(plan for plan in plans if score(problem, plan).q == 0)
    assert (score(problem, found).violations, score(problem, found).imbalance) == (0, 0)
    assert len(list(wished(problem, Random(1), 1))) > 1


def test_only_some_rooms_with_wishes_turn() -> None:
    """Two blocks of friends, or a day with a history, are left to the search."""
    for problem in (
        Problem(12, ((4, 4, 4),) * 3, together=((0, 1), (2, 3))),
        Problem(12, ((4, 4, 4),) * 3, apart=((0, 1),), history=((0, 2),)),
    ):
        assert list(wished(problem, Random(1), 1)) == []


def test_places_are_given_only_where_wishes_can_be_met() -> None:
    """In three rounds of pairs all four meet, so two who are to be apart get no places."""
    problem = Problem(4, ((2, 2),) * 3, apart=((0, 1),))
    everybody = (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))
    assert placed(problem, everybody, [0] * 4, {}, Random(1)) is None
    (two, _) = placed(problem, everybody[:2], [0] * 4, {}, Random(1)) or ((), ())
    assert {0, 1} not in map(set, two)
