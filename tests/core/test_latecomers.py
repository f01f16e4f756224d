"""People who come when the groups already sit, and the groups are full."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.exercise import GroupRule, SizeRange
from sessionrunner.core.groups import Division, Group
from sessionrunner.core.groups.latecomers import beside
from sessionrunner.core.groups.sizes import split
from sessionrunner.core.seats import fitted
from sessionrunner.core.wishes import NO_WISHES, Wishes
from tests.core.rooms import a_step, names
from tests.core.strategies import size_ranges

STEP = a_step("s", groups=GroupRule(SizeRange(3, 4)))
FULL = {"s": Division((Group("A", tuple(names(4))), Group("B", tuple(names(8)[4:]))))}


def outside(sizes: tuple[int, ...], size: SizeRange) -> int:
    """People too many or too few."""
    return sum(max(size.low - here, here - size.high, 0) for here in sizes)


@cache
def least(sitting: tuple[int, ...], came: int, size: SizeRange) -> int:
    """The fewest people outside the range of all ways to let each latecomer join a group or begin one, by trying."""
    if not came:
        return 10**6 if 1 in sitting else outside(sitting, size)
    joined = {tuple(sorted((*sitting[:at], here + 1, *sitting[at + 1 :]))) for at, here in enumerate(sitting)}
    begun = tuple(sorted((*sitting, 1)))
    return min(least(way, came - 1, size) for way in (*joined, begun))


@pytest.mark.parametrize("size", [SizeRange(2, 3), SizeRange(3, 4), SizeRange(4, 6), SizeRange(5, 5)], ids=str)
def test_no_way_without_moving_anybody_keeps_more_people_in_the_range(size: SizeRange) -> None:
    """Every room of up to nine, and up to twelve when all have come: tried against every way there is."""
    for people in range(2, 10):
        sitting = split(people, size)
        for came in range(1, 13 - people):
            new = beside(sitting, came, size)
            sizes = sorted(sitting)
            for _ in range(came - sum(new)):
                sizes[0] += 1
                sizes.sort()
            assert outside((*sizes, *new), size) == least(tuple(sorted(sitting)), came, size), (sitting, came)


@given(st.integers(2, 60), size_ranges(), st.integers(1, 20))
def test_nobody_begins_a_group_alone(people: int, size: SizeRange, came: int) -> None:
    """A new group has two people or more."""
    assert all(here >= 2 for here in beside(split(people, size), came, size))


def test_three_who_come_to_full_groups_make_one_of_their_own() -> None:
    """Nobody who sits moves, and no group is too large."""
    after = fitted(FULL, STEP, (*names(8), "X", "Y", "Z"), frozenset(), NO_WISHES)
    assert after.groups[:2] == FULL["s"].groups
    assert (after.groups[2].label, after.groups[2].members) == ("C", ("X", "Y", "Z"))


def test_one_who_comes_to_full_groups_joins_one_where_no_groups_are_of_the_wanted_size() -> None:
    """One too many is better than somebody alone, and than people who have to move."""
    step = a_step("s", groups=GroupRule(SizeRange(4, 4)))
    assert fitted(FULL, step, (*names(8), "X"), frozenset(), NO_WISHES).explanation == "5+4"


def test_three_who_come_make_no_group_without_one_who_is_to_sit_with_somebody() -> None:
    """Where no groups of the wanted size hold so many, the wish comes before the size."""
    step = a_step("s", groups=GroupRule(SizeRange(4, 4)))
    after = fitted(FULL, step, (*names(8), "X", "Y", "Z"), frozenset(), Wishes(together=(("P1", "X"),)))
    assert "X" in after.groups[0].members


def test_whoever_is_to_sit_with_somebody_joins_them_though_it_is_full() -> None:
    """A wish comes before a size."""
    wishes = Wishes(together=(("P1", "X"),))
    after = fitted(FULL, STEP, (*names(8), "X", "Y", "Z"), frozenset(), wishes)
    assert "X" in after.groups[0].members


def test_a_new_group_does_not_take_a_locked_one_s_letter() -> None:
    """Two groups by one name would be one group to the program."""
    after = fitted(FULL, STEP, (*names(8), "X", "Y", "Z"), frozenset("B"), NO_WISHES)
    assert [group.label for group in after.groups] == ["A", "B", "C"]
