"""Steps that divide the room, as one problem for the group engine, and the engine's answer as groups of people."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, islice
from random import Random

from sessionrunner.core.groups import Division, Group, Plan, Problem, conflicts, improve
from sessionrunner.core.groups.division import label
from sessionrunner.core.groups.seating import Undecided
from sessionrunner.core.wishes import NO_WISHES, Wishes, pairs_among

_STEPS, _LARGE = 16, 1200
"""Steps of the first search, and steps times people in a large room: 50 ms for 30 people, 0.3 s for 200."""

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What a new division of the room has to respect."""

    kept: Mapping[str, Division] = field(default_factory=dict)
    """Divisions that stay as they are, by step id."""
    locked: Mapping[str, tuple[Group, ...]] = field(default_factory=dict)
    """Groups that stay in steps that are divided anew, by step id."""
    wishes: Wishes = NO_WISHES
    met: tuple[Names, ...] = ()
    """People who have met on earlier occasions."""


NOTHING_GIVEN = Given()
"""A room that is divided for the first time, in any way."""


@dataclass(frozen=True, slots=True)
class Round:
    """One step's groups to be drawn: the sizes, and the groups that are there already."""

    sizes: tuple[int, ...]
    locked: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """Rounds that are drawn together."""

    people: Names
    rounds: tuple[Round, ...]
    wishes: Wishes = NO_WISHES
    earlier: tuple[Names, ...] = ()
    """Groups that have met before or meet in other steps."""

    def problem(self) -> Problem:
        """The rounds as the engine wants them; wishes that cannot be met together are left out."""
        return possible(self.asked())

    def asked(self) -> Problem:
        """The rounds and all that is asked for, whether it can be had or not."""
        locked = [{name for group in one.locked for name in group.members} for one in self.rounds]
        present = tuple(self._numbers(name for name in self.people if name not in seated) for seated in locked)
        kinds = self.wishes.kinds(self.people)
        met = [*self.earlier, *(group.members for one in self.rounds for group in one.locked)]
        history = tuple(group for names in met if len(group := self._numbers(names)) > 1)
        kind = {name: at for at, names in enumerate(kinds.values()) for name in names}
        return Problem(
            len(self.people),
            tuple(one.sizes for one in self.rounds),
            apart=tuple(pairs_among(self.wishes.apart, self.people)),
            together=tuple(pairs_among(self.wishes.together, self.people)),
            attribute=tuple(kind[name] for name in self.people) if kind else (),
            present=present if any(locked) else (),
            history=history,
        )

    def _numbers(self, names: Iterable[str]) -> tuple[int, ...]:
        number = {name: at for at, name in enumerate(self.people)}
        return tuple(number[name] for name in names if name in number)

    def drawn(self, seed: int) -> tuple[Division, ...]:
        """Groups for every round, in which people meet as few as can be twice; new groups have no roles yet."""
        steps = min(_STEPS, _LARGE // max(1, len(self.people)))
        (plan,) = deque(islice(searched(self.problem(), seed), steps + 1), maxlen=1)
        return self.seated(plan, seed)

    def improved(self, seed: int) -> Iterable[tuple[Division, ...] | None]:
        """Better and better groups, a step of a millisecond at a time; None where a step found none."""
        latest: Plan = ()
        for plan in searched(self.problem(), seed):
            yield self.seated(plan, seed) if plan != latest else None
            latest = plan

    def seated(self, plan: Plan, seed: int) -> tuple[Division, ...]:
        """The engine's plan with names, in a drawn order; locked groups in their own places."""
        dice = Random(seed)
        return tuple(
            _labelled([[self.people[person] for person in dice.sample(group, len(group))] for group in groups], one)
            for groups, one in zip(plan, self.rounds, strict=True)
        )


def searched(problem: Problem, seed: int) -> Iterator[Plan]:
    """The engine's plans; wishes about pairs are let go when it takes too long to tell whether they can be met."""
    try:
        yield from improve(problem, seed)
    except Undecided:
        yield from improve(replace(problem, apart=(), together=()), seed)


def possible(problem: Problem) -> Problem:
    """The problem without the wishes that contradict each other or do not fit."""
    while wrong := conflicts(problem):
        off = [set(conflict.people) for conflict in wrong]
        apart = tuple(pair for pair in problem.apart if not any(set(pair) <= people for people in off))
        together = tuple(pair for pair in problem.together if not any(set(pair) <= people for people in off))
        problem = replace(problem, apart=apart, together=together)
    return problem


def _labelled(members: Sequence[Sequence[str]], one: Round) -> Division:
    """Groups with letters; a locked group keeps its own, and sets out anew from where it stands."""
    taken = {group.label for group in one.locked}
    free = (letter for letter in map(label, count()) if letter not in taken)
    new = [Group(next(free), tuple(names)) for names in members]
    groups = [*new, *(replace(group, home=None, routes=()) for group in one.locked)]
    return Division(tuple(sorted(groups, key=lambda group: (len(group.label), group.label))))
