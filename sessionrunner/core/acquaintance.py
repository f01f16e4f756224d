"""Who meets whom over a whole session, and how good that is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.groups import Division
from sessionrunner.core.groups.mix import fair_share
from sessionrunner.core.rotation import hosted, seatings
from sessionrunner.core.state import Session
from sessionrunner.core.text import Text
from sessionrunner.core.wishes import Wishes

Names = tuple[str, ...]
Pair = tuple[str, str]
"""Two names, in their order in the alphabet."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A wish that a step does not meet."""

    step: str
    people: Pair
    apart: bool
    """True for two who were to be kept apart, False for two who were to stay together."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How far a session's groups are from what was wished for."""

    broken: tuple[Broken, ...]
    uneven: int
    """People of a kind above or below a group's fair share, whole people only."""
    repeats: int
    """Sum over pairs of C(meetings, 2), earlier occasions counted."""
    most: int
    """Meetings of the pair that meets most often in this session."""
    repeated: int
    """Pairs that meet more than once in this session."""
    again: int
    """Pairs that meet in this session and have met on earlier occasions."""
    rounds: int
    """How many times the room is divided."""

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """What to compare by; smaller is better."""
        return len(self.broken), self.uneven, self.repeats, self.most


def judged(session: Session) -> Judgement:
    """The session's groups as they are."""
    day, before = meetings(session), _before(session.met)
    whole = Counter(day)
    whole.update({pair: before[pair] for pair in day})
    return Judgement(
        tuple(_broken(session)),
        sum(_uneven(session.groups[step.id], session.wishes) for step in mixing(session.exercise, session)),
        sum(times * (times - 1) // 2 for times in whole.values()),
        max(day.values(), default=0),
        sum(times > 1 for times in day.values()),
        sum(before[pair] > 0 for pair in day),
        sum(len(companies(step, session.groups[step.id])) for step in mixing(session.exercise, session)),
    )


def meetings(session: Session) -> Counter[Pair]:
    """How often each pair meets; not those who are to stay together, nor in steps that keep another's groups."""
    wanted = {pair for names in session.wishes.together for pair in _pairs(names)}
    met: Counter[Pair] = Counter()
    for step in mixing(session.exercise, session):
        for groups in companies(step, session.groups[step.id]):
            met.update(pair for names in groups for pair in _pairs(names) if pair not in wanted)
    return met


def mixing(exercise: Exercise, session: Session) -> Iterator[Step]:
    """Steps in which people are divided anew."""
    for step in exercise.steps:
        if step.id in session.groups and not (step.groups and step.groups.same_as in session.groups):
            yield step


def companies(step: Step, division: Division) -> list[list[Names]]:
    """Who sits together, round by round: where guests travel, another company each time; else one and the same."""
    tables = len(step.tables)
    if step.rounds and step.host_stays and hosted(division, tables):
        return [list(seating.tables) for seating in seatings(division, tables, host_stays=True)]
    return [[group.members for group in division.groups]]


def quality(session: Session) -> list[Text]:
    """How good the groups are, in plain sentences; the most important first."""
    found = judged(session)
    said = [_repeated(found)]
    if session.met and found.again:
        said.append(Text("room.quality.again", {"n": found.again}))
    if session.wishes.kinds(session.people):
        even = "uneven" if found.uneven else "even"
        said.append(Text(f"room.quality.{even}", {"what": session.wishes.column}))
    return said


def _repeated(found: Judgement) -> Text:
    if found.rounds < 2:
        return Text("room.quality.once")
    if not found.repeated:
        return Text("room.quality.new")
    often = "twice" if found.most == 2 else "often"
    return Text(f"room.quality.{often}", {"n": found.repeated, "most": found.most})


def _before(met: tuple[Names, ...]) -> Counter[Pair]:
    return Counter(pair for names in met for pair in _pairs(names))


def _pairs(names: Names) -> Iterator[Pair]:
    yield from combinations(sorted(names), 2)


def _broken(session: Session) -> Iterator[Broken]:
    apart = sorted({pair for names in session.wishes.apart for pair in _pairs(names)})
    together = sorted({pair for names in session.wishes.together for pair in _pairs(names)})
    for step in session.exercise.steps if apart or together else ():
        if step.id in session.groups:
            rounds = companies(step, session.groups[step.id])
            meet = {pair for groups in rounds for names in groups for pair in _pairs(names)}
            begin = {pair for names in rounds[0] for pair in _pairs(names)}
            here = {name for names in rounds[0] for name in names}
            yield from (Broken(step.id, pair, apart=True) for pair in apart if pair in meet)
            parted = (pair for pair in together if pair not in begin and here.issuperset(pair))
            yield from (Broken(step.id, pair, apart=False) for pair in parted)


def _uneven(division: Division, wishes: Wishes) -> int:
    people = tuple(name for group in division.groups for name in group.members)
    off = 0
    for kind in wishes.kinds(people).values():
        for group in division.groups:
            low, high = fair_share(len(kind), len(group.members), len(people))
            here = len(set(kind) & set(group.members))
            off += max(0, low - here, here - high)
    return off
