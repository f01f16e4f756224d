"""Routes that no formula gives, found by search or taken from the theory of orthogonal squares, and kept.

``python -m tests.bench.designs`` finds the searched ones again.
"""

from collections.abc import Mapping, Sequence

Course = tuple[tuple[int, ...], ...]
"""Round by round, the table of those who are at home at table 0, 1, 2 …; the first round is at home."""

_SIX_SQUARE = ("014253", "102534", "235041", "350412", "423105", "541320")
_SIX_ACROSS = ("045132", "153240", "204315", "321054")
"""Ten routes by six tables: a Latin square, and routes that cross each of its rows exactly once and never meet."""
_SIX_TURNED = {
    2: ("012345", "034152", "304215", "340521"),
    3: ("012534", "451032", "305142", "312405", "134502", "145023"),
    4: ("120453", "105324", "523104", "235410", "031254", "325041", "450231", "432501"),
    5: ("024153", "403125", "120543", "502341", "235410", "254031", "430251", "530124", "051423", "304512"),
}
"""Routes by six tables in six rounds, by classes. Each stands for three: tables 0–2 and 3–5 are turned together.

Two orthogonal squares of order six do not exist, so already the twelve of two classes, which share no table twice,
are not two squares. The repeats of three, four and five classes are 9, 27 and 54, the fewest that have been found.
"""
_SIX_IDEMPOTENT = ("035124", "514032", "402513", "240351", "351240", "123405")
"""A square of order six with its own number on the diagonal: by home and second table, the third table."""

DIFFERENCES: Mapping[tuple[int, int], tuple[str, ...]] = {
    (6, 5): ("5432", "1243", "4315", "3124"),
    (10, 4): ("483", "219", "796", "834", "345", "671", "957", "162"),
    (10, 7): ("715248", "423789", "136927", "347512", "962851", "891435", "274196"),
    (10, 8): ("4715829", "2689351", "3924587", "5478693", "1853942"),
    (10, 9): ("25493718", "68175329", "37269145", "53917284"),
    (12, 3): ("48", "19", "b6", "75", "93", "87", "32", "a4", "21", "5a", "6b"),
    (12, 4): ("a95", "274", "189", "5a7", "64b", "3b2", "b53", "768", "826", "431"),
    (12, 5): ("a237", "192b", "86a1", "b874", "3495", "2b53", "5749", "6182", "931a"),
    (12, 6): ("2986b", "b125a", "95b31", "327a6", "83412", "6a579", "46ab3", "a7198"),
    (12, 8): ("9732a58", "854a3b6", "327856a", "6b134a5", "59a614b", "21b4897"),
    (12, 12): ("123456789ab", "24613a875b9", "38ba9745612", "4b18629375a", "57a3b419268"),
}
"""Rows of difference matrices over the tables' ring, by tables and rounds; the letters are digits in base 36.

The first round is left out: it is 0, at home, in every row.
"""


def stored_rows(tables: int, rounds: int, count: int) -> tuple[tuple[int, ...], ...] | None:
    """So many rows of a stored difference matrix, cut to these rounds; None when none is so large."""
    fits = [
        found for (at, most), found in DIFFERENCES.items() if at == tables and most >= rounds and len(found) >= count
    ]
    if not fits:
        return None
    return tuple((0, *(int(digit, 36) for digit in row))[:rounds] for row in fits[0][:count])


def routes(tables: int, rounds: int, travellers: int) -> tuple[Course, ...] | None:
    """Classes for rooms where displacements are not enough; None where nothing is kept.

    The last class may be no square: its homes are to be filled from the first one on.
    """
    if tables == 6:
        return _six(rounds, travellers)
    return _ten() if (tables, rounds) == (10, 10) and travellers <= 20 else None


def _six(rounds: int, travellers: int) -> tuple[Course, ...] | None:
    classes = -(-travellers // 6)
    if (rounds, classes) == (3, 5):
        return _classes(
            [f"{home}{at}{_SIX_IDEMPOTENT[home][at]}" for home in range(6) for at in range(6) if at != home], travellers
        )
    if rounds != 6 or classes not in _SIX_TURNED:
        return None
    if travellers <= len(_SIX_SQUARE) + len(_SIX_ACROSS):
        return _course(_SIX_SQUARE), _course(_SIX_ACROSS)
    return _classes([_turned(route, turn) for route in _SIX_TURNED[classes] for turn in range(3)], travellers)


def _classes(routes: Sequence[str], travellers: int) -> tuple[Course, ...] | None:
    """So many of the routes, those left out being nowhere at the same table; None when too many must be left out."""
    out = _clear(routes, len(routes) - travellers)
    if out is None:
        return None
    ends = [route[0] for route in out]
    names = str.maketrans("".join(sorted("012345", key=lambda home: home in ends)), "012345")
    left = sorted(route.translate(names) for route in routes if route not in out)
    homes = [[route for route in left if route[0] == home] for home in "012345"]
    return tuple(_course([home[at] for home in homes if at < len(home)]) for at in range(len(homes[0])))


def _clear(routes: Sequence[str], count: int) -> tuple[str, ...] | None:
    """So many routes that never come to the same table at the same time; None when there are not so many."""
    if count == 0:
        return ()
    for number, route in enumerate(routes):
        free = [other for other in routes[number + 1 :] if all(a != b for a, b in zip(route, other, strict=True))]
        found = _clear(free, count - 1)
        if found is not None:
            return (route, *found)
    return None


def _turned(route: str, turn: int) -> str:
    return "".join(str(int(table) // 3 * 3 + (int(table) + turn) % 3) for table in route)


def _course(routes: Sequence[str]) -> Course:
    return tuple(tuple(map(int, tables)) for tables in zip(*routes, strict=True))


def _ten() -> tuple[Course, Course]:
    """Two orthogonal squares of order ten (Bose, Shrikhande and Parker, 1960), as routes in ten rounds.

    Twelve columns are developed modulo seven, three tables standing still; constant columns and an array on the
    three complete it. The rows are round, table and the two classes' homes.
    """
    zero, low, high, still = (0, 0, 0), (1, 2, 3), (6, 5, 4), (7, 8, 9)
    rows = (zero + low + high + still, low + zero + still + high, high + still + zero + low, still + high + low + zero)
    columns = [tuple(_shifted(at, by) for at in column) for by in range(7) for column in zip(*rows, strict=True)]
    columns += [(at,) * 4 for at in range(7)]
    columns += [(7 + x, 7 + y, 7 + (x + y) % 3, 7 + (x - y) % 3) for x in range(3) for y in range(3)]
    return _square({(column[0], column[2]): column[1] for column in columns}), _square(
        {(column[0], column[3]): column[1] for column in columns}
    )


def _shifted(at: int, by: int) -> int:
    return (at + by) % 7 if at < 7 else at


def _square(tables: Mapping[tuple[int, int], int]) -> Course:
    """The routes, each under the table where it begins."""
    beginning = {tables[0, route]: route for route in range(10)}
    return tuple(tuple(tables[turn, beginning[home]] for home in range(10)) for turn in range(10))
