"""Who works with whom in a step."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.core.exercise import SizeRange
from sessionrunner.core.groups import Division, Group, divide, divide_over_tables
from sessionrunner.core.groups.division import Wish, loads
from tests.core.rooms import names
from tests.core.strategies import rooms, size_ranges

THREES = SizeRange(3, 3)


def meetings(*divisions: Division) -> Counter[frozenset[str]]:
    """How many times each pair has sat together."""
    return Counter(
        frozenset((one, other))
        for division in divisions
        for group in division.groups
        for at, one in enumerate(group.members)
        for other in group.members[at + 1 :]
    )


@given(rooms, size_ranges(), st.integers())
def test_every_person_is_in_exactly_one_group(people: int, size: SizeRange, seed: int) -> None:
    """Nobody is forgotten and nobody is called twice."""
    division = divide(names(people), size, seed)
    assert sorted(name for group in division.groups for name in group.members) == sorted(names(people))


@given(rooms, size_ranges(), st.integers())
def test_the_same_seed_gives_the_same_groups(people: int, size: SizeRange, seed: int) -> None:
    """A draw can be repeated after a crash."""
    assert divide(names(people), size, seed) == divide(names(people), size, seed)


def test_another_seed_gives_other_groups() -> None:
    """Drawing again is worth the key press."""
    assert divide(names(30), THREES, 1) != divide(names(30), THREES, 2)


@given(rooms, st.integers(1, 12), st.integers())
def test_every_person_sits_at_one_table_and_none_alone(people: int, tables: int, seed: int) -> None:
    """At most one group a table, and with few people fewer groups rather than somebody alone."""
    division = divide_over_tables(names(people), tables, seed)
    assert sorted(name for group in division.groups for name in group.members) == sorted(names(people))
    assert len(division.groups) <= tables
    assert all(len(group.members) >= 2 for group in division.groups)


def test_with_two_for_each_table_every_table_is_used() -> None:
    """Eight people at four tables are four pairs."""
    assert divide_over_tables(names(8), 4, 1).explanation == "2+2+2+2"


def test_an_empty_room_fills_no_tables() -> None:
    """Before anybody has come there is nobody to seat."""
    assert divide_over_tables((), 4, 1) == Division()


@settings(max_examples=50)
@given(rooms, size_ranges(), st.booleans(), st.integers(0, 99))
def test_reporters_and_hosts_are_members_and_not_the_same(people: int, size: SizeRange, host: bool, seed: int) -> None:
    """Whoever reports sits in the group, and does not host it too."""
    for group in divide(names(people), size, seed, Wish(reporter=True, host=host)).groups:
        assert group.reporter in group.members
        assert (group.host in group.members) == host
        assert group.host != group.reporter


def test_the_only_one_in_a_group_is_both_host_and_reporter() -> None:
    """With nobody else there, there is no choice."""
    (group,) = divide(("Anna",), THREES, 1, Wish(reporter=True, host=True)).groups
    assert (group.host, group.reporter) == ("Anna", "Anna")


@settings(max_examples=50)
@given(rooms, st.integers(0, 99))
def test_somebody_who_has_reported_least_reports(people: int, seed: int) -> None:
    """The turn goes to a member whom it has come to fewest times."""
    earlier = divide(names(people), THREES, seed, Wish(reporter=True))
    load = loads([earlier])
    for group in divide(names(people), THREES, seed + 1, Wish(reporter=True, loads=load)).groups:
        assert group.reporter is not None
        assert load[group.reporter] == min(load[name] for name in group.members)


def test_over_a_day_the_turns_are_spread() -> None:
    """Twelve people in threes, nine times: each reports three times, give or take one."""
    day: list[Division] = []
    for seed in range(9):
        day.append(divide(names(12), THREES, seed, Wish(reporter=True, loads=loads(day))))
    assert all(2 <= loads(day)[name] <= 4 for name in names(12))


@pytest.mark.parametrize("people", [9, 14, 30])
def test_new_groups_meet_fewer_old_acquaintances(people: int) -> None:
    """Asking for new groups gives fewer repeated meetings than drawing blindly, over ten draws."""
    first = divide(names(people), THREES, 0)
    met = meetings(first)
    repeats = {
        wish: sum(met[pair] for seed in range(1, 11) for pair in meetings(divide(names(people), THREES, seed, wished)))
        for wish, wished in (("new", Wish(earlier=(first,))), ("blind", Wish()))
    }
    assert repeats["new"] < repeats["blind"]


def test_groups_are_called_by_letter() -> None:
    """A to Z, then AA."""
    labels = [group.label for group in divide(names(120), SizeRange(2, 2), 1).groups]
    assert labels[:2] == ["A", "B"]
    assert labels[25:28] == ["Z", "AA", "AB"]
    assert labels[51:53] == ["AZ", "BA"]


def test_a_division_tells_its_sizes_and_its_groups() -> None:
    """As the leader says it: four and four and three."""
    division = Division((Group("A", ("Anna", "Bo", "Cia")), Group("B", ("Dan", "Eva"))))
    assert division.explanation == "3+2"
    assert division.group_of("Eva") == division.groups[1]
    assert division.group_of("Fia") is None
