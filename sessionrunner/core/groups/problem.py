"""Rounds of groups as data: who is to be divided how, what was planned, and how good that is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from sessionrunner.core.groups.mix import Mix

Pair = tuple[int, int]
Group = tuple[int, ...]
"""People who sit together, by number."""
Plan = tuple[tuple[Group, ...], ...]
"""Groups by round, in the order of the problem's sizes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """People numbered from 0, and the groups they are to be divided into, round by round."""

    people: int
    rounds: tuple[tuple[int, ...], ...]
    """Group sizes of each round; they add up to those present."""
    apart: tuple[Pair, ...] = ()
    """Pairs that never share a group."""
    together: tuple[Pair, ...] = ()
    """Pairs that always share a group while both are present."""
    attribute: tuple[int, ...] = ()
    """A small number for each person, each to be spread evenly over the groups; empty when nothing is."""
    present: tuple[tuple[int, ...], ...] = ()
    """Who is there in each round; empty when everybody always is."""
    history: tuple[Group, ...] = ()
    """Earlier groups, which count as meetings; a pair that has met three times may be here three times as a pair."""
    fixed: tuple[tuple[Group, ...], ...] = ()
    """By round and group, people who sit there whatever happens; empty where nobody does.

    A group that is locked or announced has all of its members here, a group that only has its host has one. A round
    that is free may be ``()``. What is fixed comes before every wish: a pair that is to be apart may be fixed together,
    and is then counted in the score.
    """

    def there(self, number: int) -> tuple[int, ...]:
        """Those present in a round, counted from 0."""
        return self.present[number] if self.present else tuple(range(self.people))

    def held(self, number: int) -> tuple[Group, ...]:
        """Who is fixed in each group of a round, counted from 0."""
        return (self.fixed[number] if self.fixed else ()) or tuple(() for _ in self.rounds[number])


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """How far a plan is from perfect, what matters most first; smaller is better."""

    violations: int
    """Pairs kept apart that meet and pairs kept together that do not, counted once a round."""
    imbalance: int
    """People of each kind above or below a group's fair share, whole people only; of two kinds, one is counted."""
    q: int
    """Sum over pairs of C(meetings, 2): 0 when everybody meets new people every time."""
    most: int
    """Times that the pair that meets most often meets."""
    repeated: int
    """Pairs that meet more than once."""
    distinct: int
    """Pairs that meet."""


def score(problem: Problem, plan: Plan) -> Score:
    """Judge a plan; pairs that are kept together are not counted as meeting."""
    wanted = {ordered(pair) for pair in problem.together}
    met = Counter(pair for group in meeting(problem, plan) for pair in pairs(group) if pair not in wanted)
    return Score(
        violations(problem, plan),
        sum(_imbalance(problem, number, groups) for number, groups in enumerate(plan)),
        sum(times * (times - 1) // 2 for times in met.values()),
        max(met.values(), default=0),
        sum(times > 1 for times in met.values()),
        len(met),
    )


def meeting(problem: Problem, plan: Plan) -> Iterator[Group]:
    """Every group that has met or will meet."""
    yield from problem.history
    for groups in plan:
        yield from groups


def pairs(group: Iterable[int]) -> Iterator[Pair]:
    """Everybody in a group with everybody else, the lower number first."""
    return combinations(sorted(group), 2)


def ordered(pair: Pair) -> Pair:
    """The pair with its lower number first."""
    return min(pair), max(pair)


def violations(problem: Problem, plan: Plan) -> int:
    """How often the plan breaks what was asked about pairs, once a pair and round."""
    broken = 0
    for groups in plan:
        seat = {person: number for number, group in enumerate(groups) for person in group}
        broken += sum(_share(seat, pair) is True for pair in problem.apart)
        broken += sum(_share(seat, pair) is False for pair in problem.together)
    return broken


def _share(seat: Mapping[int, int], pair: Pair) -> bool | None:
    """Whether two people sit together; None unless both are there."""
    one, other = (seat.get(person) for person in pair)
    return None if one is None or other is None else one == other


def _imbalance(problem: Problem, number: int, groups: tuple[Group, ...]) -> int:
    if not problem.attribute:
        return 0
    return Mix(problem.attribute, problem.there(number), [len(group) for group in groups]).imbalance(groups)
