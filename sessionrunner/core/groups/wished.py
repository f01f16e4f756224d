"""Plans without repeats for rooms with wishes: a wheel whose places are then given to people who fit them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random

from sessionrunner.core.groups.mix import fair_share
from sessionrunner.core.groups.problem import Plan, Problem, ordered, pairs
from sessionrunner.core.groups.rules import blocks
from sessionrunner.core.groups.starter import Wheel, turned, wheels

_TRIES = 20
"""Draws of places for a plan before it is given up."""


def wished(problem: Problem, dice: Random, slices: int) -> Iterator[Plan | None]:
    """Turn the room in a few ways, so many slices each; plans that are found keep every wish about pairs.

    Those who stay together stay put in one group; circles are all of one kind of the attribute. People who are to
    be apart are given places that never meet. Only for one block of people who stay together, no earlier groups,
    nobody fixed, and an attribute of 0 and 1.
    """
    bound = blocks(problem)
    if problem.history or problem.fixed or len(bound) > 1 or max(problem.attribute, default=0) > 1:
        return
    ways = (kinds for wheel in wheels(problem) if wheel.bases == 1 for kinds in _kinds(problem, wheel))
    for wheel, marks in list(islice(ways, 3)):
        block = bound[0] if bound else ()
        base = _dealt(problem, wheel, marks, (dice, len(block)))
        moving = wheel.turn * wheel.circles
        kinds = [mark if person < moving else 2 + person for person, mark in enumerate(marks)]
        for plan in turned(problem, wheel, [base], kinds, (dice, slices)):
            chosen = {person: moving + at for at, person in enumerate(block)}
            yield _first(placed(problem, plan, marks, chosen, dice) for _ in range(_TRIES)) if plan else None


def _first(plans: Iterable[Plan | None]) -> Plan | None:
    return next((plan for plan in plans if plan is not None), None)


def _kinds(problem: Problem, wheel: Wheel) -> Iterator[tuple[Wheel, list[int]]]:
    """The attribute of every place on the wheel, if as many have it as in the room; none where that cannot be."""
    marks = problem.attribute or (0,) * problem.people
    block = [marks[person] for group in blocks(problem) for person in group]
    for circles in range(wheel.circles + 1):
        rest = sum(marks) - circles * wheel.turn - sum(block)
        free = wheel.fixed - len(block)
        if 0 <= rest <= free:
            moving = [1] * (circles * wheel.turn) + [0] * ((wheel.circles - circles) * wheel.turn)
            yield wheel, [*moving, *block, *([1] * rest), *([0] * (free - rest))]


def _dealt(problem: Problem, wheel: Wheel, marks: Sequence[int], how: tuple[Random, int]) -> list[list[int]]:
    """A first round with a fair share of the attribute in every group as far as can be dealt in one go."""
    dice, together = how
    sizes, moving = problem.rounds[0], wheel.turn * wheel.circles
    groups: list[list[int]] = [[] for _ in sizes]
    groups[0].extend(range(moving, moving + together))
    for at, person in enumerate(range(moving + together, problem.people)):
        groups[(at + bool(together)) % len(groups)].append(person)
    people = dice.sample(range(moving), moving)
    marked = [person for person in people if marks[person]]
    plain = [person for person in people if not marks[person]]
    for share in (0, 1):
        for group, size in zip(groups, sizes, strict=True):
            wanted = fair_share(sum(marks), size, problem.people)[share]
            while marked and len(group) < size and sum(marks[person] for person in group) < wanted:
                group.append(marked.pop())
    for group, size in zip(groups, sizes, strict=True):
        while len(group) < size:
            group.append((plain or marked).pop())
    return groups


def placed(problem: Problem, plan: Plan, marks: Sequence[int], chosen: Mapping[int, int], dice: Random) -> Plan | None:
    """The plan with its places given to people of their kind, those to be apart on places that never meet.

    ``chosen`` has the places of those who stay together. None when chance does not find places for the others.
    """
    met = {pair for groups in plan for group in groups for pair in pairs(group)}
    attribute = problem.attribute or (0,) * problem.people
    place = dict(chosen)
    free = [one for one in dice.sample(range(problem.people), problem.people) if one not in place.values()]
    apart = {
        person: {sum(pair) - person for pair in problem.apart if person in pair} for person in range(problem.people)
    }
    for person in sorted(apart, key=lambda person: -len(apart[person])):
        if person in place:
            continue
        taken = {place[other] for other in apart[person] if other in place}
        fitting = (one for one in free if marks[one] == attribute[person])
        found = next((one for one in fitting if not any(ordered((one, other)) in met for other in taken)), None)
        if found is None:
            return None
        place[person] = found
        free.remove(found)
    person_at = {at: person for person, at in place.items()}
    return tuple(tuple(tuple(person_at[at] for at in group) for group in groups) for groups in plan)
