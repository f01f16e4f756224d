"""Server-sent events: everybody gets the newest state, nobody waits for the slowest phone."""

import asyncio
import contextlib
import json
import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from sessionrunner.web.line import GuardedLine
from sessionrunner.web.payload import State, lasting

RESYNC = 10.0
"""Seconds after which the state is sent anew though nothing has happened: clocks drift and phones sleep."""


class Feed:
    """One stream of states with any number of readers; lives in the server's loop."""

    def __init__(self, look: Callable[[], Awaitable[State]], interval: float, log: logging.Logger) -> None:
        """``look`` gives the state; it is asked every ``interval`` seconds while anybody reads."""
        self.readers = 0
        self._look = look
        self._interval = interval
        self._log = log
        self._latest: State = {}
        self._message = b""
        self._changed = asyncio.Event()
        self._wake = asyncio.Event()
        self._ended = False

    def nudge(self) -> None:
        """Look at once instead of at the next tick."""
        self._wake.set()

    async def run(self) -> None:
        """Keep the state fresh until cancelled."""
        quiet = 0.0
        while True:
            await self._pause()
            quiet += self._interval
            if self.readers and (await self._refresh() or quiet >= RESYNC):
                self._publish()
                quiet = 0.0

    async def end(self) -> None:
        """Give the last state to everybody and close their streams."""
        await self._refresh()
        self._ended = True
        self._publish()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Follow along on one connection until it is closed or the feed ends."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        if isinstance(request.protocol, GuardedLine):
            request.protocol.follow()
        self.readers += 1
        try:
            await self._follow(response)
        except ConnectionError:
            pass  # the phone has gone; it comes back by itself
        finally:
            self.readers -= 1
        return response

    async def _follow(self, response: web.StreamResponse) -> None:
        changed, sent = self._changed, b""
        await response.write(b"retry: 2000\n" + _message(await self._look()))
        while not self._ended:
            await changed.wait()
            changed, sent = self._changed, self._message
            await response.write(sent)
        if sent is not self._message:  # the end came while this line was busy
            await response.write(self._message)

    async def _refresh(self) -> bool:
        """Look at the session; True when something other than the clock has changed."""
        before = self._latest
        try:
            self._latest = await self._look()
        except Exception as fault:  # noqa: BLE001 (one look that fails must not be the last)
            self._log.error("a look at the session failed: %s", type(fault).__name__)
            return False
        return not before or lasting(before) != lasting(self._latest)

    def _publish(self) -> None:
        self._message = _message(self._latest) if self._latest else b""
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), self._interval)
        self._wake.clear()


def _message(state: State) -> bytes:
    return b"data: " + json.dumps(state, ensure_ascii=False).encode() + b"\n\n"
