"""What is understood of a time or a day while it is written; nothing of what cannot be read."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from sessionrunner.core import arrivals
from sessionrunner.core.state import NotPossible
from sessionrunner.locale import Catalogue, clock_times, due_dates
from sessionrunner.locale.phrases import weekday

_MINUTE = timedelta(minutes=1)


def start(words: Catalogue, wall: Callable[[], datetime], told: str) -> str:
    """When it began and how long ago that is."""
    try:
        at = clock_times.began(told, wall())
    except ValueError:
        return ""
    ago = (wall() - at) // _MINUTE
    return words("line.ago" if ago > 0 else "line.at", at=f"{at:%H:%M}", n=ago)


def end(words: Catalogue, wall: Callable[[], datetime], told: str) -> str:
    """When it is over and in how long."""
    try:
        at = clock_times.must_end(told, wall())
    except ValueError:
        return ""
    left = round((at - wall()) / _MINUTE)
    return words("line.ahead" if left > 0 else "line.at", at=f"{at:%H:%M}", n=left)


def day(words: Catalogue, today: date, told: str) -> str:
    """Which day, and the time after it."""
    try:
        held, at = due_dates.read_with_time(told, today)
    except ValueError:
        return ""
    if held is None:
        return ""
    return words("line.day-and-time" if at else "appointment.understood", date=weekday(held, words), at=at)


def people(words: Catalogue, here: Sequence[str], told: str) -> str:
    """Who comes, who goes and how many there are then; nothing of a whole list."""
    try:
        change = arrivals.read(here, told)
    except NotPossible:
        return ""
    if change is None:
        return ""
    parts = (("line.came", change.came), ("line.went", change.went))
    said = ", ".join(words(key, names=", ".join(names)) for key, names in parts if names)
    return words("line.then", told=said, n=len(change.people)) if said else ""
