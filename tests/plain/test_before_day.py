"""Before a day, in lines: the list, a tick, and the date that it counts from."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from sessionrunner.core.programme import Item, Programme
from sessionrunner.core.programme_day import Day
from sessionrunner.daydesk import DayDesk
from sessionrunner.locale import load
from sessionrunner.plain.day import Outside, PlainDay
from tests.fake_day import FakeDay
from tests.tui.fakes import MY_TASK, FakeHost, shipped_exercises

SENT_AHEAD = next(one for one in shipped_exercises() if one.preparation.send_ahead)
PROGRAMME = Programme("vår-dag", "Vår dag", (Item(MY_TASK), Item(SENT_AHEAD.id)))


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


def told(host: FakeHost, *lines: str) -> Iterator[str]:
    """What is said after these lines, the day being left."""
    said: list[str] = []
    plan = Day("abcdef01", host.today(), PROGRAMME, tuple("abcdef"))
    day = DayDesk(plan, FakeDay(shipped_exercises(), host.clock))
    outside = Outside(said.append, lambda: 1, host.beforehand.people, host.checklists, host.today())
    PlainDay(day, load("sv"), outside).run(iter(lines))
    return iter(said)


def test_the_list_is_numbered_and_says_how_to_tick(host: FakeHost) -> None:
    """The homework first, and nothing is ticked."""
    said = [*told(host, "inför")]
    assert any(line.startswith("1. [ ] ") and "dagar innan" in line for line in said)
    assert not any("[x]" in line for line in said)
    assert any("sessionrunner doctor" in line for line in said)
    assert not any("tryck" in line for line in said)
    assert any("bocka 1" in line for line in said)


def test_a_tick_is_remembered_and_can_be_taken_away(host: FakeHost) -> None:
    """The same word once more."""
    assert any(line.startswith("1. [x] ") for line in told(host, "bocka 1"))
    assert any(line.startswith("1. [x] ") for line in told(host, "inför"))
    assert any(line.startswith("1. [ ] ") for line in told(host, "bocka 1"))


def test_the_list_has_dates_once_the_day_is_said(host: FakeHost) -> None:
    """And it is kept for the programme."""
    assert any("Senast" in line for line in told(host, "dag 18/12 2026"))
    assert host.checklists.kept[PROGRAMME.id].held == date(2026, 12, 18)


def test_a_day_that_comes_too_soon_is_told(host: FakeHost) -> None:
    """What should have been sent already is said."""
    tomorrow = host.today() + timedelta(days=1)
    assert any("skulle redan ha skickats" in line for line in told(host, f"dag {tomorrow.isoformat()}"))


@pytest.mark.parametrize("line", ["bocka 999", "bocka x", "dag hoppsan", "dag"])
def test_what_is_not_understood_is_said_with_a_remedy(host: FakeHost, line: str) -> None:
    """Nothing is ticked, and no date is guessed."""
    said = " ".join(told(host, line))
    assert "inget" in said
    assert host.checklists.kept == {}
