"""Where those who come late sit when the groups that are there may become too large: nobody who sits has to move."""

from collections.abc import Iterator, Sequence
from heapq import heapify, heapreplace

from sessionrunner.core.exercise import SizeRange
from sessionrunner.core.groups.sizes import even


def beside(sitting: Sequence[int], came: int, size: SizeRange) -> tuple[int, ...]:
    """Sizes of the groups that latecomers make of their own beside those who sit; () when they join them all.

    As few people as can be are outside the range; among ways that are as good, as few new groups as can be.
    """

    def strain(new: tuple[int, ...]) -> tuple[int, int]:
        return _outside((*_joined(sitting, came - sum(new)), *new), size), len(new)

    return min(_ways(came, size), key=strain)


def _ways(came: int, size: SizeRange) -> Iterator[tuple[int, ...]]:
    """New groups of some of them, as few or as many as the range has room for; nobody alone."""
    yield ()
    for apart in range(2, came + 1):
        for groups in sorted({-(-apart // size.high), max(1, apart // size.low)}):
            yield even(apart, min(groups, apart // 2))


def _joined(sitting: Sequence[int], came: int) -> list[int]:
    """The sizes once so many have joined, each the smallest group."""
    sizes = list(sitting)
    heapify(sizes)
    for _ in range(came if sizes else 0):
        heapreplace(sizes, sizes[0] + 1)
    return sizes


def _outside(sizes: Sequence[int], size: SizeRange) -> int:
    return sum(max(size.low - here, here - size.high, 0) for here in sizes)
