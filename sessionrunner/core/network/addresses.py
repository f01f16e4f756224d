"""Which of the laptop's addresses a phone in the room can most likely reach."""

import re
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
    VPN = "vpn"
    """The way to the office: the phones in the room are not on it."""
    VIRTUAL = "virtual"
    """A virtual machine or a container inside the laptop."""
    LINK_LOCAL = "link-local"
    """What a laptop gives itself when nobody answers: only a direct cable reaches it."""

    @property
    def hopeful(self) -> bool:
        """Whether phones in the room may well be on it."""
        return self in (Kind.ROOM, Kind.PUBLIC)


@dataclass(frozen=True, slots=True)
class Address:
    """One IPv4 address of this laptop."""

    ip: str
    name: str
    """The adapter's name; empty where the system does not tell."""
    kind: Kind


_VPN = re.compile(
    r"^(tun|tap|wg|ppp|utun|zt|tailscale|ipsec|gpd)\d*"
    r"|VPN|WireGuard|AnyConnect|GlobalProtect|Zscaler|FortiClient|Pulse Secure|OpenVPN|TAP-Windows",
    re.IGNORECASE,
)
_VIRTUAL = re.compile(
    r"^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|podman|cni|flannel|bridge\d|awdl|llw)"
    r"|vEthernet|VMware|VirtualBox|Hyper-V|Loopback|Pseudo|Bluetooth",
    re.IGNORECASE,
)


def rank(adapters: Iterable[tuple[str, str]], route: str) -> list[Address]:
    """Order pairs of adapter name and address; ``route`` is the address that traffic leaves from, if known."""
    usable = [Address(ip, name, _kind(name, ip)) for name, ip in dict.fromkeys(adapters) if _usable(ip)]
    order = list(Kind)
    return sorted(usable, key=lambda one: (order.index(one.kind), one.ip != route))


def is_loopback(ip: str) -> bool:
    """Whether only this laptop itself can reach the address."""
    return IPv4Address(ip).is_loopback


def _usable(ip: str) -> bool:
    address = IPv4Address(ip)
    return not (address.is_loopback or address.is_unspecified or address.is_multicast)


def _kind(name: str, ip: str) -> Kind:
    address = IPv4Address(ip)
    if address.is_link_local:
        return Kind.LINK_LOCAL
    if _VPN.search(name):
        return Kind.VPN
    if _VIRTUAL.search(name):
        return Kind.VIRTUAL
    return Kind.ROOM if address.is_private else Kind.PUBLIC
