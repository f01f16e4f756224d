"""Opened answers: read by the leader, shown to the room one by one or all."""

import pytest

from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, answer, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import LARGE, TEXTS


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    return desk


async def shown_after(look: Look, desk: Desk, *keys: str) -> tuple[int, int]:
    """Which card the room sees after these keys, and how many answers there are on the wall."""
    await look.press(*keys)
    return desk.room.shown().number, sum(len(one.answers) for one in desk.room.shown().answers)


async def test_the_leader_reads_before_the_room_does(host: FakeHost, desk: Desk) -> None:
    """Opening answers puts nothing on the wall by itself, and the screen says so."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert await shown_after(look, desk, "r", "enter") == (0, 0)
        assert "Väggen visar inga svar." in look.text()


async def test_answers_are_shown_one_by_one(host: FakeHost, desk: Desk) -> None:
    """n is the next answer, b the one before."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert await shown_after(look, desk, "r", "enter", "n", "n") == (2, 1)
        assert "Väggen visar svar 2 av 8." in look.text()
        assert await shown_after(look, desk, "b") == (1, 1)


async def test_answers_are_shown_all_and_hidden(host: FakeHost, desk: Desk) -> None:
    """a is all of them, d takes them away; the leader still reads them."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert await shown_after(look, desk, "r", "enter", "a") == (0, 2 * len(TEXTS))
        assert await shown_after(look, desk, "d") == (0, 0)
        assert "Kortare meningar." in look.text()


async def test_closing_the_list_leaves_the_wall_as_it_is(host: FakeHost, desk: Desk) -> None:
    """Esc goes back to the notes, and r opens the list again where it was."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert await shown_after(look, desk, "r", "enter", "n", "escape", "r") == (1, 1)
        assert "Väggen visar svar 1 av 8." in look.text()


async def test_those_who_are_done_are_counted(host: FakeHost) -> None:
    """Where nothing is collected, the leader sees how many have said that they are done."""
    desk = running(host, 3)
    for mark in "abc":
        desk.room.mark_ready("bikupa", mark)
    desk.room.mark_ready("borden", "d")
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert "3 av 13 klara" in look.words()


async def test_the_shared_screen_shows_the_answers_that_were_put_up(host: FakeHost, desk: Desk) -> None:
    """Where the projector mirrors the laptop, answers come one by one in the view for everybody."""
    desk.reveal("reflektion", on_wall=False)
    async with opened(an_app(host, Start(desk=desk)), LARGE) as look:
        await look.press("v")
        assert not any(text in look.text() for text in TEXTS)
        await look.press("n")
        assert [text in look.words() for text in TEXTS].count(True) == 1 and "1 / 8" in look.text()
        await look.press("d")
        assert not any(text in look.text() for text in TEXTS)


async def test_the_shared_screen_says_how_many_are_done(host: FakeHost, desk: Desk) -> None:
    """The same number as on the wall."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("v")
        assert "7 av 13 klara" in look.words()


async def test_the_shared_screen_warns_two_minutes_before_groups_stop(host: FakeHost) -> None:
    """As wall and phones do."""
    desk = running(host, 3)
    host.clock.advance(minutes=1.5)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("v")
        assert "2 minuter kvar" in look.words()


async def test_every_key_of_the_list_can_be_read(host: FakeHost, desk: Desk) -> None:
    """A name in an answer: how to take it off the wall, and where to hide it, stands there on the smallest screen."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("r", "enter")
        assert "d ta ner" in look.words() and "x sortera, dölj" in look.words() and "Esc stäng" in look.words()
        await look.pilot.click("#keys", offset=(1, 1))
        await look.until(lambda: "BARA DU SER DET HÄR" in look.text())
