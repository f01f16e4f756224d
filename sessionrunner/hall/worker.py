"""One worker: rooms behind one door that it shares with the other workers, and its ear at the database."""

import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import parent_process
from uuid import uuid4

from aiohttp import web

from sessionrunner.core.theme import Theme
from sessionrunner.hall.database import StoreAway
from sessionrunner.hall.gatherings import Gatherings
from sessionrunner.hall.hearing import Hearing
from sessionrunner.hall.leaders import Leaders
from sessionrunner.hall.metrics import Metrics
from sessionrunner.hall.phones import HallPhones
from sessionrunner.hall.store import Store
from sessionrunner.hall.strangers import Strangers
from sessionrunner.locale import Catalogue
from sessionrunner.web import styles
from sessionrunner.web.border import Border, application, quiet_log
from sessionrunner.web.guard import Limits, descriptors
from sessionrunner.web.listening import Listener

MOST_BYTES = 256 * 1024
"""Largest body of a request: a view with two hundred names."""
_FILES = 32_768
"""Open files a worker asks for: one for every phone that follows; the service's own limit may be lower."""
_THREADS = 32
"""Questions to the database that may wait at once."""
_ROUND = 5.0
"""Seconds between telling how many phones follow."""
_SWEEP = 12
"""Rounds between removals of what is over."""
_AGAIN = 1.0
"""Seconds before the database is asked again what a room shows."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How pages look and speak."""

    words: Catalogue
    light: Theme
    dark: Theme


@dataclass(frozen=True, slots=True)
class Doors:
    """Where to serve, and as whom."""

    address: str
    port: int
    public: str
    """The host name that phones and leaders use, with its port unless that is 443."""
    metrics: int | None = None
    """Port on this machine where the numbers can be read; None for nowhere."""
    proxies: frozenset[str] = frozenset({"127.0.0.1", "::1"})
    """Addresses whose word about the sender is taken."""


class Worker:
    """Everything that lives in one worker's loop."""

    def __init__(self, store: Store, looks: Looks, doors: Doors) -> None:
        self._store = store
        self._doors = doors
        self._metrics = Metrics()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="store")
        self._log = quiet_log("sessionrunner.hall")
        style = styles.phone_style(looks.light, looks.dark)
        hosts = frozenset({doors.public})
        self._border = Border(hosts, "", looks.words, style, styles.policy(style), self._log)
        self._phones = HallPhones(store, self._border, self._threads, self._metrics)
        self._id = uuid4()
        self._ending = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop

    async def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Serve until asked to stop."""
        loop = self._loop = asyncio.get_running_loop()
        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sign, self._ending.set)
        self._end_with_the_first(loop)
        limits = Limits(connections=20_000, per_address=20_000, streams=15_000, streams_per_address=15_000)
        listener = Listener(self._application(), self._border, limits.within(descriptors(_FILES)))
        await listener.open(shared_door(self._doors.address, self._doors.port))
        numbers = await self._open_metrics()
        hearing = Hearing(self._store.database.url, self._heard, self._missed)
        hearing.start()
        rounds = asyncio.create_task(self._rounds())
        ready()
        await self._ending.wait()
        rounds.cancel()
        await loop.run_in_executor(None, hearing.stop)
        await self._phones.close()
        await listener.close()
        await numbers()
        self._threads.shutdown(wait=True)

    def _end_with_the_first(self, loop: asyncio.AbstractEventLoop) -> None:
        """Nobody would replace or stop a worker whose first process has been killed."""
        first = parent_process()
        if first is not None:
            loop.add_reader(int(first.sentinel), self._ending.set)

    def _application(self) -> web.Application:
        app = application(self._border, MOST_BYTES)
        app.middlewares.insert(0, behind(self._doors.proxies))
        self._phones.add_to(app)
        leaders = Leaders(self._store, self._threads, Strangers())
        leaders.add_to(app)
        Gatherings(self._store.database, self._threads, self._border, leaders.name, Strangers()).add_to(app)
        app.router.add_get("/health", self._health, allow_head=False)
        return app

    async def _health(self, request: web.Request) -> web.StreamResponse:
        well = await asyncio.get_running_loop().run_in_executor(self._threads, self._store.database.well)
        return web.json_response({"database": well}, status=200 if well else 503)

    async def _open_metrics(self) -> Callable[[], Awaitable[None]]:
        if self._doors.metrics is None:
            return _nothing
        app = web.Application()
        app.router.add_get("/metrics", self._show_metrics, allow_head=False)
        runner = web.AppRunner(app, handle_signals=False, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._doors.metrics).start()
        return runner.cleanup

    async def _show_metrics(self, request: web.Request) -> web.StreamResponse:
        readers = self._phones.readers()
        return web.Response(text=self._metrics.text(len(readers), sum(readers.values())))

    def _heard(self, token: str) -> None:
        """From the ear's thread: a room has changed."""
        self._soon(lambda: self._phones.look_again(token))

    def _missed(self) -> None:
        """From the ear's thread: any room may have changed."""
        for token in self._phones.known():
            self._heard(token)

    def _soon(self, work: Callable[[], Awaitable[None]]) -> None:
        asyncio.run_coroutine_threadsafe(despite_trouble(work), self._loop)

    async def _rounds(self) -> None:
        """Tell how many phones follow here, and now and then remove what is over."""
        loop = asyncio.get_running_loop()
        number = 0
        while True:
            number += 1
            with contextlib.suppress(StoreAway):
                readers, note = self._phones.readers(), self._store.presence.note_readers
                await loop.run_in_executor(self._threads, note, self._id, readers)
                if number % _SWEEP == 1:
                    await loop.run_in_executor(self._threads, self._store.sweep)
            await asyncio.sleep(_ROUND)


async def despite_trouble(work: Callable[[], Awaitable[None]], again: float = _AGAIN) -> None:
    """Do it, and do it again in so many seconds while the database is away; what the ear told is not told again."""
    while True:
        try:
            return await work()
        except StoreAway:
            await asyncio.sleep(again)


async def _nothing() -> None:
    """No door of numbers to close."""


def shared_door(address: str, port: int) -> socket.socket:
    """A socket that several workers listen at; the system gives each new connection to one of them."""
    door = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if sys.platform != "win32":  # where ``serve`` has already said no
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    door.bind((address, port))
    return door


def behind(proxies: frozenset[str]) -> Callable[..., Awaitable[web.StreamResponse]]:
    """What a proxy of ours says about the sender and the scheme holds; from anybody else it is ignored."""

    @web.middleware
    async def told(request: web.Request, handler: Callable[..., Awaitable[web.StreamResponse]]) -> web.StreamResponse:
        sender = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if request.remote in proxies and sender:
            scheme = request.headers.get("X-Forwarded-Proto", request.scheme)
            request = request.clone(remote=sender, scheme="https" if scheme == "https" else "http")
        return await handler(request)

    return told
