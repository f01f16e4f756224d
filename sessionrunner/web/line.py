"""One connection, watched by the guard: a request has to arrive whole, soon and small enough."""

import asyncio
import logging
from abc import abstractmethod

from aiohttp import web

from sessionrunner.web.guard import Crowd, Head, Limits

_PARTING = 2.0
"""Seconds for the refused to read why, while what they still send is thrown away."""


class GuardedLine(web.RequestHandler):
    """One connection within limits: closed when a request does not arrive whole in time, or is larger than allowed."""

    def __init__(
        self, manager: web.Server, loop: asyncio.AbstractEventLoop, crowd: Crowd, limits: Limits, log: logging.Logger
    ) -> None:
        super().__init__(
            manager,
            loop=loop,
            keepalive_timeout=limits.whole,
            lingering_time=_PARTING,
            logger=log,
            access_log=None,  # type: ignore[arg-type]  # aiohttp's own way to say "none"
            max_line_size=limits.head,
            max_field_size=limits.head,
            auto_decompress=False,  # a small body must not become a large one
        )
        self._crowd = crowd
        self._limits = limits
        self._head = Head(limits.head)
        self._deaf = False
        """Refused: what still comes is thrown away."""
        self._line: asyncio.Transport | None = None
        self._alarm: asyncio.TimerHandle | None = None

    @abstractmethod
    def too_large(self) -> bytes:
        """The whole answer to a head that is too large."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Find a place, or close."""
        assert isinstance(transport, asyncio.Transport)
        peer = transport.get_extra_info("peername")
        if not self._crowd.enter(self, str(peer[0]) if peer else ""):
            self._deaf = True
            transport.abort()
            return
        self._line = transport
        self._within(self._limits.whole)
        super().connection_made(transport)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Give the place back."""
        self._crowd.leave(self)
        if self._alarm is not None:
            self._alarm.cancel()
        if self._line is not None:
            super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Pass on what is within limits."""
        if self._deaf:
            return
        if self._head.fits(data):
            super().data_received(data)
            return
        self._deaf = True
        assert self._line is not None  # set before anything is received
        self._line.write(self.too_large())
        self._within(_PARTING)

    def whole(self) -> None:
        """A request has arrived whole."""
        self._crowd.work(self)
        self._within(self._limits.answering)

    def follow(self) -> None:
        """The answer is one that lasts."""
        self._crowd.follow(self)
        self._within(None)

    def rest(self, ended: bool) -> None:
        """The request is answered; False when parts of it are still to come."""
        self._crowd.wait(self)
        self._within(self._limits.whole)
        if ended:
            self._head = Head(self._limits.head)

    def evict(self) -> None:
        """Close at once."""
        if self._line is not None:
            self._line.abort()

    def _within(self, seconds: float | None) -> None:
        """Close after so many seconds unless this is called again."""
        if self._alarm is not None:
            self._alarm.cancel()
        loop = asyncio.get_running_loop()
        self._alarm = None if seconds is None else loop.call_later(seconds, self.evict)
