"""A loop that takes connections as the one of Windows does: with Python's own code for it, over sockets of this system.

Somebody who has knocked and left again is an error there when the door is opened, and the loop closes the door.
"""

import asyncio
import errno
import socket
from asyncio.proactor_events import BaseProactorEventLoop
from asyncio.selector_events import BaseSelectorEventLoop
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

_GONE = 64
"""ERROR_NETNAME_DELETED."""


class WindowsLoop(BaseSelectorEventLoop):
    """Has neither signals nor readers to give away, and closes its doors."""

    _start_serving: Callable[..., None] = getattr(BaseProactorEventLoop, "_start_serving")  # noqa: B009 - not given away
    _stop_serving: Callable[..., None] = getattr(BaseProactorEventLoop, "_stop_serving")  # noqa: B009

    def __init__(self) -> None:
        super().__init__()
        self._accept_futures: dict[int, asyncio.Future[Any]] = {}
        accept = lambda door: self.create_task(self.sock_accept(door))  # noqa: E731 - what a proactor has
        self._proactor = SimpleNamespace(accept=accept, _stop_serving=lambda door: None)

    async def sock_accept(self, sock: socket.socket) -> tuple[socket.socket, Any]:
        """A connection; OSError when whoever it was has gone."""
        line, _ = await super().sock_accept(sock)
        try:
            return line, line.getpeername()
        except OSError as error:
            line.close()
            gone = OSError(errno.EINVAL, "The specified network name is no longer available")
            gone.winerror = _GONE  # type: ignore[attr-defined]  # has it there only
            raise gone from error

    def add_reader(self, fd: Any, callback: Any, *args: Any) -> None:  # type: ignore[override]
        """Nobody may."""
        raise NotImplementedError

    def add_writer(self, fd: Any, callback: Any, *args: Any) -> None:  # type: ignore[override]
        """Nobody may."""
        raise NotImplementedError
