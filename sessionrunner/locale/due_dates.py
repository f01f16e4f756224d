"""Dates as people write them: ``nästa fredag``, ``om två veckor``, ``1/12``, in Swedish or English."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

_TIME = re.compile(
    r"[\s,]+(?:(?:kl|klockan|at)\b\.?\s*([01]?\d|2[0-3])(?:[:.]([0-5]\d))?"
    r"|([01]?\d|2[0-3]):([0-5]\d)|([01]?\d|2[0-3])\.(00|1[3-9]|[2-5]\d))(?:\s*[-–]\s*\d{1,2}(?:[:.]\d{2})?)?"
)
"""After a day. With a dot and nothing before it, only what cannot be a day and a month."""
_LEAD = re.compile(r"^(?:(?:senast|till|före|på|by|before|on|den|the|kl)\s+)+")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})(?:[\s/-]+(\d{4}))?")
_NAMED_MONTH = re.compile(r"(?:(\d{1,2})(?:\s*:?[ae]|st|nd|rd|th)?\s+|i\s+|in\s+)?([a-zåäö]{3,})\.?(?:\s+(\d{4}))?")
_IN_A_WHILE = re.compile(r"(?:om|in)\s+(\w+)\s+(\w+)")
_WEEKDAY = re.compile(r"(nästa|next|nu|this)?\s*([a-zåäö]+)")
_WEEK = re.compile(r"(?:vecka|v\.?|week|w\.?)\s*(\d{1,2})")
_MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
_ENGLISH_MONTHS = {"may": 5, "oct": 10}
_DAYS = (["mån", "tis", "ons", "tor", "fre", "lör", "sön"], ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
_NEAR = {"idag": 0, "i dag": 0, "today": 0, "imorgon": 1, "i morgon": 1, "imorron": 1, "tomorrow": 1}
_NEAR_TOO = {"i övermorgon": 2, "övermorgon": 2}
_NUMBER_NAMES = (
    "en ett a an",
    "två two",
    "tre three",
    "fyra four",
    "fem five",
    "sex six",
    "sju seven",
    "åtta eight",
    "nio nine",
    "tio ten",
)
_NUMBERS = {name: number for number, names in enumerate(_NUMBER_NAMES, 1) for name in names.split()}
_FRIDAY = 4


def read(text: str, today: date) -> date | None:
    """The day that is meant, never one before ``today`` unless it is written in full; None when empty.

    ``nästa fredag`` is the Friday of next week, ``fredag`` the first one from tomorrow. ValueError when it is no date.
    A time of day after it is allowed.
    """
    return read_with_time(text, today)[0]


def read_with_time(text: str, today: date) -> tuple[date | None, str]:
    """The day that is meant as ``read`` understands it, and the time after it as ``13:00``, if there is one."""
    given = text.strip().casefold()
    found = next((one for one in _TIME.finditer(given) if one.start() and one.end() == len(given)), None)
    if found is None:
        return _day(given, today), ""
    hour, minute = ([part for part in found.groups() if part] + ["0"])[:2]
    return _day(given[: found.start()], today), f"{int(hour):02}:{int(minute):02}"


def _day(text: str, today: date) -> date | None:
    given = _LEAD.sub("", " ".join(text.casefold().split()))
    if not given:
        return None
    for way in _WAYS:
        found = way(given, today)
        if found is not None:
            return found
    return date.fromisoformat(given)


def _year_first(given: str, today: date) -> date | None:
    """With or without the noughts."""
    found = _YEAR_FIRST.fullmatch(given)
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _short(given: str, today: date) -> date | None:
    found = _DAY_AND_MONTH.fullmatch(given)
    return _coming(int(found[2]), int(found[1]), found[3], today) if found else None


def _coming(month: int, day: int, year: str | None, today: date) -> date:
    """The next such day of this year or the next, or the one of the year that is told; else ValueError."""
    if year:
        return date(int(year), month, day)
    # The twenty-ninth of February is in one year and not in the other.
    years = [near for near in (today.year, today.year + 1) if day <= monthrange(near, month)[1]]
    days = (date(near, month, day) for near in years)
    return next((one for one in days if one >= today), None) or date(today.year + 1, month, day)


def _near(given: str, today: date) -> date | None:
    days = (_NEAR | _NEAR_TOO).get(given)
    return None if days is None else today + timedelta(days=days)


def _named_month(given: str, today: date) -> date | None:
    """``4 december``; without a day, the last one of the month."""
    found = _NAMED_MONTH.fullmatch(given)
    month = _month(found[2]) if found else 0
    if not found or not month:
        return None
    year = int(found[3]) if found[3] else today.year + (month < today.month)
    return _coming(month, int(found[1] or monthrange(year, month)[1]), found[3], today)


def _month(name: str) -> int:
    short = name[:3]
    known = short in _MONTHS or short in _ENGLISH_MONTHS
    return (_ENGLISH_MONTHS.get(short) or _MONTHS.index(short) + 1) if known and name[:2] != "må" else 0


def _in_a_while(given: str, today: date) -> date | None:
    found = _IN_A_WHILE.fullmatch(given)
    number = (_NUMBERS.get(found[1]) or int(found[1] if found[1].isdecimal() else 0)) if found else 0
    if not found or not number or number > 500:
        return None
    if found[2].startswith(("dag", "day")):
        return today + timedelta(days=number)
    if found[2].startswith(("veck", "week")):
        return today + timedelta(weeks=number)
    return _months_on(today, number) if found[2].startswith(("mån", "month")) else None


def _months_on(today: date, number: int) -> date:
    """The same day of a later month, or its last."""
    years, month = divmod(today.month - 1 + number, 12)
    year = today.year + years
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _weekday(given: str, today: date) -> date | None:
    found = _WEEKDAY.fullmatch(given)
    wanted = next((days.index(found[2][:3]) for days in _DAYS if found[2][:3] in days), None) if found else None
    if found is None or wanted is None or not found[2].endswith(("dag", "day", found[2][:3])):
        return None
    if found[1] in ("nästa", "next"):
        return _monday_after(today) + timedelta(days=wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _monday_after(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())


def _next_week_or_month(given: str, today: date) -> date | None:
    """The end of it: Friday, or the last day of the month."""
    if given in ("nästa vecka", "next week"):
        return _monday_after(today) + timedelta(days=_FRIDAY)
    if given in ("nästa månad", "next month"):
        first = _months_on(today.replace(day=1), 1)
        return first.replace(day=monthrange(first.year, first.month)[1])
    return None


def _week(given: str, today: date) -> date | None:
    """The Friday of a week of the year, the next one that comes."""
    found = _WEEK.fullmatch(given)
    if found is None:
        return None
    year = today.isocalendar().year
    this_year = date.fromisocalendar(year, int(found[1]), _FRIDAY + 1)
    return this_year if this_year >= today else date.fromisocalendar(year + 1, int(found[1]), _FRIDAY + 1)


_WAYS: tuple[Callable[[str, date], date | None], ...] = (
    _year_first,
    _short,
    _near,
    _week,
    _next_week_or_month,
    _in_a_while,
    _weekday,
    _named_month,
)
