"""Plans borrowed from rooms of nearly as many people."""

from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.groups import Problem, bound, improve, planned, score
from sessionrunner.core.groups.designs import stored
from sessionrunner.core.groups.nearby import fitted, nearby
from sessionrunner.core.groups.starter import crowded
from tests.core.group_problems import alike


@given(st.integers(4, 40), st.integers(2, 9), st.integers(0, 99))
def test_everybody_has_a_seat_in_what_is_borrowed(people: int, groups: int, seed: int) -> None:
    """Whoever is taken out or let in, the sizes are those of the room."""
    problem = alike(max(people, 2 * groups), groups, 3)
    for room in nearby(problem):
        plan = fitted(problem, planned(room, seed, 0), Random(seed))
        assert score(problem, plan).violations == 0
        assert tuple(tuple(len(group) for group in round_) for round_ in plan) == problem.rounds
        assert all(sorted(sum(round_, ())) == list(range(problem.people)) for round_ in plan)


def test_the_nearest_room_comes_first() -> None:
    """Seventeen in three groups are eighteen without one, or fifteen and two more."""
    assert [room.people for room in nearby(alike(17, 3, 4))] == [18, 15]
    assert [room.people for room in nearby(alike(5, 4, 2))] == [8]


@pytest.mark.parametrize("problem", [alike(18, 3, 4), Problem(9, ((6, 3),) * 3), Problem(5, ((3, 2), (5,)))], ids=str)
def test_there_is_nothing_to_borrow_where_groups_are_even_or_rounds_differ(problem: Problem) -> None:
    """Eighteen in sixes are themselves; a six and a three are like nothing else."""
    assert not list(nearby(problem))


def test_a_room_with_an_empty_chair_shares_its_repeats() -> None:
    """As few repeats as can be proved, borrowed from eighteen who were one more."""
    problem = alike(17, 3, 8)
    plan = next(plan for plan in islice(improve(problem, 1), 1500) if score(problem, plan).q == bound(problem))
    assert score(problem, plan).most == 3


def test_a_crowded_room_turns_round_once() -> None:
    """Thirteen in three groups for eight rounds: three circles of four with one in the middle, from two rounds."""
    assert [(wheel.turn, wheel.circles, wheel.fixed) for wheel in crowded(alike(13, 3, 8))] == [(4, 3, 1), (2, 6, 1)]
    assert not crowded(Problem(9, ((3, 3, 3), (5, 4))))


@pytest.mark.parametrize(("people", "rounds"), [(28, 9), (27, 9), (28, 8), (24, 8), (26, 3)])
def test_seven_groups_of_four(people: int, rounds: int) -> None:
    """Nine rounds in which everybody meets everybody once; with empty chairs, as long as groups stay even."""
    plan = stored(alike(people, 7, rounds))
    assert plan is not None
    assert score(alike(people, 7, rounds), plan).q == 0


@pytest.mark.parametrize("problem", [alike(26, 7, 9), alike(28, 7, 10), alike(29, 7, 8), alike(23, 7, 8)], ids=str)
def test_other_rooms_of_seven_groups_are_not_stored(problem: Problem) -> None:
    """Too many rounds, or chairs that would leave a group of two."""
    assert stored(problem) is None


def test_when_nothing_can_be_borrowed_the_search_goes_on() -> None:
    """Fourteen in three groups: neither fifteen nor twelve give the best, and better plans are still sought."""
    problem = alike(14, 3, 8)
    *_, plan = islice(improve(problem, 1), 1000)
    assert bound(problem) <= score(problem, plan).q <= 1.05 * bound(problem)
