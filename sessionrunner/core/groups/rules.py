"""Which swaps a search may make, so that what was asked for is never broken on the way."""

from collections.abc import Collection

from sessionrunner.core.groups.mix import Mix
from sessionrunner.core.groups.problem import Problem
from sessionrunner.core.groups.room import Room


def blocks(problem: Problem, there: Collection[int] | None = None) -> tuple[tuple[int, ...], ...]:
    """People bound to each other by pairs that stay together, directly or through others who are ``there``.

    Who is absent binds nobody: two who are each to be with somebody who has left may part.
    """
    bound: dict[int, set[int]] = {}
    crowd = range(problem.people) if there is None else there
    for one, other in problem.together:
        if one not in crowd or other not in crowd:
            continue
        joined = bound.get(one, {one}) | bound.get(other, {other})
        bound.update((person, joined) for person in joined)
    return tuple(sorted({tuple(sorted(block)) for block in bound.values()}))


class Rules:
    """Who may change places with whom."""

    def __init__(self, problem: Problem, first: int = 0) -> None:
        """Rounds before ``first`` are left as they are."""
        self.attribute = problem.attribute
        there = [problem.there(number) for number in range(len(problem.rounds))]
        self.blocks = [list(blocks(problem, set(crowd))) for crowd in there]
        held = [{person for group in problem.held(at) for person in group} for at in range(len(there))]
        still = [held[at].union(*here) for at, here in enumerate(self.blocks)]
        self.movable = [[person for person in crowd if person not in still[at]] for at, crowd in enumerate(there)]
        self.blocks = [[block for block in here if held[at].isdisjoint(block)] for at, here in enumerate(self.blocks)]
        self.free = [frozenset(people) for people in self.movable]
        several = [number for number, sizes in enumerate(problem.rounds) if len(sizes) > 1]
        self.rounds = [number for number in several if number >= first and len(self.movable[number]) > 1]
        self.blocked = [number for number in several if number >= first and self.blocks[number]]
        bound = max((sum(map(len, self.blocks[number])) / len(there[number]) for number in self.blocked), default=0)
        self.moves = 8 + int(120 * bound)
        """Moves of blocks to try for every slice of swaps; more of them where most people are in blocks."""
        self._mixes = [Mix(self.attribute, *round_) for round_ in zip(there, problem.rounds, strict=True)]

    def balanced(self, room: Room, number: int, one: int, other: int) -> bool:
        """Whether no group is further from its fair share of the attribute when these two have changed places."""
        here, there, groups = room.seat[one][number], room.seat[other][number], room.groups[number]
        return self._mixes[number].change((here, groups[here]), (there, groups[there]), one, other) <= 0
