"""A plan on the move: what every swap of two people would cost, kept up to date."""

from collections.abc import Iterator

from sessionrunner.core.groups.problem import Pair, Plan, Problem, ordered, pairs

FORBIDDEN = 1000
"""What a meeting of two people kept apart costs, in repeated meetings."""


class Room:
    """Meetings and seats of a plan; for each person and round, how much they have met each group's members.

    ``load[p][r][g]`` sums ``met[p][x]`` over the members x of group g in round r, so that the cost of a swap is
    read and not counted: the incremental evaluation that makes tabu search on this problem fast (Dotú and
    Van Hentenryck). Who is absent sits at seat -1, a last column that nobody reads.
    """

    __slots__ = ("groups", "load", "met", "problem", "seat", "sizes")

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem = problem
        self.groups = [[list(group) for group in groups] for groups in plan]
        self.sizes = [[len(group) for group in groups] for groups in plan]
        self.met = [[0] * problem.people for _ in range(problem.people)]
        self.seat = [[-1] * len(plan) for _ in range(problem.people)]
        for one, other in self._known():
            self.met[one][other] += 1
            self.met[other][one] += 1
        for one, other in {ordered(pair) for pair in problem.apart}:
            self.met[one][other] = self.met[other][one] = self.met[one][other] + FORBIDDEN
        self.load = [self._loads(person) for person in range(problem.people)]

    def _known(self) -> Iterator[Pair]:
        for group in self.problem.history:
            yield from pairs(group)
        for number, groups in enumerate(self.groups):
            for at, seated in enumerate(groups):
                yield from pairs(seated)
                for person in seated:
                    self.seat[person][number] = at

    def _loads(self, person: int) -> list[list[int]]:
        known = self.met[person]
        return [[sum(known[other] for other in group) for group in groups] + [0] for groups in self.groups]

    def plan(self) -> Plan:
        """The plan as it is now."""
        return tuple(tuple(tuple(group) for group in groups) for groups in self.groups)

    def cost(self, number: int, one: int, other: int) -> int:
        """What Q grows by if two people of different groups change places in a round."""
        mine, yours = self.load[one][number], self.load[other][number]
        here, there = self.seat[one][number], self.seat[other][number]
        sizes = self.sizes[number]
        change = mine[there] + yours[here] - mine[here] - yours[there]
        return change - 2 * self.met[one][other] + sizes[here] + sizes[there] - 2

    def swap(self, number: int, one: int, other: int) -> None:
        """Let two people of different groups change places in a round."""
        here, there = self.seat[one][number], self.seat[other][number]
        for known, mine, yours in zip(self.load, self.met[one], self.met[other], strict=True):
            if mine != yours:
                known[number][here] += yours - mine
                known[number][there] += mine - yours
        self.seat[one][number], self.seat[other][number] = there, here
        self._trade(number, one, other, here)
        self._trade(number, other, one, there)
        left, right = self.groups[number][here], self.groups[number][there]
        left[left.index(one)], right[right.index(other)] = other, one

    def _trade(self, number: int, gone: int, new: int, at: int) -> None:
        """Those who stay in a group no longer meet the one and now meet the other."""
        for person in self.groups[number][at]:
            if person != gone:
                self._meet(gone, person, -1)
                self._meet(new, person, 1)

    def _meet(self, one: int, other: int, times: int) -> None:
        self.met[one][other] += times
        self.met[other][one] += times
        for known, at in zip(self.load[one], self.seat[other], strict=True):
            known[at] += times
        for known, at in zip(self.load[other], self.seat[one], strict=True):
            known[at] += times
