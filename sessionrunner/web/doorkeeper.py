"""Letting in whoever knocks, where the system's own way would close the door for good."""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Mapping
from typing import Any

_BREATH = 0.05
"""Seconds between tries while nobody can be let in: there are no files left, or the network is away."""


def closes_its_doors(loop: asyncio.AbstractEventLoop) -> bool:
    """Whether this kind of loop stops listening when somebody who knocked has left before the door was opened.

    The one that is usual on Windows does: https://github.com/python/cpython/issues/93821.
    """
    return not isinstance(loop, asyncio.SelectorEventLoop)


class Doorkeeper:
    """Takes the connections of one socket, one after another, until closed."""

    def __init__(
        self, door: socket.socket, connection: Callable[[], asyncio.Protocol], secrecy: Mapping[str, Any]
    ) -> None:
        """``secrecy`` is how to speak TLS, in the words of ``connect_accepted_socket``."""
        self._door = door
        self._connection = connection
        self._secrecy = secrecy
        self._loop = asyncio.get_running_loop()
        self._letting_in: set[asyncio.Task[None]] = set()
        self._task = self._loop.create_task(self._run())

    async def close(self) -> None:
        """Let nobody more in; who is in stays."""
        under_way = [self._task, *self._letting_in]
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        self._door.close()

    async def _run(self) -> None:
        while True:
            try:
                line, _ = await self._loop.sock_accept(self._door)
            except OSError:
                await asyncio.sleep(_BREATH)
            else:
                task = self._loop.create_task(self._let_in(line))
                self._letting_in.add(task)
                task.add_done_callback(self._letting_in.discard)

    async def _let_in(self, line: socket.socket) -> None:
        """A greeting that fails is the trouble of whoever failed at it."""
        with contextlib.suppress(OSError):
            await self._loop.connect_accepted_socket(self._connection, line, **self._secrecy)
