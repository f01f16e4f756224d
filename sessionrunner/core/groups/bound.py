"""How few repeated meetings any plan can have, so that a search knows when it is done."""

from collections import Counter
from collections.abc import Set
from itertools import combinations
from math import comb

from sessionrunner.core.groups.problem import Pair, Problem, Score, ordered, pairs
from sessionrunner.core.groups.rules import blocks


def bound(problem: Problem) -> int:
    """A lower bound on Q: the larger of counting meetings and comparing rounds two by two."""
    return max(_Meetings(problem).least(), _overlap(problem))


def fewest(problem: Problem) -> int:
    """A lower bound on how often the pair that meets most often meets, whatever Q is."""
    return max(1, _Meetings(problem).level())


def proved(reached: Score, least: int, most: int) -> bool:
    """Whether no plan can be better than one with this score, given the bounds on Q and on the pair that meets most."""
    if reached.violations or reached.imbalance or reached.q > least:
        return False
    return reached.most <= max(2 if reached.q else 1, most)


def spread(things: int, places: int) -> int:
    """Pairs that share a place when things are spread over places as evenly as can be."""
    each, over = divmod(things, places)
    return places * (each * (each - 1) // 2) + over * each


class _Meetings:
    """Meetings that pairs have had, those that are to come, and the pairs there are to have them."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        wanted = {ordered(pair) for pair in problem.together}
        never = {ordered(pair) for pair in problem.apart} | wanted
        self.had = Counter(pair for group in problem.history for pair in pairs(group) if pair not in never)
        self.coming = 0
        for number, sizes in enumerate(problem.rounds):
            sure = self._sure(number)
            self.had.update(sure - never)
            still = {pair for pair in wanted if set(problem.there(number)).issuperset(pair)} | sure
            self.coming += sum(comb(size, 2) for size in sizes) - len(still)
        self.pairs = self._able(never)

    def _sure(self, number: int) -> set[Pair]:
        """Pairs that meet in a round whatever is done: fixed together, or bound to each other through others."""
        there, held = set(self.problem.there(number)), self.problem.held(number)
        fixed = {person for group in held for person in group}
        free = [block for block in blocks(self.problem, there) if fixed.isdisjoint(block)]
        return {pair for group in (*held, *free) for pair in pairs(group)}

    def _able(self, never: Set[Pair]) -> int:
        if not self.problem.present:
            return comb(self.problem.people, 2) - len(never)
        able = {pair for crowd in set(self.problem.present) for pair in pairs(crowd)} - never
        return len(able.union(self.had))

    def least(self) -> int:
        """Q when every coming meeting is had by a pair that has had as few as any: the pigeonhole principle."""
        q, coming = sum(comb(times, 2) for times in self.had.values()), self.coming
        below, level = self.pairs - len(self.had), 0
        counts = Counter(self.had.values())
        while coming > 0 and self.pairs:
            taken = min(coming, below)
            q, coming, level = q + taken * level, coming - taken, level + 1
            below += counts[level]
        return q

    def level(self) -> int:
        """Meetings that some pair has in the end, however evenly they are shared."""
        below, level, coming = self.pairs - len(self.had), 0, self.coming
        counts = Counter(self.had.values())
        while coming > 0 and self.pairs:
            coming, level = coming - below, level + 1
            below += counts[level]
        return max(level, max(counts, default=0))


def _overlap(problem: Problem) -> int:
    """A group larger than the number of groups in another round must there put two of its people together.

    The two-round argument of the Happy Diner problem: Q is the sum over pairs of rounds of pairs together in both.
    """
    return sum(_both(problem, one, other) for one, other in combinations(range(len(problem.rounds)), 2))


def _both(problem: Problem, one: int, other: int) -> int:
    common = set(problem.there(one)) & set(problem.there(other))
    if len(common) < max(len(problem.there(one)), len(problem.there(other))):
        return 0
    sizes = problem.rounds[one], problem.rounds[other]
    least = max(_forced(sizes[0], len(sizes[1])), _forced(sizes[1], len(sizes[0])))
    return max(0, least - sum(common.issuperset(pair) for pair in set(map(ordered, problem.together))))


def _forced(sizes: tuple[int, ...], places: int) -> int:
    return sum(spread(size, places) for size in sizes)
