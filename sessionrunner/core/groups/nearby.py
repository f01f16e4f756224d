"""Plans from a room of nearly as many people, all of whose groups are alike.

Even groups have regular plans, and a plan that is regular stays good when one person is taken out of it or joins it:
seventeen people are three sixes with an empty chair, twenty-six are five fives and one more.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from sessionrunner.core.groups.grids import in_order
from sessionrunner.core.groups.problem import Group, Plan, Problem
from sessionrunner.core.groups.sizes import even


def nearby(problem: Problem) -> Iterator[Problem]:
    """Rooms of even groups with a few people more or fewer, the nearest first; none where rounds differ."""
    sizes, people = problem.rounds[0], problem.people
    each, over = divmod(people, len(sizes))
    if set(problem.rounds) != {sizes} or tuple(sorted(sizes, reverse=True)) != even(people, len(sizes)) or not over:
        return
    for other in sorted((each, each + 1), key=lambda size: abs(size * len(sizes) - people)):
        if other > 1:
            yield replace(problem, people=other * len(sizes), rounds=((other,) * len(sizes),) * len(problem.rounds))


def fitted(problem: Problem, plan: Plan, dice: Random) -> Plan:
    """The plan of such a room with people taken out, or let in, by lot; groups keep within one of each other."""
    crowd = sum(len(group) for group in plan[0])
    names = dice.sample(range(crowd), crowd)
    newcomers = range(crowd, problem.people)
    return tuple(
        in_order(_evened([[names[at] for at in group] for group in groups], problem.people, newcomers, dice), sizes)
        for groups, sizes in zip(plan, problem.rounds, strict=True)
    )


def _evened(groups: list[list[int]], people: int, newcomers: range, dice: Random) -> list[Group]:
    """Those who are there, newcomers in a group each, and somebody moved from a large group wherever one is small."""
    here = [[person for person in group if person < people] for group in dice.sample(groups, len(groups))]
    for person in newcomers:
        min(here, key=len).append(person)
    while len(largest := max(here, key=len)) - len(smallest := min(here, key=len)) > 1:
        smallest.append(largest.pop(dice.randrange(len(largest))))
    return [tuple(group) for group in here]
