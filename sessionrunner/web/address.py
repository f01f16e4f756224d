"""Which of the laptop's addresses a phone in the room can most likely reach."""

import re
import socket
import struct
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address


class Kind(Enum):
    """What sort of network an address belongs to, the likeliest for a room first."""

    ROOM = "room"
    """A private address on a real adapter."""
    PUBLIC = "public"
    """Reachable from outside; phones may still get there."""
    VIRTUAL = "virtual"
    """A VPN, a virtual machine or a container: hardly ever where the phones are."""


@dataclass(frozen=True, slots=True)
class Address:
    """One IPv4 address of this laptop."""

    ip: str
    name: str
    """The adapter's name; empty where the system does not tell."""
    kind: Kind


_VIRTUAL = re.compile(
    r"^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|podman|cni|flannel|tun|tap|wg|ppp|utun|zt|tailscale|ipsec|gpd)"
    r"|vEthernet|VMware|VirtualBox|Hyper-V|Loopback|Pseudo|VPN|WireGuard|AnyConnect|GlobalProtect|Zscaler",
    re.IGNORECASE,
)
_SIOCGIFADDR = 0x8915
"""Linux: the request that asks for an adapter's IPv4 address."""
_ELSEWHERE = ("192.0.2.1", 9)
"""An address kept for documentation: asking for the way there sends nothing."""


def candidates() -> list[Address]:
    """This laptop's addresses, the one phones most likely reach first; empty without a network."""
    return rank(_adapters(), _default_route())


def best() -> str:
    """The likeliest address; empty without a network."""
    found = candidates()
    return found[0].ip if found else ""


def rank(adapters: Iterable[tuple[str, str]], route: str) -> list[Address]:
    """Order pairs of adapter name and address; ``route`` is the address that traffic leaves from, if known."""
    usable = [Address(ip, name, _kind(name, ip)) for name, ip in dict.fromkeys(adapters) if _usable(ip)]
    order = list(Kind)
    return sorted(usable, key=lambda one: (order.index(one.kind), one.ip != route))


def _usable(ip: str) -> bool:
    address = IPv4Address(ip)
    return not (address.is_loopback or address.is_link_local or address.is_unspecified or address.is_multicast)


def _kind(name: str, ip: str) -> Kind:
    if _VIRTUAL.search(name):
        return Kind.VIRTUAL
    return Kind.ROOM if IPv4Address(ip).is_private else Kind.PUBLIC


def _default_route() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return ""


def _adapters() -> list[tuple[str, str]]:
    named = _named_adapters()
    known = {ip for _, ip in named}
    others = {*_own_names_addresses(), _default_route()} - known - {""}
    return named + [("", ip) for ip in sorted(others)]


def _own_names_addresses() -> set[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return set()
    return {str(entry[4][0]) for entry in found}


def _named_adapters() -> list[tuple[str, str]]:
    """Names and addresses where the system tells them; elsewhere the host name's addresses have to do."""
    if sys.platform != "linux":
        return []
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            ip = _address_of(probe, name)
            if ip:
                found.append((name, ip))
    return found


def _address_of(probe: socket.socket, name: str) -> str:
    from fcntl import ioctl  # absent on Windows

    try:
        answer = ioctl(probe.fileno(), _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
    except OSError:
        return ""
    return socket.inet_ntoa(answer[20:24])
