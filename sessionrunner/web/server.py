"""The audience's server: a thread with its own loop, one door for phones and one for the wall."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Set

from aiohttp import web

from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.ports import Network, Room
from sessionrunner.web import styles
from sessionrunner.web.border import Border, quiet_log
from sessionrunner.web.doors import Doors, host_of
from sessionrunner.web.guard import Limits, descriptors
from sessionrunner.web.listening import Listener
from sessionrunner.web.network.lookout import Lookout
from sessionrunner.web.options import ServerOptions
from sessionrunner.web.page import PhonePage
from sessionrunner.web.phones import Phones
from sessionrunner.web.scripts import script
from sessionrunner.web.voice import Voice
from sessionrunner.web.wall import Invitation, Wall

WALL_LIMITS = Limits(connections=32, per_address=32, streams=8, streams_per_address=8)
"""Places of its own for the wall: whatever the phones' door suffers, the projector goes on."""


class AudienceServer:
    """Lets phones follow along and answer, and the projector show; it can neither lead nor read answers aloud."""

    def __init__(self, room: Room, catalogue: Catalogue, options: ServerOptions) -> None:
        self._words = catalogue
        self._options = options
        self._room = room
        self._lookout = Lookout(options.address, options.senses, self._announced)
        self._doors = Doors(options, self._lookout)
        self._audience: _Audience | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closing = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="audience", daemon=True)

    @property
    def port(self) -> int | None:
        """The phones' port; None while there is none."""
        return self._doors.port

    @property
    def wall_url(self) -> str:
        """The wall's page, reachable on this laptop only; empty while there is none."""
        return self._doors.wall_url

    @property
    def phone_url(self) -> str:
        """What the QR code says now; empty when no phone can reach this laptop."""
        if self._options.elsewhere is not None:
            return self._options.elsewhere.phone_url
        return self._doors.phone_url

    @property
    def trouble(self) -> SessionRunnerError | None:
        """Why phones cannot take part, when they cannot."""
        return self._doors.blocked or (self._options.elsewhere or self._lookout).trouble

    @property
    def network(self) -> Network:
        """Where phones are sent, and whether they come."""
        return self._options.elsewhere.network if self._options.elsewhere else self._lookout

    @property
    def connected(self) -> int:
        """Phones that follow along right now; those without a script are not counted."""
        if self._options.elsewhere is not None:
            return self._options.elsewhere.connected
        return self._audience.phones.feed.readers if self._audience else 0

    def start(self) -> None:
        """Return when both doors are open; what keeps phones out is told by ``trouble``, never raised."""
        self._thread.start()
        self._ready.wait()
        if self._options.elsewhere is not None:
            self._options.elsewhere.changed = self._announced
            self._options.elsewhere.begin()
        self._room.subscribe(self._changed)

    def stop(self) -> None:
        """Give everybody the last state, close every connection and free the ports."""
        if self._options.elsewhere is not None:
            self._options.elsewhere.stop()
        self._soon(self._closing.set)
        if self._thread.is_alive():
            self._thread.join()

    def _changed(self, session: Session) -> None:
        if self._audience is not None:
            self._soon(self._audience.changed)

    def _soon(self, call: Callable[[], None]) -> None:
        """Run this in the server's loop; nothing happens when that has ended."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(call)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        finally:
            self._ready.set()

    def _announced(self) -> None:
        """Phones are sent elsewhere, or helped into another Wi-Fi: doors and wall must know."""
        self._soon(self._tell_audience)

    def _tell_audience(self) -> None:
        if self._audience is not None:
            self._audience.invite(self._doors.invitation(self.phone_url), self._doors.hosts())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        log = quiet_log("sessionrunner.web.loop")
        # The loop's own handler writes on the leader's screen, a line for every connection it cannot accept.
        self._loop.set_exception_handler(lambda _, what: log.error("the network failed: %s", what.get("message")))
        self._lookout.look()
        doors = self._doors.open()
        self._audience = _Audience(self._room, self._words, self._options, self._lookout, lambda: self.connected, doors)
        if self.port:
            self._lookout.begin(self.port, lambda: self.connected)
        self._tell_audience()
        await self._audience.open()
        self._ready.set()
        await self._closing.wait()
        await self._audience.close()


class _Audience:
    """Everything that lives in the server's loop."""

    def __init__(
        self,
        room: Room,
        words: Catalogue,
        options: ServerOptions,
        lookout: Lookout,
        connected: Callable[[], int],
        doors: tuple[socket.socket | None, socket.socket | None],
    ) -> None:
        phone_door, wall_door = doors
        style = styles.phone_style(options.light, options.dark)
        self._hosts: set[str] = set()
        border = _border(options, words, style, self._hosts)
        wall_border = _border(options, words, styles.wall_style(options.theme), {host_of(wall_door)})
        self.phones = Phones(room, border, PhonePage(Voice(words), style), script("phone"), options.following)
        self.wall = Wall(room, connected, wall_border, script("wall"), options.following)
        limits = options.limits.within(descriptors())
        phones = self.phones.application()
        phones.on_response_prepare.append(self._notice)
        self._doors = (
            (phone_door, Listener(phones, border, limits, options.tls.context if options.tls else None)),
            (wall_door, Listener(self.wall.application(), wall_border, WALL_LIMITS)),
        )
        self._lookout = lookout
        self._tasks: list[asyncio.Task[None]] = []

    def invite(self, invitation: Invitation, hosts: frozenset[str]) -> None:
        """Show this invitation, and let in whoever asks for one of these hosts."""
        self._hosts.update(hosts)
        self.wall.invitation = invitation
        self.wall.changed()

    async def _notice(self, request: web.Request, response: web.StreamResponse) -> None:
        self._lookout.visited(request.remote, response.status < 400)

    async def open(self) -> None:
        """Serve at the doors that could be bound."""
        for door, listener in self._doors:
            if door is not None:
                await listener.open(door)
        keep_going = (self.phones.feed.run, self.wall.feed.run, self._lookout.run)
        self._tasks = [asyncio.create_task(work()) for work in keep_going]

    def changed(self) -> None:
        """Tell everybody who follows along."""
        self.phones.feed.nudge()
        self.wall.changed()

    async def close(self) -> None:
        """End the streams with the last state, then the connections."""
        for task in self._tasks:
            task.cancel()
        for feed in (self.phones.feed, self.wall.feed):
            await feed.end()
        for _, listener in self._doors:
            await listener.close()
        self.phones.intake.close()


def _border(options: ServerOptions, words: Catalogue, style: str, hosts: Set[str]) -> Border:
    return Border(
        hosts=hosts,
        token=options.token,
        words=words,
        style=style,
        policy=styles.policy(style),
        log=quiet_log("sessionrunner.web"),
    )
