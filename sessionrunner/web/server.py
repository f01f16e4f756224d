"""The audience's server: a thread with its own loop, one door for phones and one for the wall."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable

from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.ports import Room
from sessionrunner.web import styles
from sessionrunner.web.border import Border, quiet_log
from sessionrunner.web.guard import Limits, descriptors
from sessionrunner.web.listening import Listener, bind
from sessionrunner.web.options import ServerOptions
from sessionrunner.web.page import PhonePage
from sessionrunner.web.phones import Phones
from sessionrunner.web.scripts import script
from sessionrunner.web.trouble import NoNetwork
from sessionrunner.web.wall import Invitation, Wall

LOOPBACK = "127.0.0.1"
WALL_LIMITS = Limits(connections=32, per_address=32, streams=8, streams_per_address=8)
"""Places of its own for the wall: whatever the phones' door suffers, the projector goes on."""
WALL_ABOVE = 20
"""The wall's first port, counted from the phones': a browser on the wall finds its way back after a restart."""


class AudienceServer:
    """Lets phones follow along and answer, and the projector show; it can neither lead nor read answers aloud."""

    def __init__(self, room: Room, catalogue: Catalogue, options: ServerOptions) -> None:
        self.phone_url = ""
        self.wall_url = ""
        self.trouble: SessionRunnerError | None = None
        self._words = catalogue
        self._options = options
        self._room = room
        self._audience: _Audience | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closing = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="audience", daemon=True)

    @property
    def connected(self) -> int:
        """Phones that follow along right now; those without a script are not counted."""
        return self._audience.phones.feed.readers if self._audience else 0

    def start(self) -> None:
        """Return when both doors are open; what keeps phones out is told by ``trouble``, never raised."""
        self._thread.start()
        self._ready.wait()
        self._room.subscribe(self._changed)

    def stop(self) -> None:
        """Give everybody the last state, close every connection and free the ports."""
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

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        log = quiet_log("sessionrunner.web.loop")
        # The loop's own handler writes on the leader's screen, a line for every connection it cannot accept.
        self._loop.set_exception_handler(lambda _, what: log.error("the network failed: %s", what.get("message")))
        phone_door, wall_door = self._doors()
        self._audience = _Audience(self._room, self._words, self._options, phone_door, wall_door)
        await self._audience.open(self._invitation())
        self._ready.set()
        await self._closing.wait()
        await self._audience.close()

    def _doors(self) -> tuple[socket.socket | None, socket.socket | None]:
        """Bind both ports, and note the addresses and whatever is in the way."""
        path, first = f"{self._options.token}/", self._options.port
        phone_door = self._door(self._options.address, first)
        if phone_door is not None:
            first = phone_door.getsockname()[1] if first else 0
            self.phone_url = f"http://{host_of(phone_door)}/s/{path}"
        wall_door = self._door(LOOPBACK, first + WALL_ABOVE if first else 0)
        if wall_door is not None:
            self.wall_url = f"http://{host_of(wall_door)}/w/{path}"
        return phone_door, wall_door

    def _door(self, address: str, port: int) -> socket.socket | None:
        try:
            if not address:
                raise NoNetwork
            return bind(address, port)
        except SessionRunnerError as trouble:
            self.trouble = self.trouble or trouble
            return None

    def _invitation(self) -> Invitation:
        return Invitation(self.phone_url, self._options.qr_svg(self.phone_url) if self.phone_url else "")


class _Audience:
    """Everything that lives in the server's loop."""

    def __init__(
        self,
        room: Room,
        words: Catalogue,
        options: ServerOptions,
        phone_door: socket.socket | None,
        wall_door: socket.socket | None,
    ) -> None:
        style = styles.phone_style(options.light, options.dark)
        border = _border(options, words, style, phone_door, options.names)
        wall_border = _border(options, words, styles.wall_style(options.theme), wall_door, ())
        self.phones = Phones(room, border, PhonePage(words, style), script("phone"))
        self.wall = Wall(room, self.phones.feed, wall_border, script("wall"))
        limits = options.limits.within(descriptors())
        self._doors = (
            (phone_door, Listener(self.phones.application(), border, limits)),
            (wall_door, Listener(self.wall.application(), wall_border, WALL_LIMITS)),
        )
        self._tasks: list[asyncio.Task[None]] = []

    async def open(self, invitation: Invitation) -> None:
        """Serve at the doors that could be bound."""
        self.wall.invitation = invitation
        for door, listener in self._doors:
            if door is not None:
                await listener.open(door)
        self._tasks = [asyncio.create_task(feed.run()) for feed in (self.phones.feed, self.wall.feed)]

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


def _border(
    options: ServerOptions, words: Catalogue, style: str, door: socket.socket | None, names: tuple[str, ...]
) -> Border:
    return Border(
        hosts=_hosts(door, names) if door else frozenset(),
        token=options.token,
        words=words,
        style=style,
        policy=styles.policy(style),
        log=quiet_log("sessionrunner.web"),
    )


def host_of(door: socket.socket) -> str:
    """Address and port of a bound socket as they stand in a URL."""
    address, port = door.getsockname()
    return f"{address}:{port}"


def _hosts(door: socket.socket, names: tuple[str, ...]) -> frozenset[str]:
    port = door.getsockname()[1]
    return frozenset({host_of(door), *(f"{name}:{port}" for name in names)})
