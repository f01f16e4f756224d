"""Groups arranged by hand: move, swap, lock; and what is left of it when people come and go."""

import pytest
from hypothesis import given

from sessionrunner.core.commands import (
    DrawGroups,
    LockGroup,
    MovePerson,
    Next,
    SetPeople,
    SwapPeople,
    Undo,
    UnlockGroup,
)
from sessionrunner.core.exercise import GroupRule, Mode, SizeRange
from sessionrunner.core.groups import Division, Group
from sessionrunner.core.seats import fitted, moved
from sessionrunner.core.wishes import NO_WISHES, Wishes
from tests.core.rooms import FOUR_TABLES, ROUNDS, Hour, a_step, an_exercise, names, refusal
from tests.core.strategies import hours


def members(hour: Hour, step: str = "pairs") -> list[tuple[str, ...]]:
    return [group.members for group in hour.session.groups[step].groups]


def label_of(hour: Hour, person: str, step: str = "pairs") -> str:
    group = hour.session.groups[step].group_of(person)
    return group.label if group else ""


@given(hours)
def test_everybody_sits_in_one_group_whatever_is_moved(hour: Hour) -> None:
    """Moves, swaps and locks lose nobody and double nobody, in steps that are not over."""
    session = hour.session
    for step in session.exercise.steps[session.position + 1 :]:
        if step.id in session.groups:
            seats = sorted(name for group in session.groups[step.id].groups for name in group.members)
            assert seats == sorted(session.people)


def test_somebody_who_is_moved_sits_in_the_other_group() -> None:
    """And nobody else has moved."""
    hour = Hour()
    before, there = members(hour), "B" if label_of(Hour(), "P1") != "B" else "C"
    hour.give(MovePerson("pairs", "P1", there))
    assert label_of(hour, "P1") == there
    assert [[name for name in one if name != "P1"] for one in before] == [
        [name for name in one if name != "P1"] for one in members(hour)
    ]


def test_two_can_change_places() -> None:
    """The sizes stay."""
    hour = Hour()
    one, other = hour.session.groups["pairs"].groups[0].members[0], hour.session.groups["pairs"].groups[1].members[0]
    sizes = hour.session.groups["pairs"].explanation
    hour.give(SwapPeople("pairs", one, other))
    assert (label_of(hour, one), label_of(hour, other)) == ("B", "A")
    assert hour.session.groups["pairs"].explanation == sizes


def test_groups_that_are_kept_later_follow_the_move() -> None:
    """The step that keeps the bikupor keeps them as they are now."""
    hour = Hour()
    there = "B" if label_of(hour, "P1") != "B" else "C"
    hour.give(MovePerson("pairs", "P1", there))
    assert members(hour, "again") == members(hour)
    assert all(group.reporter in group.members for group in hour.session.groups["again"].groups)


def test_a_group_that_is_left_empty_is_gone() -> None:
    """Nobody is shown an empty group."""
    seats = {"pairs": Division((Group("A", ("Ann",)), Group("B", ("Bo", "Cia"))))}
    step = a_step("pairs", mode=Mode.GROUPS, groups=GroupRule(SizeRange(2, 3)))
    assert moved(seats, step, "Ann", "B") == Division((Group("B", ("Bo", "Cia", "Ann")),))


def test_whoever_took_the_reporter_away_leaves_another() -> None:
    """Every table has somebody who reports, after the move too."""
    hour = Hour()
    first, second = hour.session.groups["tables"].groups[:2]
    assert first.reporter is not None
    hour.give(MovePerson("tables", first.reporter, second.label))
    assert all(group.reporter in group.members for group in hour.session.groups["tables"].groups)
    assert hour.session.groups["tables"].groups[1].reporter == second.reporter


def test_a_host_who_is_moved_leaves_another() -> None:
    """The café goes on, and guests keep their routes."""
    cafe = an_exercise(a_step("cafe", 19, Mode.TABLES, tables=FOUR_TABLES, rounds=ROUNDS, host_stays=True))
    hour = Hour(cafe, names(16)).give(Next())
    first = hour.session.groups["cafe"].groups[0]
    assert first.host is not None
    hour.give(MovePerson("cafe", first.host, "B"))
    assert all(group.host in group.members for group in hour.session.groups["cafe"].groups)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (MovePerson("pairs", "Nobody", "A"), "nobody-there"),
        (MovePerson("pairs", "P1", "Z"), "no-such-group"),
        (MovePerson("start", "P1", "A"), "no-groups-there"),
        (SwapPeople("pairs", "P1", "Nobody"), "nobody-there"),
        (SwapPeople("pairs", "P1", "P1"), "already-in-group"),
        (LockGroup("pairs", "Z"), "no-such-group"),
        (UnlockGroup("pairs", "A"), "not-locked"),
    ],
)
def test_what_cannot_be_done_is_refused(command: MovePerson | SwapPeople | LockGroup | UnlockGroup, why: str) -> None:
    """A slip changes nothing."""
    assert refusal(Hour(), command) == why


def test_nobody_is_moved_to_where_they_are() -> None:
    """An empty move is no arrangement."""
    hour = Hour()
    assert refusal(hour, MovePerson("pairs", "P1", label_of(hour, "P1"))) == "already-in-group"


def test_groups_of_a_step_that_is_over_stay() -> None:
    """What has been done has been done."""
    assert refusal(Hour().go_to("write"), MovePerson("pairs", "P1", "A")) == "no-groups-there"


def test_a_locked_group_stays_when_groups_are_drawn_anew() -> None:
    """With its letter, its people and its reporter; the others get new company."""
    hour = Hour().give(LockGroup("pairs", "B"), LockGroup("tables", "C"))
    before = hour.session.groups
    hour.give(DrawGroups(99))
    assert hour.session.groups["pairs"].groups[1] == before["pairs"].groups[1]
    assert hour.session.groups["tables"].groups[2] == before["tables"].groups[2]
    assert hour.session.groups["tables"] != before["tables"]


def test_an_unlocked_group_is_drawn_with_the_others() -> None:
    """The lock can be taken away again."""
    hour = Hour().give(LockGroup("pairs", "B"), UnlockGroup("pairs", "B"))
    before = hour.session.groups["pairs"].groups[1].members
    hour.give(DrawGroups(99))
    assert hour.session.groups["pairs"].groups[1].members != before


def test_what_was_arranged_is_only_repaired_when_somebody_comes() -> None:
    """The leader's own groups survive a latecomer; those that nobody touched are drawn for all."""
    hour = Hour()
    hour.give(MovePerson("pairs", "P1", "B" if label_of(hour, "P1") != "B" else "C"))
    before = members(hour)
    hour.give(SetPeople((*names(14), "Late")))
    after = members(hour)
    assert [tuple(name for name in one if name != "Late") for one in after] == before
    assert sum("Late" in one for one in after) == 1


def test_drawing_anew_takes_arranged_groups_too() -> None:
    """Asked for is asked for; undo brings them back."""
    hour = Hour()
    hour.give(MovePerson("pairs", "P1", "B" if label_of(hour, "P1") != "B" else "C"))
    before = members(hour)
    hour.give(DrawGroups(5))
    assert members(hour) != before
    assert members(hour.give(Undo())) == before


def test_a_locked_group_takes_no_latecomer_in() -> None:
    """Locked is locked, as long as the others can take them."""
    step = a_step("pairs", mode=Mode.GROUPS, groups=GroupRule(SizeRange(2, 3)))
    seats = {"pairs": Division((Group("A", ("Ann", "Bo")), Group("B", ("Cia", "Dan", "Eva"))))}
    here = ("Ann", "Bo", "Cia", "Dan", "Eva", "Fia")
    assert fitted(seats, step, here, frozenset("A"), NO_WISHES).explanation == "2+2+2"
    assert fitted(seats, step, here, frozenset("AB"), NO_WISHES).explanation == "3+3"


def test_a_locked_group_of_which_one_is_left_is_a_group_no_more() -> None:
    """Never one alone."""
    step = a_step("pairs", mode=Mode.GROUPS, groups=GroupRule(SizeRange(2, 3)))
    seats = {"pairs": Division((Group("A", ("Ann", "Bo")), Group("B", ("Cia", "Dan"))))}
    assert fitted(seats, step, ("Ann", "Cia", "Dan"), frozenset("A"), NO_WISHES).explanation == "3"
    hour = Hour(people=names(6)).give(LockGroup("pairs", "A"))
    first = members(hour)[0]
    hour.give(SetPeople(tuple(name for name in names(6) if name not in first[1:])), DrawGroups(3))
    assert all(len(one) > 1 for one in members(hour))


def test_a_latecomer_is_kept_from_whom_they_are_to_be_apart() -> None:
    """And comes to those they are to stay with."""
    step = a_step("pairs", mode=Mode.GROUPS, groups=GroupRule(SizeRange(2, 4)))
    seats = {"pairs": Division((Group("A", ("Ann", "Bo")), Group("B", ("Cia", "Dan", "Eva"))))}
    here = ("Ann", "Bo", "Cia", "Dan", "Eva", "Fia")
    apart = fitted(seats, step, here, frozenset(), Wishes(apart=(("Fia", "Bo"),)))
    together = fitted(seats, step, here, frozenset(), Wishes(together=(("Fia", "Eva"),)))
    assert apart.explanation == together.explanation == "2+4"
