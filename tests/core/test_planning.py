"""Wishes, better plans and meetings over a whole session."""

from itertools import islice
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.core.acquaintance import judged, meetings, quality
from sessionrunner.core.commands import (
    DrawGroups,
    ForgetMeetings,
    LockGroup,
    MovePerson,
    Next,
    Open,
    Planned,
    SetPeople,
    SetWishes,
    TakePlan,
)
from sessionrunner.core.day import searched
from sessionrunner.core.exercise import Exercise, GroupRule, Mode, SizeRange
from sessionrunner.core.groups import Division, Group, Problem, improve
from sessionrunner.core.groups.seating import Undecided
from sessionrunner.core.plan import better
from sessionrunner.core.planning import improvements
from sessionrunner.core.session import Session
from sessionrunner.core.wishes import Wishes
from tests.core.rooms import FOUR_TABLES, ROUNDS, Hour, a_step, an_exercise, names, refusal

UNITS = tuple((name, "Barn" if number % 2 else "Vuxna") for number, name in enumerate(names(14)))
FOURS = GroupRule(SizeRange(4, 4), new=True)


def a_day(rounds: int, rule: GroupRule = FOURS) -> Exercise:
    return an_exercise(*(a_step(f"s{number}", mode=Mode.GROUPS, groups=rule) for number in range(rounds)))


def together(hour: Hour, one: str, other: str) -> list[str]:
    """Steps in which these two share a group."""
    divisions = hour.session.groups.items()
    return [step for step, division in divisions if division.group_of(one) == division.group_of(other)]


@given(st.integers(0, 30))
@settings(max_examples=15)
def test_wishes_are_met_in_every_step(seed: int) -> None:
    """Whatever the draw: two apart, two together."""
    hour = Hour().give(SetWishes(Wishes((("P1", "P2"),), (("P3", "P4"),))), DrawGroups(seed))
    assert together(hour, "P1", "P2") == []
    assert len(together(hour, "P3", "P4")) == len(hour.session.groups)
    assert judged(hour.session).broken == ()


def test_two_kinds_are_spread_evenly() -> None:
    """Every group is a mix of the two units."""
    hour = Hour().give(SetWishes(Wishes(column="Enhet", traits=UNITS, spread=True)))
    assert judged(hour.session).uneven == 0
    assert [text.key for text in quality(hour.session)][-1] == "room.quality.even"


def test_three_kinds_are_spread_evenly_too() -> None:
    """Twelve people of three units in threes: one of each in every group."""
    kinds = tuple((name, "ABC"[number // 4]) for number, name in enumerate(names(12)))
    day = Hour(a_day(2, GroupRule(SizeRange(3, 3), new=True)), names(12))
    assert judged(day.give(SetWishes(Wishes(column="Enhet", traits=kinds, spread=True))).session).uneven == 0


def test_what_nobody_differs_in_is_not_spread() -> None:
    """One unit in the room is no unit."""
    hour = Hour().give(SetWishes(Wishes(column="Enhet", traits=(("P1", ""),), spread=True)))
    assert "room.quality.even" not in [text.key for text in quality(hour.session)]


def test_uneven_groups_are_told() -> None:
    """When a hand has moved somebody."""
    day = Hour(a_day(1), names(8))
    kinds = tuple((name, "AB"[number % 2]) for number, name in enumerate(names(8)))
    day.give(SetWishes(Wishes(column="Enhet", traits=kinds, spread=True)))
    for person in [name for name in day.session.groups["s0"].groups[0].members if dict(kinds)[name] == "A"]:
        day.give(MovePerson("s0", person, "B"))
    assert [text.key for text in quality(day.session)] == ["room.quality.once", "room.quality.uneven"]


def test_wishes_that_contradict_each_other_are_refused_by_name() -> None:
    """Nothing is silently broken."""
    impossible = SetWishes(Wishes((("P1", "P2"),), (("P1", "P2"),)))
    assert refusal(Hour(), impossible) == "wishes-conflict"


def test_wishes_are_tidied() -> None:
    """Nobody is kept apart from themselves, and nothing is wished twice."""
    hour = Hour().give(SetWishes(Wishes((("P1", "P1"), ("P1", "P2", "P1"), ("P1", "P2")))))
    assert hour.session.wishes.apart == (("P1", "P2"),)


def test_a_room_that_becomes_too_small_for_a_wish_is_still_divided() -> None:
    """Five people in one group cannot be kept apart: the hour goes on, and the wish is told as broken."""
    hour = Hour(an_exercise(a_step("one", mode=Mode.GROUPS, groups=GroupRule(SizeRange(3, 3)))), names(9))
    hour.give(SetWishes(Wishes((("P1", "P2", "P3"),))), SetPeople(("P1", "P2", "P3")))
    broken = judged(hour.session).broken
    assert {one.people for one in broken} == {("P1", "P2"), ("P1", "P3"), ("P2", "P3")}
    assert all(one.apart and one.step == "one" for one in broken)


def test_a_hand_may_break_a_wish_and_it_is_told() -> None:
    """The leader sees the room; the program says what it means."""
    hour = Hour(a_day(1), names(8)).give(SetWishes(Wishes((("P1", "P2"),), (("P3", "P4"),))))
    division = hour.session.groups["s0"]
    there = division.group_of("P2")
    other = next(group for group in division.groups if "P3" not in group.members)
    assert there is not None
    hour.give(MovePerson("s0", "P1", there.label), MovePerson("s0", "P3", other.label))
    assert {(one.people, one.apart) for one in judged(hour.session).broken} == {
        (("P1", "P2"), True),
        (("P3", "P4"), False),
    }


def test_told_groups_stay_when_wishes_change() -> None:
    """The room sits as it was told; the wish holds from the next step on."""
    hour = Hour().go_to("tables")
    before = hour.session.groups["tables"]
    hour.give(SetWishes(Wishes((before.groups[0].members[:2],))))
    assert hour.session.groups["tables"] == before
    assert together(hour, *before.groups[0].members[:2]) == ["tables"]


def test_a_guest_who_meets_somebody_at_a_table_is_counted() -> None:
    """In a world café people meet at every table, not only where they begin."""
    cafe = an_exercise(a_step("cafe", 19, Mode.TABLES, tables=FOUR_TABLES, rounds=ROUNDS, host_stays=True))
    assert sum(meetings(Hour(cafe, names(16)).session).values()) == 4 * 4 * 6


def test_how_good_the_plan_is_stands_in_plain_words() -> None:
    """All new, some twice, some more often."""
    new = Hour(a_day(5), names(16)).session
    twice = Hour(a_day(2), names(8)).session
    often = Hour(a_day(9), names(8)).session
    told = [quality(session)[0].key.rpartition(".")[2] for session in (new, twice, often)]
    assert told == ["new", "twice", "often"]


def test_people_who_met_last_time_do_not_meet_again() -> None:
    """Codes of earlier occasions come in with the opening."""
    first = Hour(a_day(1), names(16)).session.groups["s0"]
    met = tuple(group.members for group in first.groups)
    hour = Hour(a_day(1), names(16)).give(Open(names(16), 1, met=met))
    assert judged(hour.session).again == 0
    hour.give(ForgetMeetings())
    assert hour.session.met == ()


def test_people_who_meet_again_after_last_time_are_told() -> None:
    """Where it cannot be avoided."""
    hour = Hour(a_day(1), names(4)).give(Open(names(4), 1, met=(names(4),)))
    assert "room.quality.again" in [text.key for text in quality(hour.session)]


def test_a_better_plan_is_better_and_leaves_the_told_groups() -> None:
    """Sixteen in fours after a first step by hand: the search goes on while the leader reads."""
    hour = Hour(a_day(6), names(18)).give(Next())
    start = judged(hour.session)
    found = [one for one in islice(improvements(hour.session), 200) if one is not None]
    assert found
    before = hour.session.groups["s0"]
    hour.give(found[-1])
    assert judged(hour.session).rank < start.rank
    assert hour.session.groups["s0"] == before


def test_what_is_arranged_is_not_improved() -> None:
    """Only steps that nobody has touched are offered."""
    hour = Hour(a_day(3), names(18))
    label = next(group.label for group in hour.session.groups["s1"].groups if "P1" not in group.members)
    hour.give(MovePerson("s1", "P1", label), LockGroup("s2", "A"))
    for found in islice(improvements(hour.session), 50):
        assert found is None or "s1" not in {planned.step for planned in found.plan}


def test_an_exercise_without_groups_cannot_be_improved() -> None:
    """The search ends at once."""
    talk = an_exercise(a_step("talk"))
    assert list(better(talk, names(5), 1)) == []
    assert list(improvements(Session(talk, names(5)))) == []


def test_a_search_ends_when_nothing_can_be_better() -> None:
    """Sixteen in fours, five times, is proved best at once."""
    assert [one for one in improvements(Hour(a_day(2), names(16)).session) if one] == []


@pytest.mark.parametrize("steps", [0, 2])
def test_a_plan_is_taken_only_before_anybody_is_told(steps: int) -> None:
    """Prepared beforehand it is kept whole; under way it is refused."""
    hour = Hour()
    plan = TakePlan(tuple(Planned(step, division) for step, division in hour.session.groups.items()), arranged=True)
    for _ in range(steps):
        hour.give(Next())
    if steps:
        assert refusal(hour, plan) == "groups-already-told"
    else:
        assert hour.give(plan).session.arranged == set(hour.session.groups)


def test_a_plan_for_other_people_is_refused() -> None:
    """A seat for somebody who is not here is no seat."""
    others = TakePlan((Planned("pairs", Division((Group("A", ("Ann", "Bo")),))),))
    assert refusal(Hour(), others) == "plan-for-others"


def test_wishes_too_many_to_tell_are_let_go() -> None:
    """A crowd of wishes that the search gives up on never stops the hour."""
    dice = Random(1)
    apart = tuple((a, b) for a in range(60) for b in range(a) if dice.random() < 0.5)
    crowd = Problem(60, ((6,) * 10,), apart=apart)
    with pytest.raises(Undecided):
        next(improve(crowd, 1))
    assert sum(map(len, next(searched(crowd, 1))[0])) == 60
