"""Binding ports and making connections."""

import asyncio
import socket
import ssl
import sys
from typing import Any

from aiohttp import web

from sessionrunner.web.border import Border, Connection
from sessionrunner.web.browser_ports import HIGHEST, next_from
from sessionrunner.web.doorkeeper import Doorkeeper, closes_its_doors
from sessionrunner.web.guard import Crowd, Limits
from sessionrunner.web.trouble import AddressGone, PortTaken

TRIES = 10
"""Ports tried after the first."""
_BACKLOG = 512
"""Connections that may wait: a room of 200 phones scans at once."""
_HANDSHAKE = 10.0
"""Seconds in which both ends must have agreed on a secret."""
_AT_ONCE = 16
"""Connections taken in one go: more could use up all open files before anybody has been sent away to make room."""


class Listener:
    """One application on one port, from binding to closing."""

    def __init__(self, app: web.Application, border: Border, limits: Limits, tls: ssl.SSLContext | None = None) -> None:
        self._border = border
        self._limits = limits
        self._tls = tls
        self._crowd = Crowd(limits)
        self._runner = web.AppRunner(app, handle_signals=False, handler_cancellation=True, shutdown_timeout=2.0)
        self._server: asyncio.Server | None = None
        self._keeper: Doorkeeper | None = None

    async def open(self, door: socket.socket) -> None:
        """Serve whoever connects to this bound socket."""
        await self._runner.setup()
        loop = asyncio.get_running_loop()
        if closes_its_doors(loop):
            door.listen(_BACKLOG)
            self._keeper = Doorkeeper(door, self._connection, self._secrecy())
            return
        self._server = await loop.create_server(self._connection, sock=door, backlog=_AT_ONCE, **self._secrecy())
        door.listen(_BACKLOG)

    def _secrecy(self) -> dict[str, Any]:
        """How to speak TLS; nothing for plain HTTP, where even a time limit would be refused."""
        return {"ssl": self._tls, "ssl_handshake_timeout": _HANDSHAKE} if self._tls else {}

    async def close(self) -> None:
        """Stop accepting, let requests under way finish, close every connection."""
        if self._keeper is not None:
            await self._keeper.close()
        if self._server is not None:
            self._server.close()
        await self._runner.cleanup()

    def _connection(self) -> asyncio.Protocol:
        """The one place where connections are made."""
        server = self._runner.server
        assert server is not None  # set up before the socket is served
        return Connection(server, asyncio.get_running_loop(), self._border, self._crowd, self._limits)


def bind(address: str, port: int) -> socket.socket:
    """A socket on this port or one of the next; PortTaken or AddressGone when there is none. Port 0: any free one."""
    for number in next_from(port, TRIES):
        door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            _claim(door, address, number)
        except OSError as error:
            door.close()
            if error.errno in _NOT_OURS:
                raise AddressGone(address=address) from error
        else:
            return door
    raise PortTaken(first=port, last=min(port + TRIES, HIGHEST))


_NOT_OURS = {99, 49, 10049}
"""EADDRNOTAVAIL on Linux, macOS and Windows."""


def _claim(door: socket.socket, address: str, port: int) -> None:
    if sys.platform == "win32":
        door.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # else another program could share it
    else:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind((address, port))
    door.listen(_BACKLOG)
    door.setblocking(False)
