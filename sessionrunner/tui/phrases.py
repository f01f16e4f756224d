"""Time and people as the leader reads them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from sessionrunner.core.exercise import Exercise
from sessionrunner.locale import Catalogue

if TYPE_CHECKING:
    from sessionrunner.core.timeline import Lap

_MINUTE = timedelta(minutes=1)


def countdown(left: timedelta) -> str:
    """What is left as ``16:42``; after the end as ``+1:20``."""
    if left < timedelta():
        return f"+{_clock(int(-left.total_seconds()))}"
    return _clock(ceil(left.total_seconds()))


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def whole_minutes(length: timedelta) -> int:
    """Minutes, rounded to the nearest."""
    return int(length / _MINUTE + 0.5)


def minutes(words: Catalogue, length: timedelta) -> str:
    """``19 min``."""
    return words("tui.time.minutes", minutes=whole_minutes(length))


def time_of_day(moment: datetime) -> str:
    """``09:49``."""
    return f"{moment:%H:%M}"


def behind(words: Catalogue, late: timedelta) -> str:
    """``2 min efter``, ``1 min före`` or ``i tid``; less than half a minute is on time."""
    off = whole_minutes(abs(late))
    if off == 0:
        return words("tui.time.on-time")
    return words("tui.time.behind" if late > timedelta() else "tui.time.ahead", minutes=off)


def lap_line(words: Catalogue, lap: "Lap", tables: bool) -> str:
    """``varv 2 av 4 · byte om 3:42``, or the same for turns."""
    values = {"number": lap.number, "total": lap.total, "next": lap.number + 1, "left": countdown(lap.remaining)}
    kind = "round" if tables else "turn"
    if lap.moving:
        return words("tui.time.moving", **values)
    return words(f"tui.time.last-{kind}" if lap.number == lap.total else f"tui.time.{kind}", **values)


def names(members: Iterable[str]) -> str:
    """``Ann, Bo, Cia``."""
    return ", ".join(members)


def length_in_source(words: Catalogue, exercise: Exercise) -> str:
    """``35 min``, or ``30/45 min`` where the document gives more than one length."""
    stated = exercise.minutes_in_source
    if len(stated) > 1:
        return words("tui.time.minutes", minutes="/".join(str(one) for one in stated))
    return minutes(words, exercise.minutes) + ("+" if any(step.open for step in exercise.steps) else "")
