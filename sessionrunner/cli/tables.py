"""``tables``: who sits at which table in which round, as a plan to print or to script against."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from time import perf_counter

from sessionrunner.cli.arguments import Arguments
from sessionrunner.core.cleaning import clean
from sessionrunner.core.exercise import SizeRange
from sessionrunner.core.groups import Division, divide, divide_over_tables
from sessionrunner.core.groups.division import Wish
from sessionrunner.core.rotation import Meetings, Seating, Walk, hosted, meetings, seatings, walk
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.storage.roster_file import people


class TooManyRounds(SessionRunnerError):
    """More rounds than tables: somebody would come to the same table twice."""

    cause = "tables.too-many-rounds"


class TableNames(SessionRunnerError):
    """Not one name a table, or the same name twice."""

    cause = "tables.names"


class HostsNeedPeople(SessionRunnerError):
    """Hosts that stay and guests that mix are people; a number of groups says nothing about them."""

    cause = "tables.hosts-need-people"


@dataclass(frozen=True, slots=True)
class _Plan:
    """What was asked for and what came of it."""

    division: Division
    rounds: tuple[Seating, ...]
    names: tuple[str, ...]
    """The tables' names."""
    numbered: bool
    """They have no names of their own, only numbers."""
    cafe: bool
    """Hosts stay and guests mix; otherwise whole groups move."""
    met: Meetings
    """Between people in a café, between groups otherwise."""

    @property
    def apart(self) -> int:
        """How many begin at the table where most do, hosts not counted: groups, or guests."""
        first = self.rounds[0]
        return max(len(here) - self.cafe for here in (first.tables if self.cafe else first.labels))

    def badges(self) -> Mapping[str, Walk | None]:
        """Start and step for each person, or None where the way is not that simple."""
        return {name: walk(self.rounds, name) for group in self.division.groups for name in group.members}


def tables(arguments: Arguments, words: Catalogue) -> int:
    """Plan the rounds, and say in plain words what is and is not possible in such a room."""
    began = perf_counter()
    plan = _plan(arguments)
    says = list(_says(plan, arguments.host_stays, words))
    if arguments.json:
        data = _as_data(plan) | {"says": says, "seconds": round(perf_counter() - began, 4)}
        json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    for line in (*_round_lines(plan, words), *says, *_badge_lines(plan, words)):
        print(line)
    return 0


def _plan(arguments: Arguments) -> _Plan:
    count = arguments.tables
    rounds = arguments.rounds or count
    if rounds > count:
        raise TooManyRounds(rounds=rounds, tables=count)
    names = tuple(clean(name) for name in arguments.names or map(str, range(1, count + 1)))
    if len(names) != count or len(set(names)) < count or not all(names):
        raise TableNames(tables=count)
    division = _division(arguments)
    seats = seatings(division, count, arguments.host_stays, rounds)
    cafe = arguments.host_stays and hosted(division, count)
    met = meetings(one.tables if cafe else one.labels for one in seats)
    return _Plan(division, seats, names, not arguments.names, cafe, met)


def _division(arguments: Arguments) -> Division:
    if arguments.people is not None:
        wish = Wish(host=arguments.host_stays)
        return divide_over_tables(people(arguments.people), arguments.tables, arguments.seed, wish)
    if arguments.host_stays:
        raise HostsNeedPeople
    pairs = [str(number) for number in range(2 * (arguments.groups or 0))]
    labelled = divide(pairs, SizeRange(2, 2), arguments.seed).groups
    return Division(tuple(replace(group, members=(group.label,)) for group in labelled))


def _as_data(plan: _Plan) -> dict[str, object]:
    return {
        "rounds": [dict(zip(plan.names, seating.tables, strict=True)) for seating in plan.rounds],
        "groups": [
            {"label": group.label, "members": group.members, "host": group.host} for group in plan.division.groups
        ],
        "badges": {
            name: {"start": plan.names[badge.start], "step": badge.step} if badge else None
            for name, badge in plan.badges().items()
        },
        "repeated_pairs": plan.met.repeated_pairs,
        "max_meetings": plan.met.most,
        "repeats": plan.met.repeats,
    }


def _round_lines(plan: _Plan, words: Catalogue) -> Iterator[str]:
    for number, seating in enumerate(plan.rounds, 1):
        yield words("tables.round", number=number, total=len(plan.rounds))
        for at, here in enumerate(seating.tables):
            yield words("tables.table", table=_name(plan, at, words), who=", ".join(here) or words("tables.nobody"))


def _name(plan: _Plan, at: int, words: Catalogue) -> str:
    return words("tables.numbered", n=at + 1) if plan.numbered else plan.names[at]


def _says(plan: _Plan, host_stays: bool, words: Catalogue) -> Iterator[str]:
    """What such a room can and cannot have."""
    groups, count = len(plan.division.groups), len(plan.names)
    if host_stays and not plan.cafe:
        yield words("tables.too-few-for-hosts")
    yield words("tables.hosts-stay") if plan.cafe else words("tables.groups-move", n=groups)
    reach = "everywhere" if len(plan.rounds) == count else "somewhere"
    yield words(f"tables.{reach}", n=len(plan.rounds), tables=count)
    if groups < count:
        yield words("tables.empty", n=count - groups)
    if plan.cafe or groups > count:
        yield from _company(plan, words)


def _company(plan: _Plan, words: Catalogue) -> Iterator[str]:
    """Whether the same people, or groups, meet again, and whether that could be helped."""
    who = "people" if plan.cafe else "groups"
    if plan.met.most <= 1:
        yield words(f"tables.{who}-part")
        return
    yield words(f"tables.{who}-again", n=plan.met.repeated_pairs, most=plan.met.most)
    yield words("tables.unavoidable" if plan.apart >= len(plan.names) else "tables.best-found")


def _badge_lines(plan: _Plan, words: Catalogue) -> Iterator[str]:
    """One instruction a person, where everybody's way is that simple and differs from the others'."""
    badges = plan.badges()
    if not plan.cafe:
        return
    if not all(badges.values()):
        yield words("tables.no-badges")
        return
    for name, badge in badges.items():
        assert badge is not None  # all of them were looked at above
        told = "badge-walk" if badge.step else "badge-stay"
        yield words(f"tables.{told}", name=name, table=_name(plan, badge.start, words), n=badge.step)
