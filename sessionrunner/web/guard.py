"""Keeps the hostile few from crowding out the many: who may be connected, how large a request and a log may get."""

import logging
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

MOST_DESCRIPTORS = 4096
"""Files and connections the program asks the system for; what most systems allow anybody."""
_RESERVE = 96
"""Descriptors kept for files, the wall and the program itself."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the network may ask of the laptop; 200 phones behind one address stay far below."""

    connections: int = 1000
    per_address: int = 700
    streams: int = 400
    """Lines that follow the session for as long as they like."""
    streams_per_address: int = 256
    whole: float = 10.0
    """Seconds for a request to arrive whole, counted from the connection or from the answer before."""
    answering: float = 30.0
    """Seconds for us to answer and for the other to read it."""
    head: int = 16 * 1024
    """Bytes of a request before its body."""

    def within(self, descriptors: int) -> "Limits":
        """The same limits where the system allows only so many open files."""
        most = max(16, min(self.connections, descriptors - _RESERVE))
        return Limits(
            connections=most,
            per_address=min(self.per_address, max(12, most * 7 // 10)),
            streams=min(self.streams, max(8, most * 4 // 10)),
            streams_per_address=min(self.streams_per_address, max(8, most * 4 // 10)),
            whole=self.whole,
            answering=self.answering,
            head=self.head,
        )


def descriptors(most: int = MOST_DESCRIPTORS) -> int:
    """How many files and connections the program may have open, once as many as is sensible were asked for."""
    if sys.platform == "win32":
        return 2 * most  # sockets there are not files and have no such limit
    else:
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = most if hard == resource.RLIM_INFINITY else min(hard, most)
        if resource.RLIM_INFINITY != soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            return wanted
        return most if soft == resource.RLIM_INFINITY else soft


class Guest(Protocol):
    """Somebody who is connected."""

    def evict(self) -> None:
        """Close this connection at once."""
        ...


class Crowd:
    """Who is connected, by address: makes room for newcomers by sending away those who only hold a place."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._addresses: dict[Guest, str] = {}
        self._waiting: dict[str, dict[Guest, None]] = {}
        """Those of whom nothing whole has come yet, or nothing since their last answer; the oldest first."""
        self._streams: dict[str, dict[Guest, None]] = {}
        self._counts: dict[str, int] = {}

    @property
    def size(self) -> int:
        """How many are connected."""
        return len(self._addresses)

    def enter(self, guest: Guest, address: str) -> bool:
        """Let a newcomer in, if need be in the place of one who waits; False when everybody there is busy."""
        crowded = self._counts.get(address, 0) >= self._limits.per_address
        if crowded and not self._send_away(self._waiting.get(address)):
            return False
        if self.size >= self._limits.connections and not self._send_away(_largest(self._waiting)):
            return False
        self._addresses[guest] = address
        self._counts[address] = self._counts.get(address, 0) + 1
        self.wait(guest)
        return True

    def wait(self, guest: Guest) -> None:
        """Its next request is awaited."""
        if guest in self._addresses:
            self._drop(self._streams, guest)
            self._waiting.setdefault(self._addresses[guest], {})[guest] = None

    def work(self, guest: Guest) -> None:
        """A whole request has come; nobody takes this place until it is answered."""
        self._drop(self._waiting, guest)

    def follow(self, guest: Guest) -> None:
        """It stays and listens; the oldest line from where most come makes room, for that phone has likely gone."""
        if guest not in self._addresses:
            return
        address = self._addresses[guest]
        own = self._streams.setdefault(address, {})
        if len(own) >= self._limits.streams_per_address:
            self._send_away(own)
        elif sum(map(len, self._streams.values())) >= self._limits.streams:
            self._send_away(_largest(self._streams))
        self._streams.setdefault(address, {})[guest] = None

    def leave(self, guest: Guest) -> None:
        """It has gone."""
        if guest not in self._addresses:
            return
        self._drop(self._waiting, guest)
        self._drop(self._streams, guest)
        address = self._addresses.pop(guest)
        self._counts[address] -= 1
        if not self._counts[address]:
            del self._counts[address]

    def _send_away(self, crowd: dict[Guest, None] | None) -> bool:
        """The oldest of these goes; False when there is none."""
        if not crowd:
            return False
        oldest = next(iter(crowd))
        self.leave(oldest)
        oldest.evict()
        return True

    def _drop(self, crowds: dict[str, dict[Guest, None]], guest: Guest) -> None:
        address = self._addresses.get(guest, "")
        crowd = crowds.get(address, {})
        crowd.pop(guest, None)
        if not crowd:
            crowds.pop(address, None)


def _largest(crowds: dict[str, dict[Guest, None]]) -> dict[Guest, None] | None:
    return max(crowds.values(), key=len, default=None)


class Head:
    """Measures the head of one request while it arrives in pieces."""

    _END = b"\r\n\r\n"

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._tail = b""
        self._ended = False

    def fits(self, data: bytes) -> bool:
        """Whether the head is within its limit with this piece; what comes after its end is not counted."""
        if self._ended:
            return True
        window = self._tail + data
        end = window.find(self._END)
        self._ended = end >= 0
        self._size += (end + len(self._END) if self._ended else len(window)) - len(self._tail)
        self._tail = window[-3:]
        return self._size <= self._most


class Trickle(logging.Filter):
    """Lets so many lines a minute into a log, whatever happens: a flood must not fill the disk."""

    def __init__(self, most: int = 100, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._latest: deque[float] = deque(maxlen=most)

    def filter(self, record: logging.LogRecord) -> bool:
        """True for a line that may be written."""
        now = self._clock()
        if len(self._latest) == self._latest.maxlen and now - self._latest[0] < 60:
            return False
        self._latest.append(now)
        return True
