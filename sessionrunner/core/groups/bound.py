"""How few repeated meetings any plan can have, so that a search knows when it is done."""

from itertools import combinations
from math import comb

from sessionrunner.core.groups.problem import Problem, Score, ordered, pairs


def bound(problem: Problem) -> int:
    """A lower bound on Q: the larger of counting meetings and comparing rounds two by two."""
    return max(_counting(problem), _overlap(problem))


def fewest(problem: Problem) -> int:
    """A lower bound on how often the pair that meets most often meets, whatever Q is."""
    total, room = _meetings(problem)
    return max(1, -(-total // max(1, room)))


def proved(reached: Score, least: int, most: int) -> bool:
    """Whether no plan can be better than one with this score, given the bounds on Q and on the pair that meets most."""
    if reached.violations or reached.imbalance or reached.q > least:
        return False
    return reached.most <= max(2 if reached.q else 1, most)


def spread(things: int, places: int) -> int:
    """Pairs that share a place when things are spread over places as evenly as can be."""
    each, over = divmod(things, places)
    return places * (each * (each - 1) // 2) + over * each


def _counting(problem: Problem) -> int:
    """So many meetings over so few pairs: some pairs have to meet again (the pigeonhole principle)."""
    total, room = _meetings(problem)
    return spread(total, room) if room else 0


def _meetings(problem: Problem) -> tuple[int, int]:
    """Meetings that count, and the pairs there are to have them."""
    wanted = {ordered(pair) for pair in problem.together}
    never = {ordered(pair) for pair in problem.apart} | wanted
    known = [pair for group in problem.history for pair in pairs(group) if pair not in never]
    total = len(known)
    for number, sizes in enumerate(problem.rounds):
        total += sum(comb(size, 2) for size in sizes)
        if wanted:
            total -= sum(set(problem.there(number)).issuperset(pair) for pair in wanted)
    if not problem.present:
        return total, comb(problem.people, 2) - len(never)
    able = {pair for crowd in set(problem.present) for pair in pairs(crowd)} - never
    return total, len(able.union(known))


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
