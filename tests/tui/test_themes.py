"""Questions by theme, one key away: read alone, shown to the room when it is time."""

import pytest

from sessionrunner.core.public import theme_on_wall
from sessionrunner.desk import Desk
from sessionrunner.storage import exercise_file
from sessionrunner.storage.library import shipped_folder
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import SMALL, opened
from tests.tui.pictures import LARGE, MIDDLE, Size

REVIEW = shipped_folder("exercises") / "modeller" / "arendegenomgang.yaml"


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    """The interview of a case review."""
    return running(host, 2, exercise=exercise_file.read(REVIEW))


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_the_notes_say_that_there_are_themes(host: FakeHost, desk: Desk, size: Size) -> None:
    """And which key they are under."""
    async with opened(an_app(host, Start(desk=desk)), size) as look:
        assert "Planen. Tryck f" in look.words(size[0] // 2)


async def test_reading_a_theme_shows_the_room_nothing(host: FakeHost, desk: Desk) -> None:
    """The leader may look ahead."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f", "2")
        assert "Vad vet vi om tiden före?" in look.text()
        assert "Väggen visar uppgiften." in look.text()
        assert theme_on_wall(desk.session) is None


async def test_enter_puts_the_theme_on_the_wall_and_delete_takes_it_down(host: FakeHost, desk: Desk) -> None:
    """The screen says what the room sees."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f", "tab", "tab", "enter")
        assert "Väggen visar temat Målen." in look.text()
        assert desk.room.public().task.startswith("MÅLEN\n– ")
        await look.press("delete", "escape")
        assert theme_on_wall(desk.session) is None


async def test_the_themes_open_where_the_room_is(host: FakeHost, desk: Desk) -> None:
    """Going back to the notes does not lose the place."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f", "4", "enter", "f", "f")
        assert "Hur märks det allra första steget framåt?" in look.text()


async def test_a_point_says_who_leads_it(host: FakeHost) -> None:
    """The leader knows who has the word."""
    meeting = exercise_file.read(REVIEW.with_name("uppstartsmote.yaml"))
    async with opened(an_app(host, Start(desk=running(host, 2, exercise=meeting)))) as look:
        assert "LEDER Socialsekreteraren" in look.words(40)


async def test_a_mirrored_screen_shows_the_rule_and_who_may_speak(host: FakeHost) -> None:
    """The room must see it where there is no browser on the wall."""
    desk = running(host, 3, exercise=exercise_file.read(REVIEW))
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("v")
        assert "Inget ifrågasättande. Ingen rättar någon." in look.text()
        assert "Lyssnar: Handläggaren, Ledaren vid tavlan" in look.text()
