"""What keeps an answer from pointing at somebody: the smallest group that is shown, also by subtraction."""

from collections.abc import Sequence

DEFAULT_THRESHOLD = 5
FLOOR = 3
"""No exercise and no leader can go below this."""


def shown(answers: Sequence[str], threshold: int) -> tuple[str, ...]:
    """The answers that may be shown: all of them, or none while fewer than k have answered."""
    return tuple(answers) if len(answers) >= max(threshold, FLOOR) else ()


def together(counts: Sequence[int], least: int, ordered: bool) -> tuple[tuple[int, ...], ...]:
    """Which options are told as one number, by position in ``counts``, so that none stands for fewer than ``least``.

    Every number told is that or more, or nobody at all; they share nobody, so none can be had by subtraction either.
    Options in order are told as bands of neighbours. Empty when all together are fewer.
    """
    if sum(counts) < least:
        return ()
    return _bands(counts, least) if ordered else _heaps(counts, least)


def _bands(counts: Sequence[int], least: int) -> tuple[tuple[int, ...], ...]:
    bands: list[list[int]] = [[]]
    for position in range(len(counts)):
        if sum(counts[at] for at in bands[-1]) >= least:
            bands.append([])
        bands[-1].append(position)
    if len(bands) > 1 and sum(counts[at] for at in bands[-1]) < least:
        bands[-2:] = [bands[-2] + bands[-1]]
    return tuple(map(tuple, bands))


def _heaps(counts: Sequence[int], least: int) -> tuple[tuple[int, ...], ...]:
    """The few-chosen options in one heap; the least chosen of the others joins while even the heap is too small."""
    chosen = sorted((at for at, count in enumerate(counts) if count), key=lambda at: counts[at])
    heap = [at for at in chosen if counts[at] < least]
    others = chosen[len(heap) :]
    while heap and sum(counts[at] for at in heap) < least:
        heap.append(others.pop(0))
    single = [(at,) for at in range(len(counts)) if at not in heap]
    return tuple(sorted([*single, tuple(sorted(heap))] if heap else single))
