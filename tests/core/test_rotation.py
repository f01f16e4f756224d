"""Who sits at which table in which round."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.groups import Division, Group, divide_over_tables
from sessionrunner.core.groups.division import Wish
from sessionrunner.core.rotation import Seating, Walk, hosted, meetings, seatings, table_of, walk
from tests.core.rooms import names

tables = st.integers(1, 10)


def groups(count: int, size: int = 2) -> Division:
    """So many groups of so many people."""
    return Division(tuple(Group(f"G{at}", tuple(f"P{at}-{seat}" for seat in range(size))) for at in range(count)))


def cafe(people: int, count: int, seed: int = 1) -> tuple[Division, tuple[Seating, ...]]:
    """A world café and its rounds."""
    division = divide_over_tables(names(people), count, seed, Wish(host=True))
    return division, seatings(division, count, host_stays=True)


def way(rounds: tuple[Seating, ...], person: str) -> list[int | None]:
    """The person's tables, round by round."""
    return [table_of(seating, person) for seating in rounds]


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


def test_people_of_a_group_without_a_host_travel_among_those_who_have_one() -> None:
    """Five groups at four tables: the fifth has no table of its own to stay at."""
    hosts = [replace(group, host=group.members[0]) for group in groups(4).groups]
    rounds = seatings(Division((*hosts, Group("E", ("Eva", "Erik")))), 4, host_stays=True)
    for name in ("Eva", "Erik"):
        assert set(way(rounds, name)) == {0, 1, 2, 3}
    assert {label for seating in rounds for here in seating.labels for label in here} == {"G0", "G1", "G2", "G3"}


@given(st.integers(2, 200), st.integers(1, 40))
def test_a_cafe_is_as_even_in_every_round_as_can_be(people: int, table_count: int) -> None:
    """Where there is a seat too many it goes from table to table."""
    for seating in cafe(people, table_count)[1] if people >= 2 * table_count else ():
        crowds = [len(here) for here in seating.tables]
        assert max(crowds) - min(crowds) <= 1


@given(st.integers(8, 60), st.sampled_from([4, 5, 7, 8, 9, 11]), st.data())
def test_when_guests_have_left_no_round_is_more_uneven_than_the_first(
    people: int, table_count: int, data: st.DataObject
) -> None:
    """Routes stay as they were announced; the holes go round with those who are left."""
    division = divide_over_tables(names(people), table_count, 1, Wish(host=True))
    gone = data.draw(st.sets(st.sampled_from(names(people)), max_size=people // 2))
    left = tuple(
        replace(group, members=tuple(name for name in group.members if name == group.host or name not in gone))
        for group in division.groups
    )
    rounds = seatings(Division(left), table_count, host_stays=True)
    uneven = [max(crowds) - min(crowds) for crowds in ([len(here) for here in one.tables] for one in rounds)]
    assert uneven[0] == max(uneven)


def test_a_session_may_stop_before_everybody_has_been_everywhere() -> None:
    """Fewer rounds than tables are as good; more would seat somebody twice at the same."""
    assert len(seatings(groups(5), 5, host_stays=False, rounds=3)) == 3
    with pytest.raises(ValueError, match="6 rounds at 5 tables"):
        seatings(groups(5), 5, host_stays=False, rounds=6)


@given(st.integers(2, 120), st.integers(1, 20), st.booleans())
def test_what_a_badge_says_is_where_its_owner_sits(people: int, table_count: int, host_stays: bool) -> None:
    """Begin at the start and walk the step: the same tables as on the wall."""
    division = divide_over_tables(names(people), table_count, 1, Wish(host=host_stays))
    rounds = seatings(division, table_count, host_stays)
    for name in names(people):
        badge = walk(rounds, name)
        if badge is not None:
            told = [(badge.start + badge.step * turn) % table_count for turn in range(table_count)]
            assert told == way(rounds, name)


@pytest.mark.parametrize(("table_count", "people"), [(5, 25), (7, 49), (11, 60), (13, 100)])
def test_a_prime_number_of_tables_needs_nothing_but_badges(table_count: int, people: int) -> None:
    """Start and step are the whole instruction, for everybody, and nobody meets twice."""
    rounds = cafe(people, table_count)[1]
    assert all(walk(rounds, name) for name in names(people))
    assert meetings(seating.tables for seating in rounds).repeats == 0


def test_a_host_has_no_way_to_walk_and_a_stranger_no_badge() -> None:
    """Nor has anybody before there is a round."""
    division, rounds = cafe(14, 4)
    host = division.groups[2].host
    assert host is not None
    assert walk(rounds, host) == Walk(2, 0)
    assert walk(rounds, "Nobody") is None
    assert walk((), host) is None


def test_where_the_way_is_crooked_no_badge_tells_it() -> None:
    """Four tables are no prime: some guests look at the wall."""
    rounds = cafe(16, 4)[1]
    assert any(walk(rounds, name) is None for name in names(16))
