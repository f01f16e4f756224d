"""Moments near now as people write them."""

from datetime import UTC, datetime, timedelta

import pytest

from sessionrunner.locale import clock_times, heard, load

NOW = datetime(2026, 11, 21, 10, 40, 30, tzinfo=UTC)


def ago(told: str) -> timedelta:
    """How long ago that is."""
    return NOW - clock_times.began(told, NOW)


@pytest.mark.parametrize(
    "told",
    [
        *("5", "5 min", "5min", "5 min sedan", "för 5 minuter sedan", "5 min. sen", "Fem minuter sedan"),
        *("5 minutes ago", "five min ago"),
    ],
)
def test_minutes_ago_are_minutes_ago(told: str) -> None:
    """Rule: nobody has to count back on the clock."""
    assert ago(told) == timedelta(minutes=5)


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        *(
            ("en kvart sedan", 15),
            ("för en halvtimme sedan", 30),
            ("en halv timme sedan", 30),
            ("half an hour ago", 30),
        ),
        *(("a quarter of an hour ago", 15), ("en timme sedan", 60), ("2 timmar sedan", 120), ("45", 45)),
    ],
)
def test_longer_times_are_said_in_words(told: str, minutes: int) -> None:
    """A quarter and half an hour, in both languages."""
    assert ago(told) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "told", ["9:30", "9.30", "09.30", "930", "0930", "kl 9:30", "kl. 09.30", "klockan 9 30", "at 9:30"]
)
def test_a_time_of_day_is_today(told: str) -> None:
    """However it is written."""
    assert clock_times.began(told, NOW) == NOW.replace(hour=9, minute=30, second=0)
    assert clock_times.must_end(told, NOW) == NOW.replace(hour=9, minute=30, second=0)


@pytest.mark.parametrize("told", ["7", "9", "10"])
def test_a_number_that_may_be_an_hour_is_asked_about(told: str) -> None:
    """At 10:40, ten is as well ten o'clock as ten minutes ago."""
    with pytest.raises(clock_times.Unclear):
        clock_times.began(told, NOW)
    assert clock_times.began(f"kl {told}", NOW) == NOW.replace(hour=int(told), minute=0, second=0)
    assert ago(f"{told} min") == timedelta(minutes=int(told))


@pytest.mark.parametrize("told", ["om 20 min", "20 min", "in 20 minutes", "om tjugo", "25", "11", "om 5 min sedan"])
def test_an_end_lies_ahead(told: str) -> None:
    """A number that is no hour is minutes; one that is an hour is asked about."""
    known = {"25": 25, "om tjugo": None, "11": None, "om 5 min sedan": None}.get(told, 20)
    if known is None:
        with pytest.raises(ValueError, match=r"\w"):
            clock_times.must_end(told, NOW)
    else:
        assert clock_times.must_end(told, NOW) == NOW.replace(second=0) + timedelta(minutes=known)


@pytest.mark.parametrize(
    "told", ["nio", "25:00", "9:60", "", "om 5 min", "min", "h", "1234567 min", "²", "m", "10:40 ungefär"]
)
def test_what_is_no_time_is_refused(told: str) -> None:
    """Better asked again than counted wrong."""
    with pytest.raises(ValueError, match=r"^"):
        clock_times.began(told, NOW)


def test_what_is_understood_is_said_before_it_counts() -> None:
    """Rule: five is shown as five minutes ago, with the time, while it is written."""
    words = load("sv")
    assert heard.start(words, lambda: NOW, "5") == "→ 10:35, för 5 minuter sedan"
    assert heard.start(words, lambda: NOW, "1 min") == "→ 10:39, för 1 minut sedan"
    assert heard.start(words, lambda: NOW, "11.00") == "→ 11:00"
    assert heard.end(words, lambda: NOW, "om 20 min") == "→ 11:00, om 20 minuter"
    assert heard.end(words, lambda: NOW, "9:00") == "→ 09:00"
    assert heard.start(words, lambda: NOW, "10") == heard.end(words, lambda: NOW, "11") == ""


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("nästa tisdag", "→ tisdag 24 november 2026"),
        ("nästa tisdag kl 13", "→ tisdag 24 november 2026 klockan 13:00"),
        *(("snart", ""), ("", "")),
    ],
)
def test_a_day_is_said_before_it_counts(told: str, shown: str) -> None:
    """With the time, where one was written."""
    assert heard.day(load("sv"), NOW.date(), told) == shown
