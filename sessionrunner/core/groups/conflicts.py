"""What was asked for and cannot be had, and who it is about."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from random import Random

from sessionrunner.core.groups.problem import Problem, ordered
from sessionrunner.core.groups.rules import blocks
from sessionrunner.core.groups.seating import PATIENT, QUICK, Undecided, seated
from sessionrunner.core.text import Text


class Kind(Enum):
    """Why people cannot be seated as asked."""

    HEADCOUNT = "headcount"
    """The groups have more or fewer seats than there are people."""
    CONTRADICTION = "contradiction"
    """Two people are to be both together and apart."""
    LARGE_BLOCK = "large-block"
    """More people are to stay together than any group holds."""
    CROWDED = "crowded"
    """These people's wishes cannot all be met in so few groups."""
    FIXED = "fixed"
    """These people are fixed in a group although they are absent, fixed twice, or more than it holds."""
    UNDECIDED = "undecided"
    """These people's wishes are too many to tell whether they can be met."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Wishes that contradict each other in a round."""

    kind: Kind
    people: tuple[int, ...]
    """Those whom the wishes are about; when the headcount is wrong, those who are there."""
    number: int
    """The round, counted from 1."""
    seats: int = 0
    """Seats that there are: in the whole round, or in its largest group."""
    groups: int = 0

    def text(self, names: Sequence[str]) -> Text:
        """The conflict in words, given everybody's name."""
        who = ", ".join(names[person] for person in self.people)
        values = {"people": who, "n": len(self.people), "round": self.number, "seats": self.seats}
        return Text(f"groups.conflict.{self.kind.value}", {**values, "groups": self.groups})


def conflicts(problem: Problem) -> tuple[Conflict, ...]:
    """Everything that makes the problem impossible, each once, in the first round it appears in."""
    found: dict[tuple[Kind, tuple[int, ...]], Conflict] = {}
    known: set[Hashable] = set()
    for number, sizes in enumerate(problem.rounds):
        alike = frozenset(problem.there(number)), tuple(zip(sizes, problem.held(number), strict=False))
        for conflict in _round(problem, number) if alike not in known else ():
            found.setdefault((conflict.kind, conflict.people), conflict)
        known.add(alike)
    return tuple(found.values())


def _round(problem: Problem, number: int) -> Iterator[Conflict]:
    sizes, there = problem.rounds[number], problem.there(number)
    if sum(sizes) != len(there):
        yield Conflict(Kind.HEADCOUNT, there, number + 1, sum(sizes), len(sizes))
        return
    misplaced = _misplaced(problem, number)
    if misplaced:
        yield Conflict(Kind.FIXED, misplaced, number + 1, sum(sizes), len(sizes))
        return
    plain = [*_contradictions(problem, number), *_large(problem, number)]
    yield from plain
    if not plain and (problem.apart or problem.together):
        yield from _crowded(problem, number)


def _misplaced(problem: Problem, number: int) -> tuple[int, ...]:
    """Those who are fixed where they cannot be; all who are fixed, when that is in groups that there are not."""
    there, sizes, held = set(problem.there(number)), problem.rounds[number], problem.held(number)
    times = Counter(person for group in held for person in group)
    wrong = {person for person in times if person not in there or times[person] > 1}
    if len(held) != len(sizes):
        return tuple(sorted(times))
    for group, size in zip(held, sizes, strict=True):
        wrong.update(group if len(group) > size else ())
    return tuple(sorted(wrong))


def _blocks(problem: Problem, number: int) -> list[tuple[int, ...]]:
    return list(blocks(problem, set(problem.there(number))))


def _contradictions(problem: Problem, number: int) -> Iterator[Conflict]:
    for pair in sorted({ordered(pair) for pair in problem.apart}):
        if any(set(pair) <= set(block) for block in _blocks(problem, number)):
            yield Conflict(Kind.CONTRADICTION, pair, number + 1)


def _large(problem: Problem, number: int) -> Iterator[Conflict]:
    largest = max(problem.rounds[number], default=0)
    for block in _blocks(problem, number):
        if len(block) > largest:
            yield Conflict(Kind.LARGE_BLOCK, block, number + 1, largest)


def _crowded(problem: Problem, number: int) -> Iterator[Conflict]:
    """Whether the wishes fit; if not, as few people as make them impossible, the others being let off."""
    concerned = sorted({person for pair in (*problem.apart, *problem.together) for person in pair})
    outcome = _outcome(problem, number)
    if outcome is None:
        return
    if outcome is Kind.CROWDED:
        concerned = _fewest(concerned, lambda kept: _outcome(_among(problem, kept), number, QUICK) is Kind.CROWDED)
    sizes = problem.rounds[number]
    yield Conflict(outcome, tuple(concerned), number + 1, max(sizes), len(sizes))


def _outcome(problem: Problem, number: int, patience: Sequence[int] = PATIENT) -> Kind | None:
    try:
        return None if seated(problem, number, Random(0), patience) is not None else Kind.CROWDED
    except Undecided:
        return Kind.UNDECIDED


def _fewest(people: list[int], impossible: Callable[[list[int]], bool]) -> list[int]:
    """Leave people out one by one for as long as the rest still cannot be seated."""
    for person in list(people):
        fewer = [other for other in people if other != person]
        if impossible(fewer):
            people = fewer
    return people


def _among(problem: Problem, people: list[int]) -> Problem:
    """The problem with the wishes of these people only."""
    kept = set(people)
    return replace(
        problem,
        apart=tuple(pair for pair in problem.apart if kept.issuperset(pair)),
        together=tuple(pair for pair in problem.together if kept.issuperset(pair)),
    )
