"""Dates as people write them."""

from datetime import date

import pytest

from sessionrunner.locale import due_dates

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("given", "meant"),
    [("1/12", date(2026, 12, 1)), (" 3 / 1 ", date(2027, 1, 3)), ("2027-02-01", date(2027, 2, 1)), ("", None)],
)
def test_day_and_month_mean_the_next_one(given: str, meant: date | None) -> None:
    """In November, the third of January is next year's."""
    assert due_dates.read(given, TODAY) == meant


@pytest.mark.parametrize(
    ("given", "day", "time"),
    [
        ("nästa tisdag kl 13", date(2026, 11, 24), "13:00"),
        ("next Tuesday at 13", date(2026, 11, 24), "13:00"),
        ("fredag 9.30", date(2026, 11, 27), "09:30"),
        ("5/12, kl. 13.15–15", date(2026, 12, 5), "13:15"),
        ("2026-12-05 13:00", date(2026, 12, 5), "13:00"),
        ("vecka 50", date(2026, 12, 11), ""),
        ("12 december 2027", date(2027, 12, 12), ""),
        ("", None, ""),
    ],
)
def test_a_time_may_stand_after_the_day(given: str, day: date | None, time: str) -> None:
    """Next Tuesday at one is next Tuesday."""
    assert due_dates.read_with_time(given, TODAY) == (day, time)
    assert due_dates.read(given, TODAY) == day


@pytest.mark.parametrize("given", ["snart", "31/2", "1/13", "12", "kl 13", "13:00", "tisdag 12.11", "fredag kl 25"])
def test_what_is_no_date_is_refused(given: str) -> None:
    """Better asked again than saved wrong."""
    with pytest.raises(ValueError, match=r"."):
        due_dates.read(given, TODAY)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("nästa fredag", date(2026, 11, 27)),
        ("Fredag", date(2026, 11, 27)),
        ("på lördag", date(2026, 11, 28)),
        ("next monday", date(2026, 11, 23)),
        ("om två veckor", date(2026, 12, 5)),
        ("om en vecka", date(2026, 11, 28)),
        ("om 10 dagar", date(2026, 12, 1)),
        ("in three months", date(2027, 2, 21)),
        ("imorgon", date(2026, 11, 22)),
        ("i övermorgon", date(2026, 11, 23)),
        ("nästa vecka", date(2026, 11, 27)),
        ("nästa månad", date(2026, 12, 31)),
        ("vecka 50", date(2026, 12, 11)),
        ("v. 3", date(2027, 1, 22)),
        ("senast 4 december", date(2026, 12, 4)),
        ("den 4 maj", date(2027, 5, 4)),
        ("4 dec 2027", date(2027, 12, 4)),
        ("i februari", date(2027, 2, 28)),
        ("december", date(2026, 12, 31)),
        ("1/12 2027", date(2027, 12, 1)),
    ],
)
def test_days_are_understood_as_people_say_them(given: str, meant: date) -> None:
    """Said on a Saturday, the twenty-first of November 2026; nobody has to look in a calendar."""
    assert due_dates.read(given, TODAY) == meant


@pytest.mark.parametrize(
    ("given", "said", "meant"),
    [
        ("i februari", date(2027, 11, 20), date(2028, 2, 29)),
        ("i februari", date(2028, 2, 29), date(2028, 2, 29)),
        ("i februari", date(2028, 3, 1), date(2029, 2, 28)),
        ("29/2", date(2027, 11, 20), date(2028, 2, 29)),
        ("29 februari", date(2028, 2, 29), date(2028, 2, 29)),
        ("om en månad", date(2028, 1, 31), date(2028, 2, 29)),
        ("nästa månad", date(2027, 1, 31), date(2027, 2, 28)),
        ("om 1 dag", date(2026, 12, 31), date(2027, 1, 1)),
        ("31/12", date(2026, 12, 31), date(2026, 12, 31)),
        ("vecka 53", date(2026, 12, 31), date(2027, 1, 1)),
        ("vecka 1", date(2026, 12, 31), date(2027, 1, 8)),
        ("nästa söndag", date(2026, 12, 27), date(2027, 1, 3)),
        ("nästa måndag", date(2026, 12, 28), date(2027, 1, 4)),
    ],
)
def test_leap_years_new_year_and_the_last_of_a_month_are_days_like_others(given: str, said: date, meant: date) -> None:
    """In the autumn before a leap year, February has its twenty-ninth."""
    assert due_dates.read(given, said) == meant


@pytest.mark.parametrize("said", [date(2026, 11, 20), date(2028, 3, 1)])
def test_a_leap_day_more_than_a_year_ahead_is_asked_about(said: date) -> None:
    """Somebody meant the twenty-eighth, or wrote the wrong month."""
    with pytest.raises(ValueError, match=r"."):
        due_dates.read("29/2", said)


@pytest.mark.parametrize(
    "given", ["om ett tag", "nästa gång", "vecka 60", "om 900 år", "månad", "fredagsmys", "om 0 dagar"]
)
def test_what_could_mean_anything_is_asked_about(given: str) -> None:
    """No day is guessed."""
    with pytest.raises(ValueError, match=r"."):
        due_dates.read(given, TODAY)
