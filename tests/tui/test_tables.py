"""What was said at the tables, from the leader's screen."""

import pytest

from sessionrunner.core.commands import TakeNote
from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import opened
from tests.web.pictures import SHEETS


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    """The tables, with notes about three of four."""
    desk = running(host, 2)
    for at, text in SHEETS:
        desk.handle(TakeNote(text, f"Bord {at}"))
    return desk


async def test_one_key_reads_the_tables_and_others_show_them(host: FakeHost, desk: Desk) -> None:
    """c opens the list; nothing is on the wall before the leader says so."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("c")
        assert "Vi säger nej för sent." in look.words() and "Väggen visar inte borden" in look.words()
        await look.press("n", "n")
        assert "Väggen visar bord 2 av 4." in look.words()
        assert [one.table for one in desk.room.shown().tables] == ["Bord 2"]
        await look.press("a")
        assert len(desk.room.shown().tables) == 4
        await look.press("d", "escape")
    assert desk.room.shown().tables == ()


async def test_a_mirrored_screen_shows_the_tables_too(host: FakeHost, desk: Desk) -> None:
    """The public view has what the wall has."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("c", "n", "escape", "v")
        assert "Att någon annan har sagt det högt." in look.words()


async def test_before_the_tables_it_is_said_that_there_are_none(host: FakeHost) -> None:
    """And where they come."""
    async with opened(an_app(host, Start(desk=running(host, 1)))) as look:
        await look.press("c")
        assert "inte suttit vid några bord än" in look.told()
