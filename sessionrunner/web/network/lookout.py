"""Where phones are sent, and whether they come: looked after from the server's loop, asked from any thread."""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sessionrunner.core.network.addresses import Address, Kind, is_loopback
from sessionrunner.core.network.choice import Choice, settle, use
from sessionrunner.core.network.reach import Reach, Signs, judge
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.web.network.neighbours import Neighbours, neighbours
from sessionrunner.web.trouble import AddressGone, NetworkLost, NoNetwork

_LOOK = 1.0
"""Seconds between looks at the addresses: a new code is to be on the wall within five."""
_PROBE = 3
"""Looks between searches for the reason why nobody comes."""


@dataclass(frozen=True, slots=True)
class Senses:
    """How the surroundings are perceived."""

    addresses: Callable[[], Sequence[Address]] = tuple
    neighbours: Neighbours = neighbours
    patience: timedelta = timedelta(seconds=30)
    """How long the code is shown before nobody's coming is worth a word."""


class _Visits:
    """What has been seen since the present address was announced; counts and yes or no, nothing about anybody."""

    def __init__(self, known: frozenset[str] = frozenset()) -> None:
        """``known`` devices had called before, so they have not come because of the code."""
        self.since = time.monotonic()
        self.reached = False
        self._knocked = False
        self._reaches_itself = True
        self._known = known
        self._new = 0

    def note(self, welcome: bool) -> None:
        """Another device has asked for something."""
        self.reached |= welcome
        self._knocked |= not welcome

    def probe(self, here: frozenset[str], reaches_itself: bool) -> None:
        """``here`` are the devices known now."""
        self._new, self._reaches_itself = len(here - self._known), reaches_itself

    def signs(self, current: Address | None, found: Sequence[Address], patience: timedelta) -> Signs:
        """Everything that has been seen."""
        return Signs(
            announced=current,
            others=[one for one in found if one != current],
            reached=self.reached,
            knocked=self._knocked,
            patient=time.monotonic() - self.since < patience.total_seconds(),
            reaches_itself=self._reaches_itself,
            neighbours=self._new,
        )


class Lookout:
    """``ports.Network`` of the audience's server."""

    def __init__(self, given: str, senses: Senses, changed: Callable[[], None]) -> None:
        """``given`` is the address asked for; ``changed`` is called, from any thread, when there is news."""
        self.wifi: Wifi | None = None
        self._senses = senses
        self._changed = changed
        self._local = Address(given, "", Kind.VIRTUAL) if given and is_loopback(given) else None
        self._choice = Choice(given, self._local)
        self._found: Sequence[Address] = ()
        self._announced: set[str] = set()
        self._visits = _Visits()
        self._port = 0
        self._connected: Callable[[], int] = int
        self._choosing = threading.Lock()

    @property
    def door(self) -> str:
        """The address to bind: every adapter, so that phones can be sent to another without losing those here."""
        return self._local.ip if self._local else ""

    @property
    def address(self) -> Address | None:
        """The address in the code; None when phones can be sent nowhere."""
        return self._choice.current

    @property
    def announced(self) -> frozenset[str]:
        """Every address that has been in the code: whoever came that way may stay."""
        return frozenset(self._announced)

    @property
    def trouble(self) -> SessionRunnerError | None:
        """Why phones can be sent nowhere."""
        if self._choice.current is not None:
            return None
        if self._choice.begun:
            return NetworkLost()
        return AddressGone(address=self._choice.given) if self._choice.given else NoNetwork()

    @property
    def reach(self) -> Reach:
        """Whether phones get through, and what it looks like if they do not."""
        if self._local is not None:
            return Reach.LOCAL
        if self._connected() and self._choice.current:
            return Reach.REACHED
        return judge(self._visits.signs(self._choice.current, self._found, self._senses.patience))

    def addresses(self) -> Sequence[Address]:
        """All addresses as last seen, the likeliest first."""
        return self._found

    def use(self, ip: str) -> None:
        """Send phones to this address from now on; AddressGone when the laptop does not have it."""
        address = next((one for one in self._found if one.ip == ip), None)
        if address is None or self._local is not None:
            raise AddressGone(address=ip)
        with self._choosing:
            self._take(use(self._choice, address))
        self._changed()

    def offer(self, wifi: Wifi | None) -> None:
        """Show phones the way into this network, or stop doing so."""
        self.wifi = wifi
        self._changed()

    def begin(self, port: int, connected: Callable[[], int]) -> None:
        """The door is open on this port; ``connected`` counts the phones that follow along."""
        self._port, self._connected = port, connected

    def look(self) -> None:
        """Look at the addresses once. May take a second."""
        if self._local is not None:
            self._announced.add(self._local.ip)
            return
        self._found = self._senses.addresses()
        with self._choosing:
            before = self._choice.current
            self._take(settle(self._choice, self._found))
        if before != self._choice.current:
            self._changed()

    async def run(self) -> None:
        """Keep looking until cancelled."""
        loop, looks = asyncio.get_running_loop(), 0
        while self._local is None:
            await asyncio.sleep(_LOOK)
            await loop.run_in_executor(None, self.look)
            looks += 1
            if looks % _PROBE == 0 and self.address is not None and not self._visits.reached:
                await loop.run_in_executor(None, self._probe, self.address)

    def visited(self, remote: str | None, welcome: bool) -> None:
        """Somebody has asked for something; only whether it was another device, and welcome, is kept."""
        ours = {one.ip for one in self._found} | self._announced
        if remote is not None and remote not in ours and not is_loopback(remote):
            self._visits.note(welcome)

    def _take(self, choice: Choice) -> None:
        if choice.current is not None and choice.current != self._choice.current:
            self._announced.add(choice.current.ip)
            self._visits = _Visits(self._senses.neighbours())
        self._choice = choice

    def _probe(self, address: Address) -> None:
        """Look for the reason why nobody comes; one connection to ourselves is all that is sent."""
        here = self._senses.neighbours() - {one.ip for one in self._found}
        self._visits.probe(here, _connects(address.ip, self._port))


def _connects(ip: str, port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((ip, port), timeout=2.0):
        return True
    return False
