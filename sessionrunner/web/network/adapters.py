"""The laptop's adapters and their IPv4 addresses, as each system tells them."""

import re
import socket
import struct
import sys
from contextlib import suppress
from ipaddress import IPv4Address

from sessionrunner.core.network.addresses import Address, rank
from sessionrunner.web.network.asking import ask

Adapters = list[tuple[str, str]]
"""Pairs of adapter name and address."""
_SIOCGIFADDR = 0x8915
"""Linux: the request that asks for an adapter's IPv4 address."""
_ELSEWHERE = ("192.0.2.1", 9)
"""An address kept for documentation: asking for the way there sends nothing."""
_QUOTED = re.compile(r'"(.+)"')
_BARE = re.compile(r"(?:^|[\s:])(\d+\.\d+\.\d+\.\d+)\s*$")
_INET = re.compile(r"^\s+inet (\d+\.\d+\.\d+\.\d+)")


class Surroundings:
    """The laptop's networks, looked at again and again; names are asked for only when an address has changed."""

    def __init__(self) -> None:
        self._ips: frozenset[str] = frozenset()
        self._named: Adapters = []

    def addresses(self) -> list[Address]:
        """The addresses now, the one phones most likely reach first; empty without a network. May take a second."""
        if sys.platform == "linux":
            return rank(_linux(), default_route())
        else:
            return rank(self._named_elsewhere(), default_route())

    def _named_elsewhere(self) -> Adapters:
        ips = frozenset({*_own_names_addresses(), default_route()} - {""})
        if ips != self._ips:
            self._ips, self._named = ips, _elsewhere()
        known = {ip for _, ip in self._named}
        # A name that has been told once is believed as long as its address is there.
        alive = [(name, ip) for name, ip in self._named if ip in ips]
        return [*alive, *(("", ip) for ip in sorted(ips - known))]


def owns(ip: str) -> bool:
    """Whether the address belongs to this laptop."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((ip, 0))
        except OSError:
            return False
    return True


def default_route() -> str:
    """The address that traffic to the world leaves from; empty without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return ""


def _own_names_addresses() -> set[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return set()
    return {str(entry[4][0]) for entry in found}


def _linux() -> Adapters:
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            ip = _address_of(probe, name)
            if ip:
                found.append((name, ip))
    return found


def _address_of(probe: socket.socket, name: str) -> str:
    if sys.platform == "linux":
        from fcntl import ioctl

        with suppress(OSError):
            answer = ioctl(probe.fileno(), _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
            return socket.inet_ntoa(answer[20:24])
    return ""


def _elsewhere() -> Adapters:
    """Windows and macOS tell names only through a program."""
    if sys.platform == "win32":
        return read_netsh(ask("netsh", "interface", "ipv4", "show", "addresses"))
    else:
        return read_ifconfig(ask("ifconfig"))


def read_netsh(said: str) -> Adapters:
    """Windows: a quoted name, then lines in the user's language; the first that ends in an address is its own."""
    found: dict[str, str] = {}
    name = ""
    for line in said.splitlines():
        quoted, bare = _QUOTED.search(line), _BARE.search(line)
        if quoted:
            name = quoted[1]
        elif bare and name and name not in found and _is_address(bare[1]):
            found[name] = bare[1]
    return list(found.items())


def read_ifconfig(said: str) -> Adapters:
    """macOS: a name at the line's beginning, then what belongs to it."""
    found = []
    name = ""
    for line in said.splitlines():
        inet = _INET.match(line)
        if inet and _is_address(inet[1]):
            found.append((name, inet[1]))
        elif line[:1].strip():
            name = line.partition(":")[0]
    return found


def _is_address(text: str) -> bool:
    try:
        IPv4Address(text)
    except ValueError:
        return False
    return True
