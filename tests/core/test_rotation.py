"""Who sits at which table in which round."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.groups import Division, Group, divide_over_tables
from sessionrunner.core.groups.division import Wish
from sessionrunner.core.rotation import Seating, hosted, seatings, table_of
from tests.core.rooms import names

tables = st.integers(1, 10)


def groups(count: int, size: int = 2) -> Division:
    """So many groups of so many people."""
    return Division(tuple(Group(f"G{at}", tuple(f"P{at}-{seat}" for seat in range(size))) for at in range(count)))


def cafe(people: int, count: int, seed: int = 1) -> tuple[Division, tuple[Seating, ...]]:
    """A world café and its rounds."""
    division = divide_over_tables(names(people), count, seed, Wish(host=True))
    return division, seatings(division, count, host_stays=True)


@given(st.integers(1, 20), tables)
def test_every_group_comes_to_every_table_exactly_once(count: int, table_count: int) -> None:
    """As many groups as tables, fewer or more: everybody gets round, nobody twice."""
    rounds = seatings(groups(count), table_count, host_stays=False)
    for group in groups(count).groups:
        visits = [at for seating in rounds for at, labels in enumerate(seating.labels) if group.label in labels]
        assert sorted(visits) == list(range(table_count))


@given(st.integers(1, 20), tables)
def test_groups_are_spread_evenly_over_the_tables(count: int, table_count: int) -> None:
    """No table is crowded while another stands empty."""
    for seating in seatings(groups(count), table_count, host_stays=False):
        crowds = [len(labels) for labels in seating.labels]
        assert max(crowds) - min(crowds) <= 1


@given(st.integers(2, 200), tables)
def test_everybody_is_seated_in_every_round(people: int, table_count: int) -> None:
    """Nobody stands with nowhere to go, whether hosts stay or not."""
    for seating in cafe(people, table_count)[1]:
        assert sorted(name for here in seating.tables for name in here) == sorted(names(people))


@given(st.integers(2, 200), tables)
def test_in_a_world_cafe_hosts_never_move(people: int, table_count: int) -> None:
    """A host receives every round at the same table."""
    division, rounds = cafe(people, table_count)
    hosts = [group.host for group in division.groups if group.host and hosted(division, table_count)]
    assert all(len({table_of(seating, host) for seating in rounds}) == 1 for host in hosts)


@given(st.integers(2, 200), tables)
def test_in_a_world_cafe_every_guest_meets_every_table_once(people: int, table_count: int) -> None:
    """Nobody comes back to a table while there is one left to see."""
    division, rounds = cafe(people, table_count)
    hosts = {group.host for group in division.groups} if hosted(division, table_count) else set()
    for guest in set(names(people)) - hosts:
        assert len({table_of(seating, guest) for seating in rounds}) == table_count


def test_in_a_world_cafe_neighbours_part() -> None:
    """Guests who began together do not all go the same way."""
    division, rounds = cafe(16, 4)
    start = {name: table_of(rounds[0], name) for name in names(16)}
    together = [name for name in names(16) if start[name] == 0 and name != division.groups[0].host]
    assert len({table_of(rounds[1], name) for name in together}) > 1


@pytest.mark.parametrize("people", range(2, 8))
def test_in_a_room_too_small_for_hosts_whole_groups_move(people: int) -> None:
    """Four tables need eight people: with fewer, somebody would sit alone at a table without a host."""
    for seating in cafe(people, 4)[1]:
        assert all(len(here) != 1 for here in seating.tables)


def test_hosts_come_first_at_their_table() -> None:
    """The list at a table begins with whoever receives."""
    division, rounds = cafe(14, 4)
    for seating in rounds:
        assert [here[0] for here in seating.tables] == [group.host for group in division.groups]


def test_somebody_who_is_not_in_the_room_sits_nowhere() -> None:
    """Asking for a stranger is not an error."""
    assert table_of(cafe(14, 4)[1][0], "Nobody") is None


def test_a_group_without_a_host_travels_whole_among_those_who_have_one() -> None:
    """Five groups at four tables: the fifth has no table of its own to stay at."""
    hosts = [replace(group, host=group.members[0]) for group in groups(4).groups]
    rounds = seatings(Division((*hosts, Group("E", ("Eva", "Erik")))), 4, host_stays=True)
    assert [table_of(seating, "Eva") for seating in rounds] == [0, 1, 2, 3]
    assert {label for seating in rounds for here in seating.labels for label in here} == {"G0", "G1", "G2", "G3"}
