"""A day's plan in words: items with their times, the next clock time, what can give."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from sessionrunner.core.day_offers import DayOffer, Gives
from sessionrunner.core.programme_day import Day, Row, State, Wall, behind
from sessionrunner.locale import Catalogue

_MINUTE = timedelta(minutes=1)


def plan_lines(day: Day, table: Sequence[Row], words: Catalogue) -> Iterator[str]:
    """The day's name, every item on a line, and whether it is late."""
    yield words("programme.day", title=day.programme.title, n=len(day.people))
    yield from (f"{row.number + 1}. {row_line(row, words)}" for row in table)
    yield pace(table, words)


def row_line(row: Row, words: Catalogue) -> str:
    """When, what, how long, and what has become of it."""
    times = f"{row.starts:%H:%M}–{row.ends:%H:%M}" if row.state is not State.SKIPPED else "–"
    length = words("cli.minutes", n=minutes(row.part.length))
    moved = f" ({words('programme.planned', at=f'{row.planned:%H:%M}')})" if _moved(row) else ""
    fixed = f" ({words('programme.fixed')})" if row.wall else ""
    return f"{words(f'programme.state.{row.state.value}')} {times} {row.part.title}, {length}{fixed}{moved}"


def _moved(row: Row) -> bool:
    return row.state is not State.SKIPPED and abs(row.starts - row.planned) >= _MINUTE


def pace(table: Sequence[Row], words: Catalogue) -> str:
    """How the day stands against its plan."""
    off = minutes(abs(behind(tuple(table))))
    key = "on-time" if not off else "behind" if behind(tuple(table)) > timedelta() else "ahead"
    return words(f"programme.pace.{key}", n=off)


def wall_line(wall: Wall, words: Catalogue) -> str:
    """How much time there is to the next clock time."""
    what = wall.title or words("programme.the-end")
    key = "late" if wall.slack < timedelta() else "slack"
    return words(f"programme.wall.{key}", at=f"{wall.at:%H:%M}", what=what, n=minutes(abs(wall.slack)))


def offer_line(offer: DayOffer, words: Catalogue) -> str:
    """What gives, so much each, and what is still missing."""
    if offer.gives is Gives.WALL:
        what = offer.wall.title or words("programme.the-end")
        return words("programme.offer.wall", what=what, n=minutes(offer.past), at=f"{offer.wall.at + offer.past:%H:%M}")
    if offer.gives is Gives.ONE:
        line = words("programme.offer.one", title=offer.cuts[0].title)
    else:
        line = "; ".join(words("programme.offer.cut", title=cut.title, n=minutes(cut.length)) for cut in offer.cuts)
    return line + (f" {words('programme.offer.missing', n=minutes(offer.past))}" if offer.past else "")


def minutes(length: timedelta) -> int:
    """Whole minutes, to the nearest."""
    return int(length / _MINUTE + 0.5)
