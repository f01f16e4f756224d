"""The page about a whole day."""

from datetime import UTC, date, datetime

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.programme import Item, Programme, part
from sessionrunner.core.programme_day import Day, Held, Row, State
from sessionrunner.locale import load
from sessionrunner.output.day_summary import render
from tests.core.rooms import names


def test_days_are_written_as_people_say_them() -> None:
    """The month as a word, for the day itself and for what is to be done by when."""
    lesson = Lesson("l1", LessonKind.ACTIVITY, "Läsa högt", "arbetsledare", date(2026, 12, 1))
    hour = datetime(2026, 11, 21, 9, tzinfo=UTC)
    programme = Programme("halvdag", "En halv dag", (Item("t/first"),))
    held = {0: Held(hour, hour, "Våra spelregler", lessons=(lesson,))}
    row = Row(0, part(programme.items[0], {}, 8), State.DONE, hour, hour, hour)
    page = render(Day("0a1b2c3d", hour.date(), programme, names(8), held=held), (row,), load("sv"), over=True)
    assert "21 november 2026. 8 deltagare." in page
    assert "(arbetsledare, 1 december 2026)" in page
