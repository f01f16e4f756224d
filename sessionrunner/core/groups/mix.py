"""An even spread: how many people of each kind are fair in each group of a round, and how far groups are from it."""

from collections import Counter
from collections.abc import Iterable, Sequence


def fair_share(marked: int, size: int, people: int) -> tuple[int, int]:
    """Fewest and most people of a kind that are fair in a group of this size."""
    return marked * size // people, -(-marked * size // people)


class Mix:
    """The fair shares of one round."""

    __slots__ = ("counted", "kind", "shares")

    def __init__(self, kind: Sequence[int], there: Sequence[int], sizes: Sequence[int]) -> None:
        """``kind`` has everybody's kind by number, or nothing when nothing is to be spread."""
        self.kind = kind
        kinds = sorted(set(kind))
        # Of two kinds either tells all about the other: whoever is one too many of one is one too few of the other.
        self.counted = frozenset(kinds if len(kinds) > 2 else kinds[1:])
        have = Counter(kind[person] for person in there) if kind else Counter[int]()
        self.shares = [{one: fair_share(have[one], size, len(there)) for one in self.counted} for size in sizes]

    def off(self, at: int, kind: int, here: int) -> int:
        """How far so many people of a counted kind are from the fair share of the group at this place."""
        low, high = self.shares[at][kind]
        return max(0, low - here, here - high)

    def imbalance(self, groups: Iterable[Sequence[int]]) -> int:
        """People above or below the fair shares of a whole round."""
        return sum(self.alone(at, group) for at, group in enumerate(groups))

    def alone(self, at: int, group: Sequence[int]) -> int:
        """People above or below the fair shares of one group."""
        return sum(self.off(at, kind, sum(self.kind[person] == kind for person in group)) for kind in self.counted)

    def change(self, here: tuple[int, Sequence[int]], there: tuple[int, Sequence[int]], one: int, other: int) -> int:
        """What the imbalance changes by when ``one`` of the group here changes places with ``other`` of that there."""
        leaving, coming = self.kind[one], self.kind[other]
        if leaving == coming:
            return 0
        steps = [(kind, step) for kind, step in ((leaving, -1), (coming, 1)) if kind in self.counted]
        return sum(self._step(*here, kind, step) + self._step(*there, kind, -step) for kind, step in steps)

    def _step(self, at: int, members: Sequence[int], kind: int, step: int) -> int:
        here = sum(self.kind[person] == kind for person in members)
        return self.off(at, kind, here + step) - self.off(at, kind, here)


def evened(mix: Mix, groups: Sequence[list[int]], free: Sequence[int]) -> None:
    """Let free people of different kinds change places for as long as that makes the spread more even."""
    while mix.imbalance(groups) and _swapped(mix, groups, frozenset(free)):
        pass


def _swapped(mix: Mix, groups: Sequence[list[int]], free: frozenset[int]) -> bool:
    """Make one swap that evens the groups out, if there is one; of people alike only one is tried."""
    able = [{mix.kind[person]: person for person in group if person in free} for group in groups]
    for at in [at for at, group in enumerate(groups) if mix.alone(at, group)]:
        for to in [to for to in range(len(groups)) if to != at]:
            for one in able[at].values():
                for other in able[to].values():
                    if mix.change((at, groups[at]), (to, groups[to]), one, other) < 0:
                        groups[at][groups[at].index(one)], groups[to][groups[to].index(other)] = other, one
                        return True
    return False
