"""Who sits at which table in which round."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sessionrunner.core.groups import Division, Group
from sessionrunner.core.rotation.courses import courses, in_turn
from sessionrunner.core.rotation.keeping import guests_of, numbered


@dataclass(frozen=True, slots=True)
class Seating:
    """One round: for each table, the groups and people who sit at it."""

    tables: tuple[tuple[str, ...], ...]
    """People at each table, in the order of the exercise's tables."""
    labels: tuple[tuple[str, ...], ...]
    """Labels of the groups at each table; in a world café, of the hosts' groups only."""


@dataclass(frozen=True, slots=True)
class Walk:
    """An instruction short enough for a badge: begin here, go so many tables on each round."""

    start: int
    """Index of the first table."""
    step: int
    """Tables to walk each round, round the room; 0 for somebody who stays."""


def seatings(division: Division, tables: int, host_stays: bool, rounds: int | None = None) -> tuple[Seating, ...]:
    """One seating a round, nobody at a table twice; as many rounds as tables unless fewer are asked for.

    Hosts stay only where every table has one; in a room too small for that, whole groups move.
    ValueError for more rounds than tables.
    """
    turns = tables if rounds is None else rounds
    if turns > tables:
        raise ValueError(f"{turns} rounds at {tables} tables")
    if host_stays and hosted(division, tables):
        return _cafe(division, tables, turns)
    return _carousel(division, tables, turns)


def hosted(division: Division, tables: int) -> bool:
    """Whether every table has a host."""
    return len({number % tables for number, group in numbered(division) if group.host}) == tables


def table_of(seating: Seating, person: str) -> int | None:
    """Which table this person sits at, counted from 0; None for somebody who is not seated."""
    return next((at for at, people in enumerate(seating.tables) if person in people), None)


def walk(rounds: Sequence[Seating], person: str) -> Walk | None:
    """The person's whole way as a start and a step, where it is that simple; None where it is not."""
    way = [table_of(seating, person) for seating in rounds]
    if not way or way[0] is None or None in way:
        return None
    tables = len(rounds[0].tables)
    step = (way[1] - way[0]) % tables if len(way) > 1 and way[1] is not None else 0
    steady = way == [(way[0] + step * turn) % tables for turn in range(len(way))]
    return Walk(way[0], step) if steady else None


def _carousel(division: Division, tables: int, rounds: int) -> tuple[Seating, ...]:
    """Whole groups move; as few of them as possible share a table more than once."""
    count = max([division.homes, *(number + 1 for number, _ in numbered(division))])
    routes = (in_turn(tables, rounds),) if count <= tables else courses(tables, rounds, count)
    return tuple(
        _seated(
            [(routes[number // tables][turn][number % tables], group) for number, group in numbered(division)], tables
        )
        for turn in range(rounds)
    )


def _seated(sits: Sequence[tuple[int, Group]], tables: int) -> Seating:
    here: list[list[Group]] = [[] for _ in range(tables)]
    for table, group in sits:
        here[table].append(group)
    people = tuple(tuple(name for group in at for name in group.members) for at in here)
    return Seating(people, tuple(tuple(group.label for group in at) for at in here))


def _cafe(division: Division, tables: int, rounds: int) -> tuple[Seating, ...]:
    """Hosts stay; the guests of each home table part, and meet as many others as can be."""
    hosts: list[list[str]] = [[] for _ in range(tables)]
    guests: list[list[str]] = [[] for _ in range(tables)]
    labels: list[tuple[str, ...]] = [()] * tables
    for number, group in numbered(division):
        home = number % tables
        if group.host is not None:
            hosts[home].append(group.host)
            labels[home] += (group.label,)
        guests[home] += guests_of(group)
    sits = _guests_routes(list(map(len, guests)), rounds)
    return tuple(Seating(_around(hosts, guests, turn, sits), tuple(labels)) for turn in range(rounds))


def _guests_routes(counts: Sequence[int], rounds: int) -> Callable[[int, int, int], int]:
    """Where a guest sits, by round, home table and number among the guests of that table.

    Tables with most guests come first in the courses, since the last class may only be whole from its first home.
    """
    tables, most = len(counts), max(counts)
    spares = Counter(counts)[most]
    routes = courses(tables, rounds, (most - 1) * tables + spares if most else 0)
    even = all(len(set(row)) == tables for course in routes for row in course)
    order = range(tables) if even else sorted(range(tables), key=lambda table: -counts[table])
    place = {table: number for number, table in enumerate(order)}
    return lambda turn, home, number: order[routes[number][turn][place[home]]]


def _around(
    hosts: Sequence[Sequence[str]], guests: Sequence[Sequence[str]], turn: int, sits: Callable[[int, int, int], int]
) -> tuple[tuple[str, ...], ...]:
    here = [list(names) for names in hosts]
    for home, names in enumerate(guests):
        for number, name in enumerate(names):
            here[sits(turn, home, number)] += [name] if name else []
    return tuple(map(tuple, here))
