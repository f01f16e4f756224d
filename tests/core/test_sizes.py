"""How many people each group gets."""

import pytest
from hypothesis import given, settings

from sessionrunner.core.exercise import SizeRange
from sessionrunner.core.groups import split
from sessionrunner.core.groups.sizes import even
from tests.core.strategies import rooms, size_ranges


@given(rooms, size_ranges())
def test_everybody_gets_a_seat(people: int, size: SizeRange) -> None:
    """The seats are as many as the people."""
    assert sum(split(people, size)) == people


@given(rooms, size_ranges())
def test_nobody_is_left_alone(people: int, size: SizeRange) -> None:
    """With two people or more, no group has one member."""
    assert min(split(people, size)) >= 2


@given(rooms, size_ranges())
def test_groups_differ_by_one_at_most(people: int, size: SizeRange) -> None:
    """No group is two people larger than another, and the largest come first."""
    sizes = split(people, size)
    assert max(sizes) - min(sizes) <= 1
    assert list(sizes) == sorted(sizes, reverse=True)


@settings(max_examples=200)
@given(rooms, size_ranges())
def test_the_range_is_kept_whenever_it_can_be(people: int, size: SizeRange) -> None:
    """If any number of even groups keeps the range, the groups do; bikupor in a small room are the exception."""
    possible = [even(people, count) for count in range(1, people // 2 + 1)]
    kept = [sizes for sizes in possible if size.low <= min(sizes) and max(sizes) <= size.high]
    sizes = split(people, size)
    assert sizes in kept or not kept or (people <= 6 and max(sizes) <= 3)


@pytest.mark.parametrize("people", [4, 5, 6])
@pytest.mark.parametrize("size", [SizeRange(4, 6), SizeRange(3, 6), SizeRange(2, 8), SizeRange(4, 4), SizeRange(8, 8)])
def test_a_whole_group_of_four_to_six_becomes_bikupor(people: int, size: SizeRange) -> None:
    """A room that would stay undivided talks in twos and threes instead."""
    sizes = split(people, size)
    assert len(sizes) > 1
    assert set(sizes) <= {2, 3}


@pytest.mark.parametrize(
    ("people", "low", "high", "sizes"),
    [
        (14, 2, 3, (3, 3, 2, 2, 2, 2)),
        (14, 4, 6, (5, 5, 4)),
        (7, 2, 2, (3, 2, 2)),
        (7, 4, 6, (4, 3)),
        (3, 2, 3, (3,)),
        (3, 4, 6, (3,)),
        (13, 4, 4, (5, 4, 4)),
    ],
)
def test_rooms_from_the_documents(people: int, low: int, high: int, sizes: tuple[int, ...]) -> None:
    """Sizes that a leader would have chosen herself."""
    assert split(people, SizeRange(low, high)) == sizes


def test_an_empty_room_has_no_groups() -> None:
    """Before anybody has come there is nothing to divide."""
    assert split(0, SizeRange(2, 3)) == ()


def test_one_person_is_a_group_of_one() -> None:
    """The only case where somebody is alone is when there is nobody else."""
    assert split(1, SizeRange(2, 3)) == (1,)
