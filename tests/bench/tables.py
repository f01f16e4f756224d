"""How often people meet again in world cafés of many sizes, and how long the plan takes; prints, asserts nothing.

``python -m tests.bench.tables``: Q is the sum over pairs of C(meetings, 2); the stated value is the lowest known,
where there is one, and the bound is what counting demands. Time is the processor's, so that neighbours do not count.
"""

import time
from collections.abc import Iterator

from sessionrunner.core.groups import Division, Group, divide_over_tables
from sessionrunner.core.groups.division import Wish
from sessionrunner.core.rotation import meetings, seatings
from sessionrunner.core.rotation.courses import courses
from tests.core.rooms import names
from tests.core.test_courses import CAFES, fewest

OTHERS = ((6, 40, 5), (6, 40, 6), (10, 40, 10), (12, 60, 12), (14, 70, 14), (15, 75, 15), (6, 200, 6), (30, 200, 30))
"""Rooms with no stated value: repeats are unavoidable, or a search must do."""


def main() -> None:
    """The cafés with a stated value, others, and whole groups."""
    print("tables people rounds      Q stated  bound  most  ms")
    for room in (*CAFES, *OTHERS):
        print(_cafe(*room))
    print("whole groups: tables groups  sharing twice  most  ms")
    for line in _groups():
        print(line)


def _cafe(tables: int, people: int, rounds: int) -> str:
    division = divide_over_tables(names(people), tables, 1, Wish(host=True))
    courses.cache_clear()
    began = time.process_time()
    seated = seatings(division, tables, host_stays=True, rounds=rounds)
    took = (time.process_time() - began) * 1000
    met = meetings(seating.tables for seating in seated)
    stated = CAFES.get((tables, people, rounds), "-")
    bound = fewest(tables, people, rounds)
    return f"{tables:6} {people:6} {rounds:6} {met.repeats:6} {stated:>6} {bound:6} {met.most:5} {took:5.1f}"


def _groups() -> Iterator[str]:
    """Every number of groups to 24 where two of them share more than one table."""
    for tables in range(2, 13):
        for count in range(tables + 1, 25):
            there = tuple(Group(f"G{at}", (f"P{at}",)) for at in range(count))
            courses.cache_clear()
            began = time.process_time()
            seated = seatings(Division(there), tables, host_stays=False)
            took = (time.process_time() - began) * 1000
            met = meetings(seating.labels for seating in seated)
            if met.most > 1:
                yield f"{tables:20} {count:6} {met.repeated_pairs:14} {met.most:5} {took:5.1f}"


if __name__ == "__main__":
    main()
