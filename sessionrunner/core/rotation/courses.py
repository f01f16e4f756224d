"""Routes round the room on which nobody comes to a table twice and people who have met part again.

Travellers are put into *classes*: one from each home table, who keep clear of each other all the way because each
round only moves the whole class. A class is told by a *row*: how far from home in each round. Two classes share a
table at most once when the differences of their rows are all different, which makes the rows (with a row of zeros
for those who stay) a difference matrix. Where such rows come from, in the order they are tried:

- strides, so that "start at 3, walk two tables each round" is the whole instruction: walking ``s`` of ``T`` tables
  comes back after ``T / gcd(s, T)`` rounds, which must be no fewer than the rounds there are;
- multiples in a finite field, ``home + step · round``: T − 1 classes for a prime power (affine planes), and in a
  product of fields one less than the smallest of them (MacNeish, 1922);
- beyond T − 1 classes of a prime power, more families of fields' multiples, their rounds reordered by inversion:
  repeats cannot be avoided then, and these come no more often than counting demands;
- stored rows and routes for 6, 10 and 12 tables;
- a bounded search.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from math import gcd

from sessionrunner.core.fields import Field, ring
from sessionrunner.core.rotation import designs
from sessionrunner.core.rotation.designs import Course
from sessionrunner.core.rotation.search import Row, rows

_EFFORT, _LEAST = 6000, 300
"""Changes tried by the search when a room asks for routes that nobody has stored: so many over the classes, and at
least so many. Under 50 ms for forty people, 0.3 s for two hundred."""


@lru_cache(maxsize=64)
def courses(tables: int, rounds: int, travellers: int) -> tuple[Course, ...]:
    """One course for each class of at most ``tables`` travellers; ``rounds`` may not be more than the tables."""
    count = -(-travellers // tables)
    strides = _strides(tables, rounds, count)
    if strides is not None:
        return tuple(_walked(tables, rounds, stride) for stride in strides)
    rows_known = _multiples(tables, rounds, count) or designs.stored_rows(tables, rounds, count)
    if rows_known is None:
        kept = designs.routes(tables, rounds, travellers)
        if kept is not None:
            return kept
        rows_known = rows(ring(tables), tables, rounds, count, max(_EFFORT // count, _LEAST))
    return tuple(_displaced(tables, row) for row in rows_known)


@lru_cache(maxsize=64)
def in_turn(tables: int, rounds: int) -> Course:
    """A course for one class in which nobody follows the same one round the room: out and back, 0, 1, −1, 2, −2 …

    With an even number of tables and as many rounds everybody comes after each of the others once (a row-complete
    square, Williams, 1949). With an odd number no displacements can do that; nobody comes after the same one
    more than twice.
    """
    out_and_back = [(turn + 1) // 2 * (1 if turn % 2 else -1) for turn in range(rounds)]
    return tuple(tuple((home + away) % tables for home in range(tables)) for away in out_and_back)


def _strides(tables: int, rounds: int, count: int) -> tuple[int, ...] | None:
    """The shortest strides of which no two, and none and standing still, meet again before the last round."""
    found: list[int] = []
    for stride in range(1, tables):
        if len(found) < count and all(tables // gcd(tables, stride - other) >= rounds for other in (0, *found)):
            found.append(stride)
    enough = len(found) == count or tables == 1
    return tuple(found or [0] * count) if enough else None


def _walked(tables: int, rounds: int, stride: int) -> Course:
    return tuple(tuple((home + stride * turn) % tables for home in range(tables)) for turn in range(rounds))


def _displaced(tables: int, row: Sequence[int]) -> Course:
    """The course of a class whose members are all this far from home, in the tables' own arithmetic."""
    room = ring(tables)
    return tuple(tuple(room.add(home, away) for home in range(tables)) for away in row)


def _multiples(tables: int, rounds: int, count: int) -> tuple[Row, ...] | None:
    """Rows from a field, as many as are asked for; from a product of fields only as many as it has."""
    room = ring(tables)
    if len(room.fields) == 1:
        return tuple(islice(_families(room.fields[0], rounds), count))
    if count >= min(field.order for field in room.fields):
        return None
    steps = [room.whole((step,) * len(room.fields)) for step in range(1, count + 1)]
    return tuple(tuple(room.multiply(step, turn) for turn in range(rounds)) for step in steps)


def _families(field: Field, rounds: int) -> Iterator[Row]:
    """Every step with the rounds in order, then every step again with the rounds in other orders, without end.

    Inversion about another point each time: two of these orders agree in few places after any step.
    """
    orders: list[Callable[[int], int]] = [lambda turn: turn]
    orders += [lambda turn, pole=pole: _inverted(field, turn, pole) for pole in range(field.order)]  # type: ignore[misc]
    while True:
        for order in orders:
            for step in range(1, field.order):
                yield tuple(field.multiply(step, order(turn)) for turn in range(rounds))


def _inverted(field: Field, turn: int, pole: int) -> int:
    """An order of the rounds that begins at home: 1 / (turn + pole) − 1 / pole, where 1 / 0 is 0."""
    minus_one = next(element for element in range(field.order) if field.add(element, 1) == 0)
    return field.add(field.inverse(field.add(turn, pole)), field.multiply(minus_one, field.inverse(pole)))
