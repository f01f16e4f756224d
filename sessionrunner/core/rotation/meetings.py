"""How often people, or groups, come to the same table."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Meetings:
    """What a plan of rounds does to those who are seated by it."""

    repeats: int
    """Sum over pairs of C(meetings, 2): 0 when nobody meets twice, and a third meeting costs more than a second."""
    pairs: int
    """How many pairs meet at all."""
    repeated_pairs: int
    """How many pairs meet more than once."""
    most: int
    """Meetings of the pair that meets most often."""


def meetings(rounds: Iterable[Iterable[tuple[str, ...]]]) -> Meetings:
    """Count who sits together: for each round, for each table, the names at it."""
    met = Counter(frozenset(pair) for tables in rounds for names in tables for pair in combinations(names, 2))
    counts = met.values()
    repeats = sum(count * (count - 1) // 2 for count in counts)
    return Meetings(repeats, len(met), sum(count > 1 for count in counts), max(counts, default=0))
