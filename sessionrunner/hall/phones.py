"""The phones' routes for many rooms: each token finds its room, and the room has the pages of one on a laptop."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter

from aiohttp import web

from sessionrunner.core.reflections import Rejection
from sessionrunner.hall.database import StoreAway
from sessionrunner.hall.metrics import Metrics
from sessionrunner.hall.room import HallRoom
from sessionrunner.hall.rooms import RoomRow
from sessionrunner.hall.store import Store
from sessionrunner.locale import load
from sessionrunner.web.answers import Intake, Mark, Sheet
from sessionrunner.web.border import Border
from sessionrunner.web.flow import Flow, TooBusy
from sessionrunner.web.page import PhonePage
from sessionrunner.web.phones import MOST_BYTES, Phones
from sessionrunner.web.scripts import script
from sessionrunner.web.voice import Voice

TOKEN = re.compile(r"[A-Za-z0-9_-]{10}")
"""What a room's secret looks like; nothing else is looked up."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


MOST_STREAMS = 600
"""Of one room at one worker: the largest room, each phone and computer with the page open more than twice."""


class SealedIntake(Intake):
    """Hands on what the phone has sealed as it is, and what it could not seal to be sealed at once."""

    def __init__(self, room: HallRoom, flow: Flow, threads: ThreadPoolExecutor, metrics: Metrics) -> None:
        super().__init__(room, flow, threads)
        self._hall_room = room
        self._workers = threads
        self._metrics = metrics

    async def full(self, step: str) -> bool:
        """The database is asked in a thread: the others' requests do not wait for it."""
        return await asyncio.get_running_loop().run_in_executor(self._workers, self._hall_room.full, step)

    async def mark(self, mark: Mark) -> None:
        """The same for somebody who is done."""
        room, loop = self._hall_room, asyncio.get_running_loop()
        await loop.run_in_executor(self._workers, room.mark_ready, mark.what, mark.mark, mark.done)

    def submit(self, sheet: Sheet) -> Sequence[Rejection]:
        """Hand one form to the room. Blocks."""
        began = perf_counter()
        room = self._hall_room
        try:
            if sheet.sealed:
                rejections = room.submit_sealed(sheet.step, sheet.submission, sheet.sealed)
            else:
                rejections = room.submit(sheet.step, sheet.submission, sheet.raw)
        except StoreAway:
            self._metrics.away += 1
            raise
        if rejections:
            self._metrics.refused += 1
        else:
            self._metrics.acknowledge(perf_counter() - began)
        return rejections


@dataclass(frozen=True, slots=True)
class _Place:
    """A room this worker has been asked about, with its pages and its stream."""

    room: HallRoom
    phones: Phones
    stream: "asyncio.Task[None]"


class HallPhones:
    """All rooms of one worker; what it remembers of them it can forget at any time."""

    def __init__(self, store: Store, border: Border, threads: ThreadPoolExecutor, metrics: Metrics) -> None:
        self._store = store
        self._border = border
        self._threads = threads
        self._metrics = metrics
        self._script = script("sealing")
        self._places: dict[str, _Place] = {}
        self._strangers = Flow()

    def add_to(self, app: web.Application) -> None:
        """Answer under ``/s``, as the server beside a leader does."""
        router = app.router
        router.add_get("/s/{token}", self._in_room(lambda phones: phones.missing_slash), allow_head=False)
        router.add_get("/s/{token}/", self._in_room(lambda phones: phones.show), allow_head=False)
        router.add_get("/s/{token}/state", self._in_room(stream_of), allow_head=False)
        router.add_post("/s/{token}/answers", self._in_room(lambda phones: phones.take))
        router.add_post("/s/{token}/klar", self._in_room(lambda phones: phones.mark))
        router.add_get("/s/{token}/tillganglighet", self._in_room(lambda phones: phones.statement), allow_head=False)
        router.add_get("/s/{token}/static/{name}", self._in_room(lambda phones: phones.script), allow_head=False)

    def readers(self) -> Mapping[str, int]:
        """How many phones follow each room here."""
        return {token: place.phones.feed.readers for token, place in self._places.items()}

    def known(self) -> tuple[str, ...]:
        """Rooms this worker remembers."""
        return tuple(self._places)

    async def look_again(self, token: str) -> None:
        """Show what the room shows now; a room that is gone says good-bye."""
        place = self._places.get(token)
        if place is None:
            return
        row = await self._row(token)
        if row is None:
            await self._part(token)
        else:
            place.room.update(row)
            place.phones.feed.nudge()

    async def close(self) -> None:
        """End every stream."""
        for token in self.known():
            await self._part(token)

    def _in_room(self, choose: Callable[[Phones], Handler]) -> Handler:
        async def handle(request: web.Request) -> web.StreamResponse:
            phones = await self._find(request.match_info["token"], request.remote or "")
            if len(await request.read()) > MOST_BYTES:
                # Only leaders have more to say.
                raise web.HTTPRequestEntityTooLarge(max_size=MOST_BYTES, actual_size=request.content_length or 0)
            return await choose(phones)(request)

        return handle

    async def _find(self, token: str, address: str) -> Phones:
        place = self._places.get(token)
        if place is None:
            if not TOKEN.fullmatch(token):
                raise web.HTTPNotFound
            # Guessing tokens must not keep the database from those who have one.
            self._strangers.pass_one(address)
            place = await self._take_in(token)
        return place.phones

    async def _take_in(self, token: str) -> _Place:
        """The room, as new as it is now; HTTPNotFound when there is none."""
        row = await self._row(token)
        if row is None:
            raise web.HTTPNotFound
        if token not in self._places:
            self._places[token] = self._place(row)
        try:
            # Who changed it while it was read has told nobody here.
            await self.look_again(token)
        except StoreAway:
            await self._part(token)
            raise
        if token not in self._places:
            raise web.HTTPNotFound
        return self._places[token]

    def _place(self, row: RoomRow) -> _Place:
        room = HallRoom(self._store, row)
        page = PhonePage(Voice(load(room.language)), self._border.style, room.key)
        intake = SealedIntake(room, Flow(), self._threads, self._metrics)
        phones = Phones(room, self._border, page, self._script, room.following, intake)
        return _Place(room, phones, asyncio.create_task(phones.feed.run()))

    async def _part(self, token: str) -> None:
        place = self._places.pop(token, None)
        if place is None:
            return  # two have heard of the end
        place.stream.cancel()
        await place.phones.feed.end()

    async def _row(self, token: str) -> RoomRow | None:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._store.rooms.find, token)


def stream_of(phones: Phones) -> Handler:
    """Where a phone follows; TooBusy when somebody holds more of a room's streams than its people can need."""
    if phones.feed.readers >= MOST_STREAMS:
        raise TooBusy
    return phones.feed.serve
