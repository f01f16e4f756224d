"""A day under way: which item it has come to, what has been agreed, and when everything begins and ends.

Nothing here reads a clock or changes a plan by itself; what gives when the day is late is for the leader to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import Enum

from sessionrunner.core.lesson import Lesson
from sessionrunner.core.programme import Exercises, Part, Programme, part

Pair = tuple[str, str]
ZERO = timedelta()
_RESTED = timedelta(hours=6)
"""When so long has passed without anything beginning or ending, people have gone home."""


class State(Enum):
    """What has become of an item."""

    DONE = "done"
    SKIPPED = "skipped"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Held:
    """What an item that is over took and gave."""

    began: datetime
    ended: datetime
    title: str
    session: str = ""
    """Id of its session; empty for a break."""
    place: str = ""
    """Its folder in the lessons folder, by name; empty while nobody knows it."""
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """Everything that is true about the day at one moment."""

    id: str
    """Eight hexadecimal digits."""
    date: date
    programme: Programme
    people: tuple[str, ...]
    secret: str = ""
    """What the phones' addresses of the day are made from."""
    position: int = 0
    """The item under way, else the one that comes next; the number of items once all are over."""
    began: datetime | None = None
    """When the item under way began; None between items."""
    session: str = ""
    """Id of the session under way; empty between items and in a break."""
    first: datetime | None = None
    """When the first item really began."""
    held: Mapping[int, Held] = field(default_factory=dict)
    """Items that are over, by number from 0."""
    skipped: frozenset[int] = frozenset()
    agreed: Mapping[int, timedelta] = field(default_factory=dict)
    """Lengths that the leader has agreed to, by item."""
    passed: frozenset[int] = frozenset()
    """Items whose clock time the leader has said may be passed; the number of items stands for the end."""
    met: tuple[Pair, ...] = ()
    """People with card numbers who have met today, once for every meeting."""

    @property
    def over(self) -> bool:
        """Whether nothing more is to come."""
        return self.position >= len(self.programme.items)


@dataclass(frozen=True, slots=True)
class Row:
    """One item with its times."""

    number: int
    """Counted from 0."""
    part: Part
    state: State
    planned: datetime
    """When it was to begin, as the day was planned."""
    starts: datetime
    ends: datetime
    wall: datetime | None = None
    """The clock time it must begin at, where it has one that has not been given up."""
    slack: timedelta | None = None
    """How much earlier than that what comes before is over; negative when later."""


def day_parts(day: Day, exercises: Exercises) -> tuple[Part, ...]:
    """The programme's parts for those who are here, with the lengths that have been agreed."""
    return tuple(_agreed(day, at, exercises) for at in range(len(day.programme.items)))


def _agreed(day: Day, at: int, exercises: Exercises) -> Part:
    item = day.programme.items[at]
    plain = part(item, exercises, len(day.people))
    if at not in day.agreed:
        return plain
    return replace(part(replace(item, minutes=day.agreed[at]), exercises, len(day.people)), least=plain.least)


def started(day: Day, now: datetime, session: str = "") -> Day:
    """The day with its next item under way."""
    return replace(day, began=now, session=session, first=day.first or now)


def ended(day: Day, held: Held, met: tuple[Pair, ...] = ()) -> Day:
    """The day with the item under way over."""
    done = {**day.held, day.position: held}
    return _moved_on(replace(day, held=done, began=None, session="", met=(*day.met, *met)))


def skip(day: Day, at: int) -> Day:
    """The day without an item that has not begun."""
    return _moved_on(replace(day, skipped=day.skipped | {at}))


def _moved_on(day: Day) -> Day:
    position = day.position
    while position in day.held or position in day.skipped:
        position += 1
    return replace(day, position=position)


def swapped(day: Day, at: int, exercise: str, variant: str = "") -> Day:
    """The day with another exercise, or another variant, in this place; a length that was agreed is not kept."""
    items = list(day.programme.items)
    items[at] = replace(items[at], exercise=exercise, variant=variant, minutes=None)
    agreed = {number: length for number, length in day.agreed.items() if number != at}
    return replace(day, programme=replace(day.programme, items=tuple(items)), agreed=agreed)


def rows(day: Day, parts: tuple[Part, ...], now: datetime, ends: datetime | None = None) -> tuple[Row, ...]:
    """Every item with its times; ``ends`` is when the one under way will be over, where something knows better."""
    found: list[Row] = []
    begun = day.first is not None
    cursor = now if begun else max(now, _on(day, day.programme.start, now) or now)
    plan = _planned(day, parts, cursor)
    for at, one in enumerate(parts):
        row = _row(day, at, one, plan[at], cursor, ends or max(now, (day.began or now) + one.length))
        cursor = max(cursor, row.ends) if row.state in (State.NOW, State.LATER) else cursor
        found.append(row)
    return tuple(found)


def _row(day: Day, at: int, one: Part, planned: datetime, cursor: datetime, ends: datetime) -> Row:
    if at in day.held:
        return Row(at, one, State.DONE, planned, day.held[at].began, day.held[at].ended)
    if at in day.skipped:
        return Row(at, one, State.SKIPPED, planned, cursor, cursor)
    if at == day.position and day.began is not None:
        return Row(at, one, State.NOW, planned, day.began, ends)
    wall = None if at in day.passed else _on(day, one.item.at, cursor)
    starts = max(cursor, wall) if wall else cursor
    return Row(at, one, State.LATER, planned, starts, starts + one.length, wall, wall - cursor if wall else None)


def _planned(day: Day, parts: tuple[Part, ...], fallback: datetime) -> list[datetime]:
    """When each item was to begin, by the programme's own start, else by when the day really began."""
    begins: list[datetime] = []
    cursor = _on(day, day.programme.start, fallback) or day.first or fallback
    for one in parts:
        cursor = max(cursor, _on(day, one.item.at, cursor) or cursor)
        begins.append(cursor)
        cursor += one.length
    return begins


def _on(day: Day, clock: time | None, like: datetime) -> datetime | None:
    """This clock time on the day itself, in the room's own zone."""
    return datetime.combine(day.date, clock, like.tzinfo) if clock else None


@dataclass(frozen=True, slots=True)
class Wall:
    """The next clock time that holds, and how much time there is to it."""

    number: int
    """The item that begins then; the number of items for the end of the day."""
    at: datetime
    title: str
    """Of what begins then; empty for the end of the day."""
    slack: timedelta
    """Negative when the day arrives too late."""


def walls(day: Day, table: tuple[Row, ...]) -> tuple[Wall, ...]:
    """Every clock time that is still ahead and has not been given up, the end of the day last."""
    found = [
        Wall(row.number, row.wall, row.part.title, row.slack) for row in table if row.wall and row.slack is not None
    ]
    over = table[-1].ends
    end = None if len(table) in day.passed or day.over else _on(day, day.programme.end, over)
    return (*found, *([Wall(len(table), end, "", end - over)] if end else []))


def behind(table: tuple[Row, ...]) -> timedelta:
    """How much later than planned what comes next begins, or the day ends; negative when earlier."""
    coming = next((row for row in table if row.state is State.LATER), None)
    if coming is not None:
        return coming.starts - coming.planned
    last = table[-1]
    return max(last.ends - (last.planned + last.part.length), ZERO) if last.state is State.NOW else ZERO


def last_date(day: Day) -> date:
    """The latest date that the day is about: its own, or the one it was taken up again on."""
    return max(day.date, day.first.date()) if day.first else day.date


def moments(day: Day) -> list[datetime]:
    """When something of it has begun or ended."""
    return [one for one in (day.first, day.began, *(held.ended for held in day.held.values())) if one]


def is_old(day: Day, now: datetime) -> bool:
    """Whether the day is from an earlier date; one that goes on over midnight is not, before it has rested."""
    latest = max(moments(day), default=None)
    return last_date(day) < now.date() and (latest is None or now - latest > _RESTED)


def renewed(day: Day, parts: tuple[Part, ...], now: datetime) -> Day:
    """The day taken up on a later date: times count from now, and clock times of the old date hold no more."""
    items = tuple(replace(item, at=None) for item in day.programme.items)
    programme = replace(day.programme, items=items, start=None, end=None)
    before = sum((part.length for part in parts[: day.position]), ZERO)
    return replace(day, programme=programme, first=now - before, began=now if day.began else None)
