"""A decision with a date comes up in people's calendars, once, however often the file is opened."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from icalendar import Calendar

from sessionrunner.core.outcome import Outcome, outcome
from sessionrunner.locale import load
from sessionrunner.output.calendar import NothingDated, render
from tests.output.records import full
from tests.output.test_markdown import ANY_TEXT

SAVED = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)


def written(found: Outcome | None = None, changed: datetime = SAVED) -> bytes:
    """The file's content."""
    return render(found or outcome(full()), load("sv"), changed)


def events(content: bytes) -> list[Any]:
    """What a calendar finds in it; the values have no types until they are looked at."""
    return list(Calendar.from_ical(content).walk("VEVENT"))


def with_text(text: str) -> Outcome:
    """One decision with this text."""
    found = outcome(full())
    return replace(found, lessons=(replace(found.lessons[0], text=text, owner=text),))


def test_every_decision_with_a_date_is_a_day_in_the_calendar() -> None:
    """The whole day, and nobody looks busy for it."""
    first, second = events(written())
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2026, 12, 15), date(2026, 12, 16))
    assert (str(first["SUMMARY"]), first["TRANSP"]) == ("Korta mallen för förhandsbedömning", "TRANSPARENT")
    assert "Ansvarig: arbetsledare." in str(first["DESCRIPTION"])
    assert second["DTSTART"].dt == date(2027, 1, 20)


def test_each_has_a_reminder() -> None:
    """The morning before."""
    assert [len(event.walk("VALARM")) for event in events(written())] == [1, 1]


def test_the_same_decision_keeps_its_id() -> None:
    """Opening the file again changes the entry and adds none."""
    found = outcome(full())
    moved = replace(found, lessons=(replace(found.lessons[0], due=date(2027, 2, 1)),))
    assert events(written(moved))[0]["UID"] == events(written())[0]["UID"] == "3f9a1c2b-l1@sessionrunner"


def test_a_date_that_has_moved_is_newer_than_the_one_before() -> None:
    """A calendar keeps what it has unless the file says that it has changed."""
    before, after = (events(written(changed=SAVED.replace(day=day)))[0] for day in (21, 28))
    assert after["SEQUENCE"] > before["SEQUENCE"] >= 0
    assert (before["LAST-MODIFIED"].dt, after["LAST-MODIFIED"].dt) == (SAVED, SAVED.replace(day=28))
    assert events(written(changed=datetime(2020, 1, 1, tzinfo=UTC)))[0]["SEQUENCE"] == 0


@given(ANY_TEXT)
def test_no_text_breaks_the_file(text: str) -> None:
    """Lines of at most 75 octets, with the line endings the standard wants; the text comes back."""
    content = written(with_text(f"åäö {text} " * 12))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    (event,) = events(content)
    assert str(event["SUMMARY"]).startswith("åäö")


def test_without_dates_there_is_no_file_and_the_leader_is_told() -> None:
    """An empty calendar helps nobody."""
    with pytest.raises(NothingDated):
        written(replace(outcome(full()), lessons=()))


def test_the_day_to_follow_up_is_an_entry_of_its_own_and_says_what_to_ask_about() -> None:
    """Whoever opens the calendar that morning knows what was decided; ideas are no promises."""
    first, *others = events(written(replace(outcome(full()), follow_up=date(2027, 1, 8))))
    assert (first["DTSTART"].dt, len(others)) == (date(2027, 1, 8), 2)
    assert str(first["SUMMARY"]) == "Uppföljning: Min uppgift som socialsekreterare"
    asked = str(first["DESCRIPTION"])
    assert "- Korta mallen för förhandsbedömning" in asked and "barnahus" not in asked


def test_a_day_to_follow_up_is_enough_for_a_calendar() -> None:
    """No decision needs a date of its own."""
    (one,) = events(written(replace(outcome(full()), lessons=(), follow_up=date(2027, 1, 8))))
    assert one["UID"] == "3f9a1c2b-follow-up@sessionrunner"
