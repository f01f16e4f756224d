"""A line that was typed but not entered is never lost, and never called saved when it is not."""

import pytest

from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import opened


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    """The last step, which is the summary."""
    return running(host, 5)


def saved(host: FakeHost) -> list[str]:
    return [lesson.text for lesson in host.archive.records[-1].lessons]


def lines(desk: Desk) -> list[str]:
    return [lesson.text for lesson in desk.session.lessons]


async def test_a_line_without_enter_is_approved_and_saved_with_the_rest(host: FakeHost, desk: Desk) -> None:
    """What stands on the screen is what the room says yes to."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.write("Läsa högt")
        await look.press("ctrl+g")
        assert "✓ godkänd i rummet" in look.text()
        await look.press("ctrl+s", "enter")
    assert saved(host) == ["Läsa högt"]
    assert host.archive.records[-1].approved


async def test_the_question_at_the_end_counts_the_line_that_was_not_entered(host: FakeHost, desk: Desk) -> None:
    """The number is what will be in the file."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.write("Läsa högt")
        await look.press("ctrl+s")
        assert "1 rad sparas i sammanfattningen." in look.words()
        assert "Rummet har inte godkänt sammanfattningen." in look.words()
        await look.press("escape", "ctrl+g", "ctrl+s")
        assert "Avsluta övningen" in look.words() and "inte godkänt" not in look.words()


@pytest.mark.parametrize("key", ["ctrl+g", "ctrl+s", "ctrl+q", "enter"])
async def test_a_refused_date_stops_what_would_have_lost_the_line(host: FakeHost, desk: Desk, key: str) -> None:
    """The leader is told, and nothing is ended, closed or approved."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.write("Läsa")
        await look.press("tab", "tab")
        await look.write("snart")
        await look.press(key)
        assert "går inte att läsa som ett datum" in look.told()
        assert "Ny rad" in look.text()
        assert "Läsa" in look.text()
    assert not desk.session.approved


async def test_an_owner_of_nothing_is_told_and_not_thrown_away(host: FakeHost, desk: Desk) -> None:
    """Who without what is no line yet."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("tab")
        await look.write("arbetsledare")
        await look.press("ctrl+s")
        assert look.told() == "Skriv vad ni är överens om, eller töm fälten."
        assert "arbetsledare" in look.text()


async def test_escape_keeps_what_was_typed(host: FakeHost) -> None:
    """The leader is told that it waits; l shows it again, and it can be finished."""
    desk = running(host, 2)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("l")
        await look.write("Läsa")
        await look.press("escape")
        assert look.told() == "Raden är inte klar än. Den väntar i sammanfattningen."
        assert lines(desk) == []
        await look.press("l")
        await look.write(" högt")
        await look.press("enter")
    assert lines(desk) == ["Läsa högt"]


async def test_a_line_left_with_escape_is_saved_at_the_end(host: FakeHost) -> None:
    """Ending from the notes counts it too."""
    desk = running(host, 2)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("l")
        await look.write("Läsa")
        await look.press("escape", "e")
        assert "1 rad sparas i sammanfattningen." in look.words()
        await look.press("enter")
    assert saved(host) == ["Läsa"]


async def test_a_line_that_cannot_be_saved_is_shown_when_ending_from_the_notes(host: FakeHost) -> None:
    """The leader lands where it can be put right."""
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("l", "x", "tab", "tab", "y", "escape", "e")
        assert "går inte att läsa som ett datum" in look.told()
        assert "Ny rad" in look.text()
        await look.press("backspace", "ctrl+s")
        assert "1 rad sparas i sammanfattningen." in look.words()


async def test_taking_up_an_older_line_keeps_the_one_being_written(host: FakeHost, desk: Desk) -> None:
    """The fields are needed for the other line: the new one becomes a row first."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("a", "enter", "b", "up", "enter")
        await look.press("c", "enter")
    assert lines(desk) == ["ac", "b"]


async def test_a_line_only_looked_at_is_still_approved(host: FakeHost, desk: Desk) -> None:
    """Nothing has changed, so the room need not be asked again."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("a", "ctrl+g", "up", "enter", "ctrl+s")
        assert desk.session.approved
        assert "1 rad sparas i sammanfattningen." in look.words()


async def test_the_step_undone_under_a_half_written_line_keeps_it(host: FakeHost) -> None:
    """The summary goes away with its step; the line comes back with it."""
    desk = running(host, 4)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("space", "x", "ctrl+z")
        assert "Egen reflektion" in look.text()
        await look.press("space")
        await look.press("enter")
    assert lines(desk) == ["x"]


async def test_an_empty_summary_is_not_approved(host: FakeHost, desk: Desk) -> None:
    """There is nothing to say yes to."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("ctrl+g")
        assert look.told() == "Det finns inga rader att godkänna än. Skriv upp något först."
    assert not desk.session.approved


async def test_closing_the_program_writes_the_line_first(host: FakeHost, desk: Desk) -> None:
    """The session that is taken up again has it."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.write("Läsa")
        await look.press("ctrl+q", "enter")
    assert lines(desk) == ["Läsa"]
