"""Phones and wall follow along."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from threading import Event

import aiohttp
import pytest

from sessionrunner.core.commands import Next, Pause, PauseReason
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.showing import Shown, Turn
from sessionrunner.web.server import AudienceServer
from tests.web.fakes import NOTES, Room
from tests.web.pictures import THOUGHTS, fill_box
from tests.web.wire import ask

State = dict[str, object]
_PATIENCE = 60.0


class Follower:
    """Reads states as a browser would."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def next(self) -> State:
        """The next state that arrives."""
        async with asyncio.timeout(_PATIENCE):
            async for line in self._response.content:
                if line.startswith(b"data: "):
                    return dict(json.loads(line[6:]))
        raise AssertionError("the stream ended")

    async def until(self, reached: Callable[[State], object]) -> State:
        """The first state for which this holds."""
        while not reached(state := await self.next()):
            pass
        return state

    async def ended(self) -> bool:
        """True when the server has closed the stream."""
        async with asyncio.timeout(_PATIENCE):
            await self._response.content.read()
        return self._response.content.at_eof()


@asynccontextmanager
async def following(url: str) -> AsyncIterator[Follower]:
    """A connection of its own to the state behind this page."""
    async with aiohttp.ClientSession() as session, session.get(url + "state") as response:
        assert response.content_type == "text/event-stream"
        yield Follower(response)


async def eventually(condition: Callable[[], object]) -> None:
    """Return as soon as it holds."""
    async with asyncio.timeout(_PATIENCE):
        while not condition():
            await asyncio.sleep(0.01)


async def in_thread(call: Callable[[], object]) -> Awaitable[None] | None:
    """Do what the leader's thread does."""
    await asyncio.get_running_loop().run_in_executor(None, call)
    return None


async def test_who_comes_late_sees_where_the_room_is(room: Room, server: AudienceServer) -> None:
    """Rule: the first thing a phone hears is the state as it stands."""
    room.go_to("borden")
    async with following(server.phone_url) as phone:
        state = await phone.next()
    assert (state["step"], state["number"], state["total"]) == ("Fyra bord, fyra påståenden", 2, 5)


async def test_a_key_press_reaches_the_phones(room: Room, server: AudienceServer) -> None:
    """Rule: when the leader goes on, so do the phones."""
    async with following(server.phone_url) as phone:
        await phone.next()
        await in_thread(lambda: room.desk.handle(Next()))
        assert (await phone.until(lambda state: state["number"]))["step"] == "Syfte och tid"


async def test_a_form_opens_and_closes_on_the_phones(room: Room, server: AudienceServer) -> None:
    """Rule: the form is there when the step collects, until its grace is over."""
    room.go_to("reflektion")
    async with following(server.phone_url) as phone:
        assert (await phone.next())["form"]
        await in_thread(lambda: room.desk.handle(Next()))
        await phone.until(lambda state: state["number"] == 5)
        room.clock.advance(minutes=2)
        assert (await phone.until(lambda state: not state["form"]))["form"] is None


async def test_a_new_round_reaches_the_phones_without_a_key_press(room: Room, server: AudienceServer) -> None:
    """Rule: rounds change by the clock."""
    room.go_to("borden")
    async with following(server.phone_url) as phone:
        await phone.next()
        room.clock.advance(minutes=4, seconds=10)
        moving = await phone.until(lambda state: state["lap"])
    assert isinstance(moving["lap"], dict) and moving["lap"]["part"] == "move"


async def test_a_pause_is_told(room: Room, server: AudienceServer) -> None:
    """Rule: the phone's clock stands still when the leader's does."""
    room.go_to("start")
    async with following(server.phone_url) as phone:
        await phone.next()
        await in_thread(lambda: room.desk.handle(Pause(PauseReason.TECHNOLOGY)))
        assert (await phone.until(lambda state: state["paused"]))["paused"] == "technology"


async def test_phones_that_follow_are_counted(server: AudienceServer) -> None:
    """Rule: the leader sees how many follow along, also when somebody leaves."""
    async with AsyncExitStack() as stack:
        for _ in range(5):
            await (await stack.enter_async_context(following(server.phone_url))).next()
        assert server.connected == 5
    await eventually(lambda: server.connected == 0)


async def test_two_hundred_phones_hear_a_key_press(room: Room, server: AudienceServer) -> None:
    """Rule: the largest room is no trouble."""
    async with AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(following(server.phone_url)) for _ in range(200)]
        await asyncio.gather(*(phone.next() for phone in phones))
        await in_thread(lambda: room.desk.handle(Next()))
        states = await asyncio.gather(*(phone.until(lambda state: state["number"]) for phone in phones))
    assert {state["step"] for state in states} == {"Syfte och tid"}


async def test_the_end_is_told_before_the_line_is_cut(room: Room, server: AudienceServer) -> None:
    """Rule: phones say goodbye instead of looking for contact."""
    room.go_to("avslut")
    room.desk.audience = server
    async with following(server.phone_url) as phone:
        await phone.next()
        await in_thread(room.desk.close)
        await phone.until(lambda state: state["stage"] == "closed")
        assert await phone.ended()


async def test_the_wall_counts_answers(room: Room, server: AudienceServer) -> None:
    """Rule: the room sees how many are done, never who."""
    room.go_to("reflektion")
    async with following(server.wall_url) as wall:
        assert (await wall.next())["answered"] == 0
        room.desk.room.submit("reflektion", "1" * 32, {"tar-med": "Kanarie"})
        state = await wall.until(lambda state: state["answered"])
    assert (state["answered"], state["people"]) == (1, 13)
    assert "Kanarie" not in json.dumps(state)


async def test_lessons_are_on_the_wall_as_they_are_typed_and_not_on_the_phones(
    room: Room, server: AudienceServer
) -> None:
    """Rule: the room sums up on the wall."""
    room.go_to("avslut")
    async with following(server.wall_url) as wall, following(server.phone_url) as phone:
        await wall.next()
        await in_thread(lambda: room.desk.add_lesson(LessonKind.IDEA, "Bikupor varje vecka"))
        await wall.until(lambda state: state["lessons"])
        assert "lessons" not in await phone.next()


async def test_opened_answers_are_on_the_wall_until_the_step_after(room: Room, server: AudienceServer) -> None:
    """Rule: five answers may be shown; they do not follow along for the rest of the day."""
    room.go_to("start")
    await in_thread(lambda: [room.desk.handle(Next()) for _ in range(3)])
    for number in range(5):
        room.desk.room.submit("reflektion", f"{number:032x}", {"nytta": "7"})
    async with following(server.wall_url) as wall:
        assert (await wall.next())["revealed"] == []
        await in_thread(lambda: room.desk.reveal("reflektion"))
        shown = await wall.until(lambda state: state["revealed"])
    assert json.dumps(shown["revealed"]).count('"number": 5') == 1


async def test_the_wall_receives_only_the_answer_that_is_shown(room: Room, server: AudienceServer) -> None:
    """Rule: what the leader has not put up is not in the wall's browser either; the control shows them all."""
    room.go_to("reflektion")
    for number in range(5):
        room.desk.room.submit("reflektion", f"{number:032x}", {"tar-med": f"Kanarie {number}"})
    room.desk.reveal("reflektion", on_wall=False)
    async with following(server.wall_url) as wall:
        heard = [await wall.next()]
        for turn in (Turn.NEXT, Turn.ALL):
            await in_thread(partial(room.desk.show, turn))
            heard.append(await wall.until(lambda state: state["revealed"] != heard[-1]["revealed"]))
    assert [json.dumps(state).count("Kanarie") for state in heard] == [0, 1, 5]


async def test_fewer_than_k_answers_are_never_on_the_wall(room: Room, server: AudienceServer) -> None:
    """Rule: four answers stay closed."""
    room.go_to("reflektion")
    for number in range(4):
        room.desk.room.submit("reflektion", f"{number:032x}", {"nytta": "7"})
    room.desk.reveal("reflektion")
    async with following(server.wall_url) as wall:
        assert (await wall.next())["revealed"] == []


async def test_the_leaders_notes_reach_nobody(room: Room, server: AudienceServer) -> None:
    """Rule: what the leader reads is on no phone and on no wall; the control is that it is in the exercise."""
    room.go_to("borden")
    async with following(server.wall_url) as wall, following(server.phone_url) as phone:
        heard = json.dumps([await wall.next(), await phone.next()])
    assert "HEMLIG" not in heard
    assert room.desk.session.step is not None and room.desk.session.step.notes == NOTES


async def test_answers_opened_after_a_decision_are_shown_until_the_next_one(room: Room, server: AudienceServer) -> None:
    """Rule: the wall follows what the room does now, whichever comes last."""
    room.go_to("reflektion")
    for number in range(5):
        room.desk.room.submit("reflektion", f"{number:032x}", {"nytta": "7"})
    await in_thread(lambda: room.go_to("avslut"))
    async with following(server.wall_url) as wall:
        await in_thread(lambda: room.desk.add_lesson(LessonKind.IDEA, "Bikupor"))
        await wall.until(lambda state: state["lessons"])
        await in_thread(lambda: room.desk.reveal("reflektion"))
        await wall.until(lambda state: state["revealed"])
        await in_thread(lambda: room.desk.add_lesson(LessonKind.IDEA, "Mer tid"))
        await wall.until(lambda state: not state["revealed"])


@pytest.mark.parametrize("wall", [True, False])
async def test_one_look_that_fails_is_not_the_last(
    room: Room, server: AudienceServer, monkeypatch: pytest.MonkeyPatch, wall: bool
) -> None:
    """Rule: whatever goes wrong in one moment, wall and phones follow along in the next."""
    tried: list[int] = []

    def fail() -> None:
        tried.append(1)
        raise ZeroDivisionError

    async with following(server.wall_url if wall else server.phone_url) as page:
        await page.next()
        with monkeypatch.context() as broken:
            broken.setattr(room.desk.room, "public", fail)
            await eventually(lambda: tried)
        await in_thread(lambda: room.go_to("borden"))
        assert (await page.until(lambda state: state["number"] == 2))["step"] == "Fyra bord, fyra påståenden"


def test_who_looks_while_answers_are_being_opened_sees_them(
    room: Room, server: AudienceServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: what was on the wall before does not come back for a moment."""
    room.go_to("reflektion")
    fill_box(room, 5)
    room.desk.reveal("reflektion")
    tell, begun, go_on = room.desk.room.shown, Event(), Event()

    def shown() -> Shown:
        begun.set()
        go_on.wait(60)
        return tell()

    monkeypatch.setattr(room.desk.room, "shown", shown)
    with ThreadPoolExecutor(2) as projectors:
        first = projectors.submit(ask, server.wall_url, "")
        begun.wait(60)
        second = projectors.submit(ask, server.wall_url, "")
        wait([second], timeout=0.3)
        go_on.set()
        assert all(THOUGHTS[0] in one.result(60).text for one in (first, second))
