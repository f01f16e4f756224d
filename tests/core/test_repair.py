"""Groups that already sit, when somebody comes or leaves."""

from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.exercise import SizeRange
from sessionrunner.core.groups import Division, Group, divide, fit
from sessionrunner.core.groups.division import Wish
from tests.core.rooms import names
from tests.core.strategies import size_ranges

NO_WISH = Wish()
SEATED = Division((Group("A", ("Anna", "Bo", "Cia"), "Bo"), Group("B", ("Dan", "Eva"), "Dan")))


def moved(before: Division, after: Division) -> set[str]:
    """Who sits in another group than before."""
    return {
        name
        for group in after.groups
        for name in group.members
        if (old := before.group_of(name)) is not None and old.label != group.label
    }


@given(st.integers(2, 40), size_ranges(), st.sets(st.integers(1, 40)), st.integers(0, 6))
def test_everybody_who_is_here_has_one_seat_and_nobody_is_alone(
    people: int, size: SizeRange, left: set[int], came: int
) -> None:
    """Whoever comes and goes, the groups are exactly those who are in the room."""
    before = divide(names(people), size, 1, Wish(reporter=True))
    here = tuple(name for name in names(people) if int(name[1:]) not in left)
    here += tuple(f"New{number}" for number in range(came))
    after = fit(before, here, size.low, Wish(reporter=True))
    assert sorted(name for group in after.groups for name in group.members) == sorted(here)
    assert all(len(group.members) >= 2 for group in after.groups) or len(here) == 1
    assert all(group.reporter in group.members for group in after.groups)


@given(st.integers(4, 40), size_ranges())
def test_with_nobody_new_and_nobody_gone_nothing_changes(people: int, size: SizeRange) -> None:
    """Groups that sit well are left in peace."""
    division = divide(names(people), size, 1, Wish(reporter=True))
    assert fit(division, names(people), size.low, NO_WISH) == division


@given(st.integers(4, 40), size_ranges(), st.integers(1, 5))
def test_nobody_moves_for_a_late_arrival(people: int, size: SizeRange, came: int) -> None:
    """Those who come late join those who sit."""
    before = divide(names(people), size, 1)
    after = fit(before, names(people + came), size.low, NO_WISH)
    assert moved(before, after) == set()


@given(st.integers(6, 40), size_ranges(), st.integers(1, 6))
def test_one_person_at_most_moves_when_one_leaves(people: int, size: SizeRange, leaver: int) -> None:
    """The rest of the room does not notice."""
    before = divide(names(people), size, 1)
    after = fit(before, tuple(name for name in names(people) if name != f"P{leaver}"), size.low, NO_WISH)
    assert len(moved(before, after)) <= 1


def test_a_late_arrival_joins_the_smallest_group() -> None:
    """Two become three before three become four."""
    after = fit(SEATED, ("Anna", "Bo", "Cia", "Dan", "Eva", "Fia"), 2, NO_WISH)
    assert after.groups[1].members == ("Dan", "Eva", "Fia")


def test_somebody_left_alone_gets_company_from_a_group_that_can_spare_it() -> None:
    """The one who moves has no role in the larger group, if there is such a one."""
    seated = Division((Group("A", ("Anna", "Bo", "Cia"), "Cia"), SEATED.groups[1]))
    after = fit(seated, ("Anna", "Bo", "Cia", "Eva"), 2, NO_WISH)
    assert [group.members for group in after.groups] == [("Anna", "Cia"), ("Eva", "Bo")]


def test_a_group_that_became_too_small_is_filled_from_one_that_is_larger() -> None:
    """Fours and fives: when one leaves a four, one comes over from the five."""
    after = fit(divide(names(9), SizeRange(4, 5), 1), names(8), 4, NO_WISH)
    assert after.explanation == "4+4"


def test_a_group_that_everybody_left_is_not_filled_again() -> None:
    """The others stay where they are."""
    seated = Division((Group("A", tuple(names(5))), Group("B", ("Dan", "Eva"))))
    assert fit(seated, names(5), 2, NO_WISH).groups == seated.groups[:1]


def test_somebody_left_alone_joins_others_when_nobody_can_be_spared() -> None:
    """A group that cannot live on is dissolved."""
    after = fit(SEATED, ("Anna", "Bo", "Eva"), 2, NO_WISH)
    assert after.groups == (Group("A", ("Anna", "Bo", "Eva"), "Bo"),)


def test_when_the_reporter_leaves_somebody_else_reports() -> None:
    """The room is not left without a report."""
    after = fit(SEATED, ("Anna", "Cia", "Dan", "Eva"), 2, Wish(loads={"Anna": 1}))
    assert [group.reporter for group in after.groups] == ["Cia", "Dan"]


def test_a_role_nobody_had_is_filled_only_when_wanted() -> None:
    """Groups kept from an earlier step get a host if this step needs one, and it is not the reporter."""
    everybody = ("Anna", "Bo", "Cia", "Dan", "Eva")
    assert [group.host for group in fit(SEATED, everybody, 2, NO_WISH).groups] == [None, None]
    assert [group.host for group in fit(SEATED, everybody, 2, Wish(host=True)).groups] == ["Anna", "Eva"]


def test_a_room_without_groups_becomes_one() -> None:
    """People come to a step that had been divided for nobody."""
    assert fit(Division(), ("Anna", "Bo"), 2, NO_WISH).groups == (Group("A", ("Anna", "Bo")),)


def test_a_room_that_empties_has_no_groups() -> None:
    """Nobody is nobody."""
    assert fit(SEATED, (), 2, NO_WISH) == Division()


def test_somebody_left_alone_joins_the_smallest_of_the_others() -> None:
    """Threes, two and one become two threes."""
    seated = divide(names(9), SizeRange(3, 3), 1)
    gone = {*seated.groups[1].members[:1], *seated.groups[2].members[:2]}
    after = fit(seated, [name for name in names(9) if name not in gone], 3, NO_WISH)
    assert after.explanation == "3+3"


@cache
def fewest_moves(left: tuple[int, ...], came: int, low: int, missing: int) -> int:
    """People who move in the best of all ways to seat everybody, nobody alone and no more seats missing than this.

    A group ends only where somebody is alone in it and nobody who comes can keep them company.
    """
    total, ending = sum(left) + came, max(0, left.count(1) - came)
    choices = [[0] if not here else [*range(2, total + 1), *([0] if here == 1 else [])] for here in left]
    least: int = min(
        sum(max(0, before - after) for before, after in zip(left, way, strict=True))
        for way in product(*choices)
        if sum(way) == total
        and sum(max(0, low - seats) for seats in way if seats) <= missing
        and way.count(0) - left.count(0) <= ending
    )
    return least


@pytest.mark.parametrize("people", range(4, 13))
@pytest.mark.parametrize("size", [SizeRange(2, 3), SizeRange(3, 4), SizeRange(4, 6)], ids=str)
def test_as_few_move_as_can_whoever_leaves_and_comes(people: int, size: SizeRange) -> None:
    """Every way for people to leave, and up to three who come: no seating with groups as large moves fewer."""
    before = divide(names(people), size, 1)
    members = [group.members for group in before.groups]
    low = max(2, min([size.low, *map(len, members)]))
    for left in product(*(range(len(group) + 1) for group in members)):
        for came in (0, 1, 3) if sum(left) > 1 else ():
            stay = [name for group, count in zip(members, left, strict=True) for name in group[:count]]
            after = fit(before, (*stay, *(f"New{number}" for number in range(came))), size.low, NO_WISH)
            missing = sum(max(0, low - len(group.members)) for group in after.groups)
            assert len(moved(before, after)) == fewest_moves(tuple(sorted(left)), came, low, missing), (left, came)
