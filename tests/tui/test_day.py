"""The whole day on one screen: one key begins what is next, and nothing gives without a yes."""

from datetime import time
from pathlib import Path

import pytest
from textual.widgets import Static

from sessionrunner.core.commands import Next
from sessionrunner.core.programme import Programme
from sessionrunner.core.programme_day import Day
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.daydesk import DayDesk
from sessionrunner.ports import Delivery
from sessionrunner.storage import programme_file
from sessionrunner.storage.library import shipped_folder
from sessionrunner.tui.day_app import DayApp
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.day import DayScreen
from sessionrunner.tui.screens.lobby import LobbyScreen
from sessionrunner.tui.screens.planning import OfferScreen
from sessionrunner.tui.start import Start
from sessionrunner.tui.widgets.key_bar import KeyBar
from tests.fake_day import FakeDay
from tests.tui.fakes import FakeHost, an_app, shipped_exercises
from tests.tui.looking import opened
from tests.tui.pictures import MIDDLE, SMALL, Size, take

HALF_DAY = programme_file.read(shipped_folder("exercises") / "programmes" / "halvdag.yaml")


def a_day(people: tuple[str, ...] = tuple("abcdefghijklmn"), start: time = time(9)) -> tuple[DayApp, DayDesk, FakeDay]:
    host = FakeHost()
    surroundings = FakeDay(shipped_exercises(), host.clock)
    programme = Programme(HALF_DAY.id, HALF_DAY.title, HALF_DAY.items, start=start, end=time(12, 15))
    day = DayDesk(Day("abcdef01", host.clock.wall().date(), programme, people), surroundings)
    return an_app(host, Start(day=day)), day, surroundings


def shown(app: DayApp) -> str:
    return "\n".join(str(text.render()) for text in app.screen.query(Static))


def day_screen(app: DayApp) -> DayScreen:
    """The day's own screen, on top or not."""
    return next(screen for screen in app.screen_stack if isinstance(screen, DayScreen))


def day_picture(path: Path, size: Size = MIDDLE, keys: tuple[str, ...] = ()) -> None:
    """The day as it opens, after these keys."""
    take(a_day()[0], path, size, keys)


async def test_enter_leads_the_next_exercise_and_comes_back_to_the_day() -> None:
    """The lobby, the hour, the saved page, and then the plan with what is over."""
    app, day, _ = a_day()
    async with opened(app, SMALL) as look:
        await look.press("enter")
        assert type(app.screen).__name__ == LobbyScreen.__name__
        assert day.desk is not None
        day.desk.close()
        app.on_end_session()
        await look.press()
        assert "Enter till dagen" in app.screen.query_one(KeyBar).render().plain
        await look.press("enter")
        assert type(app.screen).__name__ == DayScreen.__name__
        assert "✓" in shown(app)


class NoRoom(SessionRunnerError):
    """The record could not be kept."""

    cause = "storage.box-full"


async def test_a_day_that_cannot_be_saved_yet_says_so_and_can_be_ended_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: a full disk ends no program."""
    app, _, surroundings = a_day()
    refusals = iter([True, False])

    def tell(*given: object) -> Delivery:
        if next(refusals):
            raise NoRoom()
        return Delivery()

    async with opened(app, SMALL) as look:
        monkeypatch.setattr(surroundings, "tell", tell)
        await look.press("e", "enter")
        assert app.failure is None and [one.severity for one in app._notifications] == ["warning"]
        await look.press("e", "enter")
        assert app.words("programme.screen.bye") in shown(app)


async def test_a_break_has_its_clock_on_the_same_screen() -> None:
    """And Enter goes straight on to what comes after it."""
    app, day, _ = a_day()
    day.plan.skip()
    day.plan.skip()
    async with opened(app, SMALL) as look:
        await look.press("enter")
        assert "Paus till" in shown(app)
        await look.press("enter")
        assert type(app.screen).__name__ == LobbyScreen.__name__


async def test_what_gives_is_chosen_with_a_digit_and_taken_back_with_z() -> None:
    """Forty minutes late: the plan stands until somebody says yes."""
    app, day, surroundings = a_day()
    surroundings.clock.advance(minutes=40)
    before = day.day
    async with opened(app, MIDDLE) as look:
        assert "Tryck f" in shown(app)
        await look.press("f")
        assert isinstance(app.screen, OfferScreen)
        await look.press("escape")
        assert day.day == before
        await look.press("f", "1")
        assert day.day != before
        await look.press("z")
        assert day.day == before


async def test_who_is_here_is_asked_before_anything_begins() -> None:
    """Once, with one field; Enter before that begins nothing."""
    app, day, _ = a_day(people=())
    async with opened(app, SMALL) as look:
        await look.press("escape", "enter")
        assert isinstance(app.screen, AskLine)
        await look.press("1", "2", "enter")
        assert len(day.day.people) == 12


async def test_the_next_item_can_wait_or_be_changed() -> None:
    """Both are said in words, and neither without a question or a way back."""
    app, day, _ = a_day()
    async with opened(app, SMALL) as look:
        await look.press("b", "j", "enter")
        assert day.day.skipped == {0}
        await look.press("w", "n", "escape", "e", "enter")
        assert "inget att spara" in shown(app)


async def test_the_key_for_help_helps_here_too() -> None:
    """h is help in every hour: in the day it puts nothing off, it says what there is to do."""
    app, day, _ = a_day()
    async with opened(app, SMALL) as look:
        await look.press("h")
        assert "Här är hela dagen." in shown(app)
        await look.press("escape", "enter")
        assert day.day.skipped == set()


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_the_whole_day_is_seen_without_scrolling(size: Size) -> None:
    """Every item, its times, and the key that goes on."""
    app, _, _ = a_day()
    async with opened(app, size):
        screen = "\n".join("".join(part.text for part in line) for line in app.screen._compositor.render_strips())
        for title in ("Våra spelregler", "Fika", "Hur söker vi information?"):
            assert title in screen
        assert "Enter" in screen


@pytest.mark.parametrize(("key", "told"), [("enter", "Dagen är i tid"), ("e", "gå till biblioteket")])
async def test_a_day_from_an_earlier_date_is_asked_about(key: str, told: str) -> None:
    """Go on with times from now, or end it; until then nothing has changed."""
    app, day, surroundings = a_day()
    held = day.begin()
    held.handle(Next())
    held.close()
    surroundings.clock.advance(minutes=3 * 24 * 60)
    before = day.day
    async with opened(app, SMALL) as look:
        assert "är inte avslutad" in shown(app)
        assert not any("fattas" in str(text.render()) for text in app.screen_stack[-2].query(Static))
        assert day.day == before
        await look.press(key)
        assert told in shown(app)


async def test_a_day_left_open_goes_on_over_midnight_and_is_asked_about_the_morning_after() -> None:
    """The night's people see what is next; whoever opens the lid next day is asked, as after a start."""
    app, day, surroundings = a_day()
    surroundings.clock.advance(minutes=14 * 60 + 40)
    held = day.begin()
    held.handle(Next())
    held.close()
    async with opened(app, SMALL) as look:
        surroundings.clock.advance(minutes=30)
        day_screen(app).draw()
        await look.press()
        assert "Fika" in str(app.screen.query_one("#next-text", Static).render())
        surroundings.clock.advance(minutes=8 * 60)
        day_screen(app).draw()
        await look.press()
        assert "är inte avslutad" in shown(app)
        await look.press("enter")
        assert "Dagen är i tid" in shown(app)
