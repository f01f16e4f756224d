"""Moments near now as people write them: ``10.40``, ``kl 10``, ``5 min sedan``, ``in 20 minutes``."""

import re
from datetime import datetime, timedelta

_CLOCK = re.compile(r"(?:(?:kl|klockan|at)\b\.?\s*)?([01]?\d|2[0-3])[:. ]?([0-5]\d)")
_HOUR = re.compile(r"(?:kl|klockan|at)\b\.?\s*([01]?\d|2[0-3])")
_UNITS = {
    "m min mins minut minuter minute minutes": 1,
    "kvart quarter quarter\xa0of\xa0an\xa0hour": 15,
    "halvtimme halv\xa0timme half\xa0an\xa0hour": 30,
    "h tim timme timmar hour hours": 60,
}
_LENGTHS = {unit.replace("\xa0", " "): minutes for units, minutes in _UNITS.items() for unit in units.split(" ")}
_LENGTH = rf"(?:(\w+)\s*?)??\s*({'|'.join(sorted(_LENGTHS, key=len, reverse=True))})\.?"
_AGO = re.compile(rf"(?:för\s+)?{_LENGTH}(?:\s+(?:sedan|sen|ago))?")
_AHEAD = re.compile(rf"(?:(?:om|in)\s+)?{_LENGTH}")
_NAMES = "en ett a an|två two|tre three|fyra four|fem five|sex six|sju seven|åtta eight|nio nine|tio ten"
_NUMBERS = {name: number for number, names in enumerate(_NAMES.split("|"), 1) for name in names.split()}
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_HALF_A_DAY = timedelta(hours=12)
_LONGEST_STEP = timedelta(hours=4)


class Unclear(ValueError):
    """A bare number that may be an hour or minutes."""


def began(text: str, wall: datetime) -> datetime:
    """When something began that is going on; after midnight, the evening's time is yesterday.

    ValueError when it is no time; Unclear when a number is as well an hour just gone as minutes ago.
    """
    given = " ".join(text.casefold().split())
    if given.isdecimal() and len(given) < 3:
        at = _at(int(given), wall)
        if at is not None and timedelta() <= wall - at < _LONGEST_STEP:
            raise Unclear(given)
        return wall - int(given) * _MINUTE
    length = _length(_AGO, given)
    if length is not None:
        return wall - length
    at = _clock(given, wall)
    return at - _DAY if at - wall > _HALF_A_DAY else at


def must_end(text: str, wall: datetime) -> datetime:
    """When something is to be over; in the evening, the night's time is tomorrow.

    ValueError when it is no time; Unclear when a number is as well an hour as minutes from now.
    """
    given = " ".join(text.casefold().split())
    if given.isdecimal() and len(given) < 3:
        if _at(int(given), wall):
            raise Unclear(given)
        return _whole(wall + int(given) * _MINUTE)
    length = _length(_AHEAD, given)
    if length is not None:
        return _whole(wall + length)
    at = _clock(given, wall)
    return at + _DAY if wall - at > _HALF_A_DAY else at


def _whole(at: datetime) -> datetime:
    """Shown without seconds, it has none."""
    return at.replace(second=0, microsecond=0)


def _length(way: re.Pattern[str], given: str) -> timedelta | None:
    found = way.fullmatch(given)
    if found is None:
        return None
    number, unit = found[1], _LENGTHS[found[2]]
    if not number:
        # "A quarter" says how long it is, "minutes" does not.
        return unit * _MINUTE if unit > 1 and len(found[2]) > 1 else None
    many = int(number) if number.isdecimal() and len(number) < 4 else _NUMBERS.get(number, 0)
    return many * unit * _MINUTE if many else None


def _clock(given: str, wall: datetime) -> datetime:
    """Today's time of day; ValueError when it is none."""
    found = _CLOCK.fullmatch(given)
    hour = found or _HOUR.fullmatch(given)
    if hour is None:
        raise ValueError(given)
    return wall.replace(hour=int(hour[1]), minute=int(found[2]) if found else 0, second=0, microsecond=0)


def _at(hour: int, wall: datetime) -> datetime | None:
    """Today at this hour; None when a day has none such."""
    return wall.replace(hour=hour, minute=0, second=0, microsecond=0) if hour < 24 else None
