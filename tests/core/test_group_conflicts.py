"""Wishes that cannot be met are named."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings

from sessionrunner.core.groups import Problem, conflicts, score
from sessionrunner.core.groups.conflicts import Conflict, Kind
from sessionrunner.core.groups.improve import improve
from sessionrunner.core.text import Text
from tests.core.group_problems import every_plan, problems

FOURS = ((4, 4, 4),)
NAMES = tuple("ABCDEFGHIJKL")


def kinds(problem: Problem) -> list[tuple[Kind, tuple[int, ...]]]:
    """What is wrong, and with whom."""
    return [(conflict.kind, conflict.people) for conflict in conflicts(problem)]


def test_four_people_cannot_be_kept_apart_in_three_groups() -> None:
    """The four are named, and not the fifth whose wish can be met."""
    apart = (*combinations(range(4), 2), (3, 7))
    assert kinds(Problem(12, FOURS, apart=apart)) == [(Kind.CROWDED, (0, 1, 2, 3))]


def test_together_through_others_and_apart_contradict_each_other() -> None:
    """Anna with Bo, Bo with Cia, but not Anna with Cia."""
    assert kinds(Problem(12, FOURS, ((0, 2),), ((0, 1), (1, 2)))) == [(Kind.CONTRADICTION, (0, 2))]


def test_more_friends_than_a_group_holds() -> None:
    """Five who want to sit together at tables of four."""
    together = tuple((person, person + 1) for person in range(4))
    assert kinds(Problem(12, FOURS * 3, together=together)) == [(Kind.LARGE_BLOCK, (0, 1, 2, 3, 4))]


def test_too_few_people_for_the_groups() -> None:
    """Twelve seats and eleven people."""
    assert kinds(Problem(11, FOURS)) == [(Kind.HEADCOUNT, tuple(range(11)))]


def test_wishes_of_those_who_are_absent_are_no_conflict() -> None:
    """The second round is possible although the first is not."""
    together = tuple((person, person + 1) for person in range(4))
    problem = Problem(12, ((4, 4, 4), (4, 4)), (), together, (), (tuple(range(12)), tuple(range(4, 12))))
    assert [conflict.number for conflict in conflicts(problem)] == [1]


def test_wishes_that_take_too_long_are_said_to() -> None:
    """Nine hundred pairs of sixty people: nobody can say quickly, and nothing is broken."""
    dice = Random(1)
    apart = tuple((a, b) for a in range(60) for b in range(a) if dice.random() < 0.5)
    problem = Problem(60, ((6,) * 10,), apart=apart)
    assert [conflict.kind for conflict in conflicts(problem)] == [Kind.UNDECIDED]


def test_a_room_of_wishes_without_end_is_not_tried() -> None:
    """Five hundred people, each with a wish of their own."""
    apart = tuple((person, person + 1) for person in range(499))
    problem = Problem(500, ((5,) * 100,), apart=apart)
    assert [conflict.kind for conflict in conflicts(problem)] == [Kind.UNDECIDED]


def test_a_conflict_is_told_by_name() -> None:
    """Who, where and how many, for a catalogue to put into words."""
    text = Conflict(Kind.LARGE_BLOCK, (0, 2), 3, 4).text(NAMES)
    assert text == Text("groups.conflict.large-block", {"people": "A, C", "n": 2, "round": 3, "seats": 4, "groups": 0})


def test_a_plan_for_the_impossible_is_refused() -> None:
    """Rather than a plan that breaks a wish."""
    with pytest.raises(ValueError, match="see conflicts"):
        next(improve(Problem(4, ((2, 2),), apart=tuple(combinations(range(3), 2))), 1))


@settings(max_examples=60)
@given(problems(6))
def test_what_is_called_impossible_is(problem: Problem) -> None:
    """Tried against every way to divide small rooms, and the other way round."""
    one_round = Problem(problem.people, problem.rounds[:1], problem.apart, problem.together, (), problem.present[:1])
    possible = any(score(one_round, plan).violations == 0 for plan in every_plan(one_round))
    assert possible == (not conflicts(one_round))


def test_who_is_absent_binds_nobody() -> None:
    """Two who are each to be with somebody who has left may part: only one pair is still bound."""
    chain = Problem(5, ((2, 2),), together=((0, 1), (0, 3), (2, 3)), present=((0, 1, 2, 4),))
    assert conflicts(chain) == ()
    everybody = Problem(5, ((2, 3),), together=((0, 1), (0, 3), (2, 3)))
    assert [one.kind for one in conflicts(everybody)] == [Kind.LARGE_BLOCK]
