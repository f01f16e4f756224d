"""Groups within a range, when somebody comes or leaves and the room can be divided within it."""

from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from sessionrunner.core.exercise import GroupRule, SizeRange
from sessionrunner.core.groups import Division, Group, divide, split
from sessionrunner.core.groups.resizing import keeps, movers, resized
from sessionrunner.core.plan import copied
from sessionrunner.core.seats import fitted
from sessionrunner.core.wishes import NO_WISHES, Wishes
from tests.core.rooms import a_step, names

RANGES = [SizeRange(2, 3), SizeRange(3, 4), SizeRange(4, 6)]
STEP = a_step("s", groups=GroupRule(SizeRange(3, 4), reporter=True))
FOURS = Division((Group("A", tuple(names(4)), "P4"), Group("B", tuple(names(8)[4:]), "P8")))
FREE: frozenset[str] = frozenset()


def seat(here: tuple[str, ...], wishes: Wishes = NO_WISHES, locked: frozenset[str] = FREE) -> Division:
    """The two fours with these people."""
    return fitted({"s": FOURS}, STEP, here, locked, wishes)


@cache
def least(sitting: tuple[int, ...], people: int, size: SizeRange) -> int:
    """The fewest who leave their group, of all sizes within the range, by trying every one."""
    allowed = [0, *range(size.low, size.high + 1)]
    fits = {0, *(total for total in range(people + 1) if _divides(total, size))}
    costs: list[int] = [
        sum(max(0, here - wanted) for here, wanted in zip(sitting, way, strict=True))
        for way in product(allowed, repeat=len(sitting))
        if people - sum(way) in fits
    ]
    return min(costs)


def _divides(people: int, size: SizeRange) -> bool:
    """Whether new groups within the range can hold so many."""
    return any(groups * size.low <= people <= groups * size.high for groups in range(people + 1))


def rooms(people: int, size: SizeRange) -> Iterator[tuple[tuple[int, ...], int]]:
    """Who may be left in each group, and how many come, so that at most twelve are here and can sit in the range."""
    for left in product(*(range(here + 1) for here in split(people, size))):
        for came in range(13 - sum(left)):
            if sum(left) and keeps(split(sum(left) + came, size), size):
                yield left, came


@pytest.mark.parametrize("size", RANGES, ids=str)
@pytest.mark.parametrize("people", range(4, 13))
def test_no_sizes_within_the_range_move_fewer(people: int, size: SizeRange) -> None:
    """Every way to leave and to come, with at most twelve: tried against every way to size the groups."""
    for left, came in rooms(people, size):
        sizes = resized(left, sum(left) + came, size)
        assert sum(sizes) == sum(left) + came
        assert keeps([here for here in sizes if here], size)
        assert movers(left, sizes) == least(tuple(sorted(left)), sum(left) + came, size), (left, came)


@pytest.mark.parametrize("size", RANGES, ids=str)
@pytest.mark.parametrize("people", range(4, 13))
def test_the_people_move_as_the_sizes_say(people: int, size: SizeRange) -> None:
    """In the step itself: all within the range, and nobody leaves a group without need."""
    before = divide(names(people), size, 1)
    sat_well = keeps(split(people, size), size)
    step = a_step("s", groups=GroupRule(size))
    for left, came in rooms(people, size) if sat_well else ():
        stay = [name for group, n in zip(before.groups, left, strict=True) for name in group.members[:n]]
        here = (*stay, *(f"New{number}" for number in range(came)))
        after = fitted({"s": before}, step, here, FREE, NO_WISHES)
        assert sorted(name for group in after.groups for name in group.members) == sorted(here)
        assert keeps([len(group.members) for group in after.groups], size), (left, came)
        assert len(moved(before, after)) == least(tuple(sorted(left)), len(here), size), (left, came)


def moved(before: Division, after: Division) -> set[str]:
    """Who sits in another group than before."""
    old = {name: group.label for group in before.groups for name in group.members}
    return {name for group in after.groups for name in group.members if old.get(name, group.label) != group.label}


def test_one_who_comes_to_two_fours_makes_three_threes() -> None:
    """Two leave a four each to keep the late one company, and those who report stay."""
    after = seat((*names(8), "X"))
    assert after.explanation == "3+3+3"
    assert moved(FOURS, after) == {"P3", "P7"}
    assert [group.reporter for group in after.groups[:2]] == ["P4", "P8"]


def test_a_group_ends_where_too_few_are_left_for_it() -> None:
    """Three, three and one become four and three: one moves, where filling the third would take two."""
    assert resized((3, 3, 1), 7, SizeRange(3, 4)) == (4, 3, 0)


def test_a_wish_that_cannot_be_kept_does_not_stop_the_repair() -> None:
    """Somebody is to be without everybody, and has to sit with two."""
    after = seat((*names(8), "X"), Wishes(apart=tuple(("X", name) for name in names(8))))
    assert after.explanation == "3+3+3"
    assert len(moved(FOURS, after)) == 2


def test_a_copy_of_the_groups_is_brought_within_the_range_too() -> None:
    """A step that keeps the groups of another, when somebody has come since."""
    copy = a_step("copy", groups=GroupRule(SizeRange(3, 4), same_as="s"))
    after = copied([copy], {"s": FOURS}, (*names(8), "X"))["copy"]
    assert after.explanation == "3+3+3"
    assert len(moved(FOURS, after)) == 2


def test_a_copy_that_cannot_be_brought_within_the_range_keeps_its_groups() -> None:
    """Nine people cannot sit in fours; the one who has come sits down with four."""
    copy = a_step("copy", groups=GroupRule(SizeRange(4, 4), same_as="s"))
    after = copied([copy], {"s": FOURS}, (*names(8), "X"))["copy"]
    assert after.explanation == "5+4"
    assert moved(FOURS, after) == set()


def test_whoever_moves_does_not_part_from_those_to_be_together() -> None:
    """Another one moves."""
    after = seat((*names(8), "X"), Wishes(together=(("P1", "P3"), ("P5", "P7"))))
    assert moved(FOURS, after) == {"P2", "P6"}


def test_places_are_changed_for_a_wish_that_would_be_broken() -> None:
    """Those who come are to be with one each who sits in a full group."""
    after = seat((*names(8), "X", "Y", "Z"), Wishes(together=(("P1", "X"),)))
    assert "X" in after.groups[0].members
    assert after.explanation == "4+4+3"
    assert len(moved(FOURS, after)) == 1


def test_a_wish_that_cannot_be_kept_moves_nobody() -> None:
    """Somebody who is to be without everybody."""
    after = seat((*names(7), "X"), Wishes(apart=tuple(("X", name) for name in names(7))))
    assert moved(FOURS, after) == set()


def test_a_locked_group_stays_and_a_new_one_has_a_letter_of_its_own() -> None:
    """Two fours, one of them locked: two who come make threes of the other."""
    after = seat((*names(8), "X", "Y"), locked=frozenset("B"))
    assert after.groups[1] == FOURS.groups[1]
    assert [(group.label, len(group.members)) for group in after.groups] == [("A", 3), ("B", 4), ("C", 3)]


def test_groups_arranged_by_hand_outside_the_range_are_left_in_peace() -> None:
    """Five and three, because the leader wished so."""
    by_hand = Division((Group("A", tuple(names(5))), Group("B", tuple(names(8)[5:]))))
    assert fitted({"s": by_hand}, STEP, (*names(8), "X"), FREE, NO_WISHES).explanation == "5+4"
