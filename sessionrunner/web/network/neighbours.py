"""Devices that have called for the laptop on its own network: the system remembers them, and nothing is sent.

A phone behind a closed firewall has to ask "who has this address?" first, and that question gets through; where a
guest network keeps its devices apart, it does not.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from sessionrunner.web.network.asking import ask

_ENTRY = re.compile(r"(\d+\.\d+\.\d+\.\d+)\)?\s.*?([0-9a-fA-F]{1,2}(?:[:-][0-9a-fA-F]{1,2}){5})")
_NOBODY = {"00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "ff-ff-ff-ff-ff-ff"}
_GATEWAY_FLAG = 0x2


def neighbours() -> frozenset[str]:
    """Other devices known on the laptop's networks, routers left out where the system tells them. May take a second."""
    if sys.platform == "linux":
        return read_table(_text("/proc/net/arp")) - gateways(_text("/proc/net/route"))
    else:
        return read_table(ask("arp", "-a"))


Neighbours = Callable[[], frozenset[str]]


def read_table(said: str) -> frozenset[str]:
    """Addresses with a device behind them, from the table as Linux, Windows or macOS write it."""
    found = {match[1]: match[2].lower() for line in said.splitlines() if (match := _ENTRY.search(line))}
    return frozenset(ip for ip, device in found.items() if device not in _NOBODY and not _to_many(ip))


def gateways(said: str) -> frozenset[str]:
    """Routers in Linux's table of routes, where addresses stand backwards in hexadecimal."""
    rows = [line.split() for line in said.splitlines()[1:]]
    ways = [row[2] for row in rows if len(row) > 3 and int(row[3], 16) & _GATEWAY_FLAG]
    return frozenset(".".join(str(byte) for byte in reversed(bytes.fromhex(way))) for way in ways)


def _to_many(ip: str) -> bool:
    """Multicast and broadcast stand in Windows' table, but nobody lives there."""
    first, last = int(ip.split(".")[0]), ip.rpartition(".")[2]
    return first >= 224 or last == "255"


def _text(path: str) -> str:
    try:
        return Path(path).read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return ""
