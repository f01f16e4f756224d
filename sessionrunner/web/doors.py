"""The two doors of the audience's server: where they stand, and what opens them from outside."""

import socket

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.web.browser_ports import HIGHEST
from sessionrunner.web.listening import TRIES, bind
from sessionrunner.web.network.lookout import Lookout
from sessionrunner.web.options import ServerOptions
from sessionrunner.web.wall import Invitation

LOOPBACK = "127.0.0.1"
_WALL_AWAY = 20
"""How far the wall's first port is from the phones'."""


class Doors:
    """One door for phones, where the lookout sends them, and one for the wall, on this laptop only."""

    def __init__(self, options: ServerOptions, lookout: Lookout) -> None:
        self.port: int | None = None
        """The phones' port; None while there is none."""
        self.wall_url = ""
        self.blocked: SessionRunnerError | None = None
        """What was in the way of the first door that could not be opened."""
        self._options = options
        self._lookout = lookout

    def open(self) -> tuple[socket.socket | None, socket.socket | None]:
        """Bind both ports, the phones' first; None for a door that is blocked, or that is at another server."""
        first = self._options.port
        phone_door = None if self._options.elsewhere else self._bound(self._lookout.door, first)
        if phone_door is not None:
            self.port = phone_door.getsockname()[1]
            first = self.port if first else 0
        wall_door = self._bound(LOOPBACK, _wall_from(first))
        if wall_door is not None:
            self.wall_url = f"http://{host_of(wall_door)}/w/{self._options.token}/"
        return phone_door, wall_door

    @property
    def phone_url(self) -> str:
        """Where phones come in; empty when none can reach this laptop."""
        address, tls = self._lookout.address, self._options.tls
        if address is None or self.port is None:
            return ""
        start = f"https://{tls.host}" if tls else f"http://{address.ip}"
        return f"{start}:{self.port}/s/{self._options.token}/"

    def hosts(self) -> frozenset[str]:
        """What the Host header of a phone may say."""
        tls = self._options.tls
        known = {*self._lookout.announced, *self._options.names, *([tls.host] if tls else [])}
        return frozenset(f"{name}:{self.port}" for name in known)

    def invitation(self, url: str) -> Invitation:
        """What the wall shows of this address, and of the Wi-Fi that leads to it."""
        draw, wifi = self._options.qr_svg, self._lookout.wifi
        way_in = (wifi.name, draw(wifi.code)) if wifi and url else ("", "")
        return Invitation(url, draw(url) if url else "", *way_in)

    def _bound(self, address: str, port: int) -> socket.socket | None:
        try:
            return bind(address, port)
        except SessionRunnerError as trouble:
            self.blocked = self.blocked or trouble
            return None


def _wall_from(phones: int) -> int:
    """The wall's first port, told from the phones': its browser finds the way back after a restart."""
    if not phones:
        return 0
    return phones + _WALL_AWAY if phones + _WALL_AWAY + TRIES <= HIGHEST else phones - _WALL_AWAY


def host_of(door: socket.socket | None) -> str:
    """Address and port of a bound socket as they stand in a URL; empty for no door."""
    if door is None:
        return ""
    address, port = door.getsockname()
    return f"{address}:{port}"
