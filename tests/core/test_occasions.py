"""Ten times in a year: the lessons folder knows which one is next."""

from dataclasses import replace
from datetime import date

from sessionrunner.core.followup import Past, PastSession
from sessionrunner.core.occasions import occasion
from tests.core.rooms import HOUR

DAY = date(2026, 11, 21)


def held(times: int) -> Past:
    """A folder with so many sessions of the exercise, and one of another."""
    own = tuple(PastSession(f"s{number}", DAY, HOUR.id, HOUR.title, f"{number}") for number in range(times))
    return Past((*own, PastSession("x", DAY, "test/other", "Other", "x")))


def test_the_next_time_is_one_more_than_those_that_were_held() -> None:
    """Other exercises are not counted."""
    assert occasion(held(3), replace(HOUR, times=10)) == 4


def test_there_are_no_more_times_than_there_are() -> None:
    """An eleventh is still called the tenth; the leader may say otherwise."""
    assert occasion(held(12), replace(HOUR, times=10)) == 10


def test_an_exercise_that_is_not_counted_has_no_number() -> None:
    """Most are held when they are needed."""
    assert occasion(held(3), HOUR) == 0
