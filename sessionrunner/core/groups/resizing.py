"""How large groups that sit become when somebody comes or leaves: all within the range, as few as can be moving."""

from collections.abc import Sequence

from sessionrunner.core.exercise import SizeRange


def keeps(sizes: Sequence[int], size: SizeRange) -> bool:
    """Whether every group is within the range."""
    return all(size.low <= here <= size.high for here in sizes)


def resized(sitting: Sequence[int], people: int, size: SizeRange) -> tuple[int, ...]:
    """Sizes within the range for the groups that sit, 0 for one that ends, and then for new ones.

    As few who sit as can be leave their group; among ways that are as good, the number of groups changes least.
    Some number of groups within the range must hold so many people.
    """

    def strain(groups: int) -> tuple[int, int]:
        sizes = _so_many(sitting, people, groups, size)
        return movers(sitting, sizes), abs(groups - len(sitting))

    best = min(range(-(-people // size.high), people // size.low + 1), key=strain)
    return _so_many(sitting, people, best, size)


def movers(sitting: Sequence[int], sizes: Sequence[int]) -> int:
    """How many have to leave their group for these sizes."""
    return sum(max(0, here - wanted) for here, wanted in zip(sitting, sizes, strict=False))


def _so_many(sitting: Sequence[int], people: int, groups: int, size: SizeRange) -> tuple[int, ...]:
    """The best sizes of so many groups: the smallest end, and nobody leaves a group for the sake of evenness."""
    order = sorted(range(len(sitting)), key=lambda at: (sitting[at], -at))
    ending = order[: max(0, len(sitting) - groups)]
    sizes = [min(max(here, size.low), size.high) for here in sitting]
    sizes += [size.low] * max(0, groups - len(sitting))
    for at in ending:
        sizes[at] = 0
    open_ = [at for at in range(len(sizes)) if at not in ending]
    while sum(sizes) < people:
        sizes[min(open_, key=lambda at: sizes[at])] += 1
    while sum(sizes) > people:
        sizes[max(open_, key=lambda at: sizes[at])] -= 1
    return tuple(sizes)
