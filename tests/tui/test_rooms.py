"""What all rooms of the day have come to, from the leader's screen."""

import asyncio

import pytest

from sessionrunner.core.session import NotPossible
from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.fakes import FakeRooms
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import Look, opened


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    return running(host, 1)


@pytest.fixture
def rooms(desk: Desk) -> FakeRooms:
    desk.room.rooms = found = FakeRooms()
    return found


async def seen(look: Look, text: str) -> None:
    """Return when this can be read: a thread has asked a server."""
    async with asyncio.timeout(60):
        while text not in f"{look.words()} {look.told()}":
            await look.pilot.pause(0.02)


async def test_one_key_reads_the_rooms_and_another_shows_them(host: FakeHost, desk: Desk, rooms: FakeRooms) -> None:
    """Rule: nothing is on the wall before the leader says so, and the same key takes it away."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f12")
        await seen(look, "Vi ringer innan mötet.")
        await look.press("v")
        await seen(look, "Er vägg visar alla rum nu.")
        assert desk.room.shown().rooms == rooms.told
        await look.press("v")
        await seen(look, "Er vägg visar ert eget rum.")


async def test_every_wall_follows_though_the_own_one_shows_the_rooms_already(
    host: FakeHost, desk: Desk, rooms: FakeRooms
) -> None:
    """Rule: the key for every wall puts them up there first; once more takes them away."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f12", "v")
        await seen(look, "Er vägg visar alla rum nu.")
        await look.press("a")
        await seen(look, "Dagens ledare")
        await look.press("a")
        await seen(look, "Er vägg visar ert eget rum.")
    assert not rooms.everywhere


async def test_who_may_not_decide_for_all_walls_is_told(host: FakeHost, desk: Desk, rooms: FakeRooms) -> None:
    """Rule: in plain words; the own wall stays as it was."""
    rooms.refuses = NotPossible("no-rooms")
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f12", "a")
        await seen(look, "Det här rummet sammanfattar för sig.")
    assert not rooms.up


async def test_what_the_days_leader_put_up_is_told_on_the_screen(host: FakeHost, desk: Desk, rooms: FakeRooms) -> None:
    """Rule: a wall that changes by itself is explained, with the key that changes it back."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        rooms.up = True
        await seen(look, "Er vägg visar alla rum nu. F12 och sedan v tar bort dem")
        await look.press("v")
        assert "Vi skriver upp frågorna på tavlan." in look.words()


async def test_a_room_by_itself_is_told_how_rooms_join(host: FakeHost, desk: Desk) -> None:
    """Rule: no empty screen."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f12")
        assert "sammanfattar för sig" in look.told()
