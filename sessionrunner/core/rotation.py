"""Who sits at which table in which round."""

from dataclasses import dataclass
from math import gcd

from sessionrunner.core.groups import Division, Group


@dataclass(frozen=True, slots=True)
class Seating:
    """One round: for each table, the groups and people who sit at it."""

    tables: tuple[tuple[str, ...], ...]
    """People at each table, in the order of the exercise's tables."""
    labels: tuple[tuple[str, ...], ...]
    """Labels of the groups at each table; in a world café, of the hosts' groups only."""


def seatings(division: Division, tables: int, host_stays: bool) -> tuple[Seating, ...]:
    """One seating a round, as many rounds as tables, so that everybody gets round.

    Hosts stay only where every table has one; in a room too small for that, whole groups move.
    """
    seat = _cafe if host_stays and hosted(division, tables) else _carousel
    return tuple(seat(division.groups, tables, turn) for turn in range(tables))


def hosted(division: Division, tables: int) -> bool:
    """Whether every table has a host."""
    return len({number % tables for number, group in enumerate(division.groups) if group.host}) == tables


def table_of(seating: Seating, person: str) -> int | None:
    """Which table this person sits at, counted from 0; None for somebody who is not seated."""
    return next((at for at, people in enumerate(seating.tables) if person in people), None)


def _carousel(groups: tuple[Group, ...], tables: int, turn: int) -> Seating:
    """Whole groups move one table a round: a cyclic Latin square, each group at each table once."""
    here: list[list[Group]] = [[] for _ in range(tables)]
    for number, group in enumerate(groups):
        here[(number + turn) % tables].append(group)
    people = tuple(tuple(name for group in at for name in group.members) for at in here)
    return Seating(people, tuple(tuple(group.label for group in at) for at in here))


def _cafe(groups: tuple[Group, ...], tables: int, turn: int) -> Seating:
    """Hosts stay; guests walk strides that share no factor with the tables, so nobody meets a table twice."""
    strides = [stride for stride in range(1, tables + 1) if gcd(stride, tables) == 1]
    people: list[list[str]] = [[] for _ in range(tables)]
    labels: list[tuple[str, ...]] = [()] * tables
    for number, group in enumerate(groups):
        if group.host is not None:
            people[number % tables].append(group.host)
            labels[number % tables] += (group.label,)
    for number, group in enumerate(groups):
        guests = [name for name in group.members if name != group.host]
        for place, name in enumerate(guests):
            people[(number + turn * strides[place % len(strides)]) % tables].append(name)
    return Seating(tuple(map(tuple, people)), tuple(labels))
