"""Routes round the room: what they promise for every room, and how good they are where that is known."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.fields import ring
from sessionrunner.core.groups import Division, Group, divide_over_tables
from sessionrunner.core.groups.division import Wish
from sessionrunner.core.rotation import Seating, meetings, seatings
from sessionrunner.core.rotation.courses import courses
from sessionrunner.core.rotation.designs import DIFFERENCES
from sessionrunner.core.rotation.search import rows
from tests.core.rooms import names

MOST_GROUPS, MOST_TABLES = 24, 12
SMALLEST_FACTOR_OF_FIELDS = {6: 2, 10: 2, 12: 3}
"""The smallest of the prime powers that these numbers of tables are made of; the others are one themselves."""

CAFES = {
    (3, 9, 3): 0, (4, 16, 4): 0, (5, 25, 5): 0, (6, 18, 6): 0, (6, 24, 4): 0, (6, 30, 4): 0, (6, 30, 5): 0,
    (6, 36, 3): 0, (7, 49, 7): 0, (8, 64, 8): 0, (8, 40, 4): 0, (10, 50, 4): 0, (10, 60, 5): 0, (12, 60, 6): 0,
    (20, 100, 5): 0, (40, 200, 5): 0, (10, 30, 10): 0, (12, 36, 12): 0, (12, 72, 12): 0, (40, 200, 40): 0,
    (4, 20, 4): 24, (4, 22, 4): 36, (4, 24, 4): 48, (4, 28, 4): 72, (4, 30, 4): 96,
    (3, 12, 3): 9, (3, 20, 3): 48, (5, 30, 5): 50, (5, 33, 5): 80,
    (6, 24, 6): 9, (6, 30, 6): 27, (6, 36, 6): 54,
}  # fmt: skip
"""Repeated meetings that cannot be avoided, or the fewest known, by tables, people and rounds."""


def whole_groups(count: int, tables: int, rounds: int) -> tuple[Seating, ...]:
    """So many groups of two going round."""
    there = tuple(Group(f"G{at}", (f"P{at}", f"Q{at}")) for at in range(count))
    return seatings(Division(there), tables, host_stays=False, rounds=rounds)


def cafe(tables: int, people: int, rounds: int) -> tuple[Seating, ...]:
    """A world café from the home groups that the plan makes."""
    division = divide_over_tables(names(people), tables, 1, Wish(host=True))
    return seatings(division, tables, host_stays=True, rounds=rounds)


def shared(rounds: Sequence[Seating]) -> int:
    """At how many tables the two groups that share most come together."""
    return meetings(seating.labels for seating in rounds).most


def known_to_part(count: int, tables: int, rounds: int) -> bool:
    """Whether a field or strides give routes on which no two groups share more than one table."""
    classes = -(-count // tables)
    strides = (rounds - 1) * classes < tables
    return strides or classes < SMALLEST_FACTOR_OF_FIELDS.get(tables, tables)


@pytest.mark.parametrize("tables", range(1, MOST_TABLES + 1))
def test_every_group_comes_to_every_table_once_and_tables_are_even(tables: int) -> None:
    """For every number of groups to 24, every number of tables to 12 and every number of rounds."""
    for count in range(1, MOST_GROUPS + 1):
        for rounds in range(1, tables + 1):
            seated = whole_groups(count, tables, rounds)
            visits = Counter((label, at) for one in seated for at, here in enumerate(one.labels) for label in here)
            assert len(visits) == count * rounds
            crowds = {len(here) for one in seated for here in one.labels}
            assert crowds <= {count // tables, -(-count // tables)}


@pytest.mark.parametrize("tables", range(1, MOST_TABLES + 1))
def test_two_groups_share_one_table_at_most_where_fields_or_strides_can(tables: int) -> None:
    """Not the same company all the way."""
    for count in range(1, MOST_GROUPS + 1):
        for rounds in range(1, tables + 1):
            if known_to_part(count, tables, rounds):
                assert shared(whole_groups(count, tables, rounds)) <= 1


@pytest.mark.parametrize(("count", "tables"), [*((count, 6) for count in range(7, 13)), (20, 10), (15, 10), (24, 12)])
def test_two_groups_share_one_table_at_most_where_no_formula_helps(count: int, tables: int) -> None:
    """Two groups a table at six and ten tables, in as many rounds."""
    assert shared(whole_groups(count, tables, tables)) == 1


@pytest.mark.parametrize(("count", "tables"), [(13, 4), (24, 4), (21, 5), (24, 6), (24, 10)])
def test_where_there_are_too_many_groups_company_still_changes(count: int, tables: int) -> None:
    """More groups than can part: two of them share a few tables, not all."""
    assert shared(whole_groups(count, tables, tables)) <= 3 < tables


@pytest.mark.parametrize(("tables", "often"), [(4, 1), (6, 1), (8, 1), (12, 1), (5, 2), (7, 2), (9, 2), (11, 2)])
def test_nobody_follows_the_same_group_round_the_room(tables: int, often: int) -> None:
    """What lies on a table is left by somebody new each time; at an odd number of tables, by nobody a third time."""
    at = [[here[0] for here in seating.labels] for seating in whole_groups(tables, tables, tables)]
    follows = Counter(pair for before, after in pairwise(at) for pair in zip(before, after, strict=True))
    assert max(follows.values()) == often


@pytest.mark.parametrize(("room", "repeats"), CAFES.items())
def test_a_cafe_repeats_no_more_meetings_than_must_be(room: tuple[int, int, int], repeats: int) -> None:
    """The fewest known for this room, hosts counted."""
    assert meetings(seating.tables for seating in cafe(*room)).repeats == repeats


def fewest(tables: int, people: int, rounds: int) -> int:
    """What counting demands: those who leave a table together can only be spread over the other tables."""
    guests, repeats = people - tables, 0
    for table in range(tables):
        here = guests // tables + (table < guests % tables)
        each, over = divmod(here, tables - 1)
        repeats += over * (each + 1) * each // 2 + (tables - 1 - over) * each * (each - 1) // 2
    return repeats * rounds * (rounds - 1) // 2


@given(st.sampled_from([2, 3, 4, 5, 7, 8, 9, 11, 13, 16]), st.integers(2, 100), st.integers(1, 16))
def test_at_a_prime_power_of_tables_no_room_could_repeat_less(tables: int, people: int, rounds: int) -> None:
    """However many people: exactly as many repeated meetings as counting demands."""
    people, rounds = max(people, 2 * tables), min(rounds, tables)
    found = meetings(seating.tables for seating in cafe(tables, people, rounds))
    assert found.repeats == fewest(tables, people, rounds)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 200))
def test_whoever_travels_visits_no_table_twice(tables: int, rounds: int, travellers: int) -> None:
    """For every room, searched or constructed, and the same room always gets the same routes."""
    rounds, travellers = min(rounds, tables), min(travellers, 6 * tables)
    for course in courses(tables, rounds, travellers):
        for route in zip(*course, strict=True):
            assert len(set(route)) == rounds
    again = courses.__wrapped__(tables, rounds, travellers)
    assert again == courses(tables, rounds, travellers)


def parted(tables: int, routes: Sequence[tuple[int, ...]]) -> bool:
    """Whether no two rows, and no row and those who stay at home, are twice as far apart."""
    room = ring(tables)
    away = {(room.add(home, far), home): far for home in range(tables) for far in range(tables)}
    pairs = combinations([(0,) * len(routes[0]), *routes], 2)
    return all(len({away[step] for step in zip(one, other, strict=True)}) == len(one) for one, other in pairs)


@pytest.mark.parametrize(("room", "kept"), DIFFERENCES.items())
def test_every_stored_row_parts_from_every_other(room: tuple[int, int], kept: tuple[str, ...]) -> None:
    """Differences of two rows are all different, and no row comes to a table twice."""
    tables, rounds = room
    whole = [(0, *(int(digit, 36) for digit in row)) for row in kept]
    assert {len(row) for row in whole} == {rounds}
    assert parted(tables, whole)


@pytest.mark.parametrize(("tables", "rounds", "count"), [(6, 3, 3), (10, 5, 4), (14, 4, 5)])
def test_the_search_finds_rows_that_part_and_stops(tables: int, rounds: int, count: int) -> None:
    """Long before its steps are used up, and the same rows every time."""
    found = rows(ring(tables), tables, rounds, count, steps=10**6)
    assert parted(tables, found)
    assert found == rows(ring(tables), tables, rounds, count, steps=10**6)


def test_rows_that_meet_again_are_found_out() -> None:
    """The control: a row beside itself never parts, and one that comes home again is no row."""
    assert not parted(5, [(0, 1, 2), (0, 1, 2)])
    assert not parted(5, [(0, 1, 0)])
