"""An answer set solver as a second opinion on groups: the rules written down once more, and everything tried."""

from collections.abc import Iterator
from itertools import combinations

import clingo

from sessionrunner.core.groups import Problem
from sessionrunner.core.groups.mix import fair_share
from sessionrunner.core.groups.problem import ordered

SEATS = """
1 { in(P, R, G) : group(R, G, _) } 1 :- there(R, P).
:- group(R, G, S), S != #count { P : in(P, R, G) }.
:- apart(A, B), in(A, R, G), in(B, R, G).
:- together(A, B), there(R, A), there(R, B), in(A, R, G), not in(B, R, G).
:- fixed(P, R, G), not in(P, R, G).
"""
QUALITY = """
marks(R, G, V, K) :- fair(R, G, V, _, _), K = #count { P : in(P, R, G), kind(P, V) }.
off(R, G, V, L - K) :- fair(R, G, V, L, H), marks(R, G, V, K), K < L.
off(R, G, V, K - H) :- fair(R, G, V, L, H), marks(R, G, V, K), K > H.
meet(A, B, R) :- in(A, R, G), in(B, R, G), A < B, not together(A, B).
#minimize { O@2, R, G, V : off(R, G, V, O) ; 0@2 }.
#minimize { 1@1, A, B, R, S : meet(A, B, R), meet(A, B, S), R < S }.
#minimize { K@1, A, B, R : meet(A, B, R), had(A, B, K) }.
"""


def possible(problem: Problem, number: int) -> bool:
    """Whether a round, counted from 0, can be seated with every wish kept."""
    return bool(_solver(problem, SEATS, [number]).solve().satisfiable)


def best(problem: Problem) -> tuple[int, int]:
    """The least imbalance there is, and with it the least sum over pairs of C(meetings, 2)."""
    costs: list[list[int]] = []
    solver = _solver(problem, SEATS + QUALITY, range(len(problem.rounds)))
    assert solver.solve(on_model=lambda model: costs.append(list(model.cost))).exhausted
    return costs[-1][0], costs[-1][1] + sum(times * (times - 1) // 2 for times in _had(problem).values())


def without_repeats(problem: Problem, seconds: float) -> bool | None:
    """Whether there is a plan in which nobody meets twice; None when that was not found out in the time."""
    never = "meet(A, B, R) :- in(A, R, G), in(B, R, G), A < B. :- meet(A, B, R), meet(A, B, S), R < S."
    solver = _solver(problem, SEATS + never, range(len(problem.rounds)))
    with solver.solve(async_=True) as search:
        if not search.wait(seconds):
            search.cancel()
        found = search.get()
        return True if found.satisfiable else False if found.exhausted else None


def _solver(problem: Problem, rules: str, numbers: range | list[int]) -> clingo.Control:
    solver = clingo.Control(["--opt-strategy=usc"], logger=lambda code, message: None)
    solver.add("base", [], rules + "#defined fixed/3. #defined apart/2. #defined together/2. #defined kind/2.\n"
               "#defined fair/5. #defined had/3.\n" + "\n".join(_facts(problem, numbers)))  # fmt: skip
    solver.ground([("base", [])])
    return solver


def _facts(problem: Problem, numbers: range | list[int]) -> Iterator[str]:
    wishes = (("apart", problem.apart), ("together", problem.together))
    yield from (f"{name}({a}, {b})." for name, pairs in wishes for a, b in map(ordered, pairs))
    yield from (f"kind({person}, {kind})." for person, kind in enumerate(problem.attribute))
    kinds = sorted(set(problem.attribute))
    yield from (f"had({a}, {b}, {times})." for (a, b), times in _had(problem).items())
    for number in numbers:
        there = problem.there(number)
        yield from (f"there({number}, {person})." for person in there)
        for at, (size, held) in enumerate(zip(problem.rounds[number], problem.held(number), strict=True)):
            yield f"group({number}, {at}, {size})."
            yield from (f"fixed({person}, {number}, {at})." for person in held)
            for kind in kinds if len(kinds) > 2 else kinds[1:]:
                low, high = fair_share(sum(problem.attribute[person] == kind for person in there), size, len(there))
                yield f"fair({number}, {at}, {kind}, {low}, {high})."


def _had(problem: Problem) -> dict[tuple[int, int], int]:
    wished = set(map(ordered, problem.together))
    had: dict[tuple[int, int], int] = {}
    for group in problem.history:
        for pair in combinations(sorted(group), 2):
            if pair not in wished:
                had[pair] = had.get(pair, 0) + 1
    return had
