"""How many people each group gets: a range is a wish, never being alone is a rule."""

from sessionrunner.core.exercise import SizeRange

BIKUPA = SizeRange(2, 3)
"""What a whole group of four to six is divided into when larger groups were asked for."""


def split(people: int, size: SizeRange) -> tuple[int, ...]:
    """Group sizes, largest first, as even as can be; outside the range only when the number forces it.

    Among the counts of groups whose sizes keep the range, the one whose groups come nearest the middle of it
    is chosen. A whole group of 4–6 is divided into bikupor of 2–3 when the range would leave it undivided.
    """
    if people <= 0:
        return ()
    count = _count(people, size)
    undivided = count == 1 and 4 <= people <= 6
    return even(people, _count(people, BIKUPA) if undivided else count)


def even(people: int, groups: int) -> tuple[int, ...]:
    """So many people over so many groups, sizes differing by at most one, largest first."""
    each, over = divmod(people, groups)
    return (each + 1,) * over + (each,) * (groups - over)


def _count(people: int, size: SizeRange) -> int:
    return min(range(1, max(1, people // 2) + 1), key=lambda count: _strain(people, count, size))


def _strain(people: int, groups: int, size: SizeRange) -> tuple[int, float, int]:
    """People outside the range first, then distance from its middle, then the larger groups."""
    sizes = even(people, groups)
    outside = sum(max(size.low - here, here - size.high, 0) for here in sizes)
    return outside, abs(people / groups - (size.low + size.high) / 2), groups
