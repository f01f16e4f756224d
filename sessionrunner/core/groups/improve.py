"""Better and better plans: what is constructed first, then what is searched for, until one is proved best."""

from collections import deque
from collections.abc import Iterator
from itertools import islice
from random import Random

from sessionrunner.core.groups.anneal import anneal
from sessionrunner.core.groups.bound import bound, fewest, proved
from sessionrunner.core.groups.designs import stored
from sessionrunner.core.groups.grids import grid, partial
from sessionrunner.core.groups.nearby import fitted, nearby
from sessionrunner.core.groups.problem import Plan, Problem, Score, score
from sessionrunner.core.groups.room import Room
from sessionrunner.core.groups.rules import Rules
from sessionrunner.core.groups.seating import drawn
from sessionrunner.core.groups.starter import Wheel, crowded, starter, wheels
from sessionrunner.core.groups.tabu import tabu
from sessionrunner.core.groups.wished import wished

Steps = Iterator[Plan | None]
"""A search that can be stopped between its steps; a step gives a plan when it has found one."""


def improve(problem: Problem, seed: int) -> Iterator[Plan]:
    """A first plan at once, then the best so far after every step of a millisecond or so.

    The same seed gives the same plans. Ends when a plan is proved best, else never: the caller stops it.
    ValueError or Undecided when people cannot be seated as asked; ask ``conflicts`` first.
    """
    search = _Search(problem, Random(seed))
    yield search.plan
    yield from search.plans()


def planned(problem: Problem, seed: int, steps: int) -> Plan:
    """The best plan after at most so many steps."""
    (plan,) = deque(islice(improve(problem, seed), steps + 1), maxlen=1)
    return plan


class _Search:
    """The best plan so far, and the order in which better ones are looked for."""

    def __init__(self, problem: Problem, dice: Random) -> None:
        self.problem, self.dice, self.rules = problem, dice, Rules(problem)
        self.least, self.most = bound(problem), fewest(problem)
        wishes = problem.apart, problem.together, problem.attribute, problem.present, problem.history, problem.fixed
        self.free = not any(wishes)
        self.plan = drawn(problem, dice)
        self.score: Score = score(problem, self.plan)
        self.borrowed: Plan = ()

    def done(self) -> bool:
        """Whether the best plan so far is proved best."""
        return proved(self.score, self.least, self.most)

    def plans(self) -> Iterator[Plan]:
        """The best so far after every step, until it is proved best."""
        steps = self.steps()
        while not self.done() and (self.rules.rounds or self.rules.blocked):
            found = next(steps)
            if found is not None:
                self.consider(found)
            yield self.plan

    def consider(self, plan: Plan) -> None:
        """Keep the plan if it is better."""
        found = score(self.problem, plan)
        if found < self.score:
            self.plan, self.score = plan, found

    def steps(self) -> Steps:
        """Constructions, a short search, then longer and longer ones."""
        if self.free:
            yield self._named(grid(self.problem, self.dice))
            yield self._named(stored(self.problem))
        yield from self._cooled(self.plan, 25)
        yield from self._tabu(20 if self.least else 60)
        ways = self._wheels()
        tight = [] if ways else self._crowded()
        early = (
            self._turned(ways[:1] * 2),
            self._wished(6),
            self._begun(),
            self._turned(tight[:1] * 3),
            self._nearby(),
            self._turned(tight[1:3] + tight[:1] * 3),
        )
        for phase in early:
            if self.score.q > self.least:
                yield from phase
        effort = 0
        while True:
            effort += 1
            if self.score.q <= self.least:
                yield from self._cooled(drawn(self.problem, self.dice), 25)
                yield from self._cooled(self.plan, 40, 0.3)
                continue
            yield from self._turned(
                ways[:effort] + ways[:1] * 4 or tight[:1] * 2 + tight[effort % max(1, len(tight)) :][:1]
            )
            yield from self._wished(1)
            yield from self._lent(2)
            length = effort if ways else 6 * effort
            yield from self._tabu(10 * length)
            yield from self._cooled(drawn(self.problem, self.dice), 25 * length)

    def _tabu(self, slices: int) -> Steps:
        return tabu(Room(self.problem, self.plan), self.rules, self.dice, slices)

    def _turned(self, ways: list[Wheel]) -> Steps:
        for wheel in ways:
            yield from map(self._named, starter(self.problem, wheel, self.dice, 40 * wheel.bases if self.least else 80))

    def _named(self, plan: Plan | None) -> Plan | None:
        """A constructed plan with its places given to people by lot; whom it happens to list first is no matter."""
        names = self.dice.sample(range(self.problem.people), self.problem.people)
        return plan and tuple(tuple(tuple(names[at] for at in group) for group in groups) for groups in plan)

    def _cooled(self, plan: Plan, slices: int, hot: float = 0.4, first: int = 0) -> Steps:
        rules = Rules(self.problem, first) if first else self.rules
        return anneal(Room(self.problem, plan), rules, self.dice, slices, hot)

    def _wheels(self) -> list[Wheel]:
        """Ways to turn the room that may give a plan without repeats."""
        if not self.free or self.least:
            return []
        return [wheel for wheel in wheels(self.problem) if wheel.promising(self.problem)][:6]

    def _crowded(self) -> list[Wheel]:
        """Ways to turn the room that may share the repeats."""
        return crowded(self.problem) if self.free else []

    def _nearby(self) -> Steps:
        """Begin from the best plan of the nearest room with even groups."""
        for room in islice(nearby(self.problem), 1 if self.free else 0):
            search = _Search(room, self.dice)
            for plan in islice(search.plans(), 300):
                self.borrowed = plan
                yield None
            yield from self._lent(6)

    def _lent(self, times: int) -> Steps:
        """Fit the plan of the nearest room, if there is one, and cool it a little."""
        for _ in range(times if self.borrowed else 0):
            yield from self._cooled(fitted(self.problem, self.borrowed, self.dice), 40, 0.25)

    def _wished(self, times: int) -> Steps:
        """Turning the room where people have wishes, if nobody has to meet twice."""
        for _ in range(0 if self.free or self.least else times):
            yield from wished(self.problem, self.dice, 60)

    def _begun(self) -> Steps:
        """As many rounds as a grid gives, the others added by annealing, first alone and then all together."""
        rounds = len(self.problem.rounds) if self.free else 0
        for begun in range(rounds - 1, 1, -1):
            start = self._named(partial(self.problem, begun, self.dice))
            yield None
            if start is None:
                continue
            plan = start + drawn(self.problem, self.dice)[begun:]
            for hot, first in ((0.4, begun), (0.2, 0)):
                for found in self._cooled(plan, 60, hot, first):
                    plan = found or plan
                    yield found
            return
