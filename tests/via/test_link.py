"""The line to the server when answers come late, cut off in the middle, or not at all."""

import asyncio
import socket
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from sessionrunner.via.gathering import Code, Meeting
from sessionrunner.via.hall import HallAway, Numbers
from sessionrunner.via.link import Link
from sessionrunner.via.mirror import Showing
from tests.hall.rooms import FORM, a_view


class SlowHall:
    """A server whose answers come when the test says so."""

    phone_url = ""

    def __init__(self) -> None:
        self.asked = threading.Semaphore(0)
        """Released each time somebody asks for the numbers, or for envelopes."""
        self.answer = asyncio.Event()
        self.counted = Numbers({FORM: 7}, {}, 0)

    async def open(self, *told: object) -> int:
        return 0

    async def show(self, *told: object) -> None:
        """Shown."""

    async def numbers(self) -> Numbers:
        counted = self.counted
        self.asked.release()
        await self.answer.wait()
        return counted

    async def take(self, step: str, least: int) -> tuple[bytes, ...]:
        self.asked.release()
        await asyncio.Event().wait()
        return ()

    async def forget(self, step: str, envelopes: Sequence[bytes]) -> None:
        """Forgotten."""

    async def leave(self) -> None:
        """Gone."""


@pytest.fixture
def hall() -> SlowHall:
    return SlowHall()


@pytest.fixture
def link(hall: SlowHall) -> Iterator[Link]:
    slow: Any = hall
    line = Link(slow, Showing(a_view, b"k" * 32, "sv"))
    line.start(patience=0)
    yield line
    line.stop()


def test_numbers_counted_before_the_answers_came_home_are_not_believed(link: Link, hall: SlowHall) -> None:
    """Rule: an answer is never counted both there and here."""
    told = list[Numbers]()
    link.changed = lambda: told.append(link.numbers)
    hall.asked.acquire()
    link.forget(FORM, (b"envelope",))
    hall.counted = Numbers({FORM: 0}, {}, 1)
    link._loop.call_soon_threadsafe(hall.answer.set)
    hall.asked.acquire()
    assert FORM not in link.numbers.answers or link.numbers.answers[FORM] == 0
    assert all(one.answers.get(FORM, 0) == 0 for one in told)


def test_who_waits_when_the_line_is_cut_hears_it_at_once(link: Link, hall: SlowHall) -> None:
    """Rule: nobody waits for an answer that cannot come."""
    hall.asked.acquire()
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(link.take, FORM, 1)
        hall.asked.acquire()
        link._loop.call_soon_threadsafe(hall.answer.set)
        link.stop()
        with pytest.raises(HallAway):
            waiting.result()


def test_an_answer_cut_off_in_the_middle_is_a_server_that_is_away() -> None:
    """Rule: the rooms' sheets are fetched again at the next look."""
    with socket.create_server(("127.0.0.1", 0)) as door, ThreadPoolExecutor(1) as threads:
        meeting = Meeting(f"http://127.0.0.1:{door.getsockname()[1]}", "key", Code.fresh())
        asking = threads.submit(meeting.direction)
        line, _ = door.accept()
        with line:
            line.recv(65536)
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        with pytest.raises(HallAway):
            asking.result()
