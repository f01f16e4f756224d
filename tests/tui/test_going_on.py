"""The library offers what was interrupted: one line, one key, and no command to remember."""

from sessionrunner.core.programme_day import Day
from sessionrunner.daydesk import DayDesk
from sessionrunner.tui.screens.day import DayScreen
from sessionrunner.tui.screens.library import LibraryScreen
from sessionrunner.tui.start import Start, Waiting
from tests.fake_day import FakeDay
from tests.tui.fakes import FakeDays, FakeHost, FolderAway, an_app, running
from tests.tui.looking import looked_back, opened

LINE = "Tryck u för att fortsätta Min uppgift som [/] socialsekreterare, avbruten i dag kl. 09:41."


def interrupted(host: FakeHost, start: Start) -> FakeHost:
    host.unfinished.found, host.unfinished.start = Waiting("3f9a1c2b", LINE), start
    return host


async def test_an_interrupted_session_is_told_of_and_taken_up_with_one_key() -> None:
    """Where the room was, with what was found."""
    host = FakeHost()
    interrupted(host, Start(desk=running(host, 2), told=("Ni var i steget Bord.",)))
    async with opened(an_app(host)) as look:
        await looked_back(look)
        assert LINE in look.words()
        await look.press("u")
        assert "steg 2 av" in look.words()
        assert look.told() == "Ni var i steget Bord."


async def test_an_interrupted_day_is_taken_up_on_its_own_screen() -> None:
    """With the library behind it."""
    host = FakeHost()
    programme = FakeDays(host).programmes()[0]
    day = DayDesk(Day("abcdef01", host.today(), programme, ("Ann", "Bo")), FakeDay(host.exercises(), host.clock))
    async with opened(an_app(interrupted(host, Start(day=day)))) as look:
        await looked_back(look)
        await look.press("u")
        assert isinstance(look.app.screen, DayScreen)
        await look.press("escape")
        assert isinstance(look.app.screen, LibraryScreen)


async def test_what_cannot_be_taken_up_is_explained_and_the_library_stays() -> None:
    """Another window has it, or its file is damaged."""
    host = interrupted(FakeHost(), Start())
    host.unfinished.trouble = FolderAway()
    async with opened(an_app(host)) as look:
        await looked_back(look)
        await look.press("u")
        assert look.told()
        assert isinstance(look.app.screen, LibraryScreen)


async def test_without_anything_interrupted_nothing_is_said_until_somebody_asks() -> None:
    """No empty line stands over the list."""
    async with opened(an_app(FakeHost())) as look:
        await looked_back(look)
        assert "Tryck u" not in look.text()
        await look.press("u")
        assert look.told() == "Det finns inget avbrutet att fortsätta med."
