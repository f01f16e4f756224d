"""What can give when a day is late: breaks down to their least, later exercises, one exercise, or the clock time.

Offers only; the leader accepts one or none.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from sessionrunner.core.programme_day import ZERO, Day, Row, State, Wall, skip, walls

_MINUTE = timedelta(minutes=1)


class Gives(Enum):
    """What kind of thing gives."""

    BREAKS = "breaks"
    EXERCISES = "exercises"
    BOTH = "both"
    ONE = "one"
    """A whole exercise is left for another day."""
    WALL = "wall"
    """The clock time is passed."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What one item gives."""

    number: int
    title: str
    length: timedelta


@dataclass(frozen=True, slots=True)
class DayOffer:
    """One way to come to the next wall in time, or not."""

    gives: Gives
    cuts: tuple[Cut, ...]
    wall: Wall
    past: timedelta
    """How far the wall would still be passed; zero when it holds."""


def offers(day: Day, table: tuple[Row, ...]) -> tuple[DayOffer, ...]:
    """Ways to find the minutes that are missing at the first wall that would be passed; none when none would be."""
    ahead = walls(day, table)
    wall = next((one for one in ahead if one.slack < ZERO), None)
    if wall is None:
        return ()
    # What ends before an earlier wall only waits longer there.
    since = max((one.number for one in ahead if one.number < wall.number), default=0)
    before = [row for row in table if row.state is State.LATER and since <= row.number < wall.number]
    need = -(wall.slack // _MINUTE) * _MINUTE
    squeezes = (
        (Gives.BREAKS, _cut(before, need, lambda row: bool(row.part.item.pause))),
        (Gives.EXERCISES, _cut(before, need, lambda row: not row.part.item.pause)),
        (Gives.BOTH, _both(before, need)),
    )
    found = [_offer(gives, cuts, wall, need) for gives, cuts in squeezes if cuts]
    enough = [offer for offer in found[:2] if not offer.past]
    if not enough:
        found = _different(found)
        found += [
            _offer(Gives.ONE, (Cut(row.number, row.part.title, row.part.length),), wall, need) for row in _last(before)
        ]
    ways = sorted(enough or found, key=lambda offer: offer.past > ZERO)
    return (*ways, DayOffer(Gives.WALL, (), wall, need))


def _different(found: list[DayOffer]) -> list[DayOffer]:
    """Both together say what one alone says where only one has anything to give."""
    return [offer for at, offer in enumerate(found) if offer.cuts not in [one.cuts for one in found[:at]]]


def _offer(gives: Gives, cuts: tuple[Cut, ...], wall: Wall, need: timedelta) -> DayOffer:
    return DayOffer(gives, cuts, wall, max(need - sum((cut.length for cut in cuts), ZERO), ZERO))


def _last(before: list[Row]) -> list[Row]:
    """The exercise nearest the wall: what comes first has been prepared for."""
    return [row for row in before if row.part.exercise is not None][-1:]


def _both(before: list[Row], need: timedelta) -> tuple[Cut, ...]:
    """Breaks first, as far as they go, then exercises."""
    first = _cut(before, need, lambda row: bool(row.part.item.pause))
    left = need - sum((cut.length for cut in first), ZERO)
    return (*first, *_cut(before, left, lambda row: not row.part.item.pause))


def _cut(before: Iterable[Row], need: timedelta, wanted: Callable[[Row], bool]) -> tuple[Cut, ...]:
    """A minute at a time from what has most to spare, until it is enough or nothing is left."""
    giving = [row for row in before if wanted(row)]
    spare = {row.number: max(row.part.length - row.part.least, ZERO) // _MINUTE for row in giving}
    given = dict.fromkeys(spare, 0)
    for _ in range(need // _MINUTE):
        most = max(spare, key=lambda number: spare[number], default=None)
        if most is None or spare[most] < 1:
            break
        spare[most] -= 1
        given[most] += 1
    return tuple(Cut(row.number, row.part.title, given[row.number] * _MINUTE) for row in giving if given[row.number])


def accepted(day: Day, offer: DayOffer, table: tuple[Row, ...]) -> Day:
    """The day with this offer in force."""
    if offer.gives is Gives.WALL:
        return replace(day, passed=day.passed | {offer.wall.number})
    if offer.gives is Gives.ONE:
        return skip(day, offer.cuts[0].number)
    shorter = {cut.number: table[cut.number].part.length - cut.length for cut in offer.cuts}
    return replace(day, agreed={**day.agreed, **shorter})
