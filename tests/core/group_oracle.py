"""An answer set solver as a second opinion on groups: the rules written down once more, and everything tried."""

from collections.abc import Iterator
from itertools import combinations

import clingo

from sessionrunner.core.groups import Problem
from sessionrunner.core.groups.problem import fair_share, ordered

SEATS = """
1 { in(P, R, G) : group(R, G, _) } 1 :- there(R, P).
:- group(R, G, S), S != #count { P : in(P, R, G) }.
:- apart(A, B), in(A, R, G), in(B, R, G).
:- together(A, B), there(R, A), there(R, B), in(A, R, G), not in(B, R, G).
:- fixed(P, R, G), not in(P, R, G).
"""
QUALITY = """
marks(R, G, K) :- group(R, G, _), K = #count { P : in(P, R, G), marked(P) }.
off(R, G, L - K) :- fair(R, G, L, H), marks(R, G, K), K < L.
off(R, G, K - H) :- fair(R, G, L, H), marks(R, G, K), K > H.
meet(A, B, R) :- in(A, R, G), in(B, R, G), A < B, not together(A, B).
#minimize { O@2, R, G : off(R, G, O) ; 0@2 }.
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
    solver.add("base", [], rules + "#defined fixed/3. #defined apart/2. #defined together/2. #defined marked/1.\n"
               "#defined fair/4. #defined had/3.\n" + "\n".join(_facts(problem, numbers)))  # fmt: skip
    solver.ground([("base", [])])
    return solver


def _facts(problem: Problem, numbers: range | list[int]) -> Iterator[str]:
    wishes = (("apart", problem.apart), ("together", problem.together))
    yield from (f"{name}({a}, {b})." for name, pairs in wishes for a, b in map(ordered, pairs))
    yield from (f"marked({person})." for person, mark in enumerate(problem.attribute) if mark)
    yield from (f"had({a}, {b}, {times})." for (a, b), times in _had(problem).items())
    for number in numbers:
        there = problem.there(number)
        marked = sum(problem.attribute[person] for person in there) if problem.attribute else 0
        yield from (f"there({number}, {person})." for person in there)
        for at, (size, held) in enumerate(zip(problem.rounds[number], problem.held(number), strict=True)):
            low, high = fair_share(marked, size, len(there))
            yield f"group({number}, {at}, {size})."
            yield from (f"fixed({person}, {number}, {at})." for person in held)
            yield from [f"fair({number}, {at}, {low}, {high})."] if problem.attribute else []


def _had(problem: Problem) -> dict[tuple[int, int], int]:
    wished = set(map(ordered, problem.together))
    had: dict[tuple[int, int], int] = {}
    for group in problem.history:
        for pair in combinations(sorted(group), 2):
            if pair not in wished:
                had[pair] = had.get(pair, 0) + 1
    return had
