"""Can phones reach the laptop? As much of it as the laptop can tell without a phone."""

import socket
import sys
from collections.abc import Iterator, Sequence

from sessionrunner.core.inspection import Finding, Level
from sessionrunner.core.network.addresses import Address, Kind
from sessionrunner.core.network.reach import Reach
from sessionrunner.core.text import Text

_PATIENCE = 2.0


def network(addresses: Sequence[Address], port: int) -> Iterator[Finding]:
    """Address, VPN, port and firewall, with the address phones would be given first in the list."""
    yield _address(addresses)
    yield from _vpn(addresses)
    yield _port(port)
    if addresses and addresses[0].kind.hopeful:
        yield _way_in(addresses[0].ip)
    yield Finding("network.phone", Level.TRY, Text("doctor.phone.said"), Text("doctor.phone.remedy"))


def session(reach: Reach) -> Finding:
    """How it goes for the phones of the session that is under way."""
    level = Level.WRONG if reach.worrying else Level.GOOD if reach.through else Level.TRY
    return Finding("network.session", level, reach.said, None if level is Level.GOOD else reach.remedy)


def _address(addresses: Sequence[Address]) -> Finding:
    if not addresses:
        return Finding("network.address", Level.WRONG, Reach.NO_NETWORK.said, Reach.NO_NETWORK.remedy)
    best = addresses[0]
    values = {
        "ip": best.ip,
        "name": best.name or Text("network.nameless"),
        "kind": Text(f"network.kind.{best.kind.value}"),
    }
    if best.kind.hopeful:
        return Finding("network.address", Level.GOOD, Text("doctor.address.good", values))
    return Finding("network.address", Level.WRONG, Text("doctor.address.wrong", values), Text("doctor.address.remedy"))


def _vpn(addresses: Sequence[Address]) -> Iterator[Finding]:
    found = next((one for one in addresses if one.kind is Kind.VPN), None)
    if found is not None:
        said = Text("doctor.vpn.said", {"name": found.name})
        yield Finding("network.vpn", Level.DOUBTFUL, said, Text("doctor.vpn.remedy"))


def _port(port: int) -> Finding:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as door:
        try:
            if sys.platform != "win32":
                door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(("", port))
        except OSError:
            said = Text("doctor.port.taken", {"port": port, "next": port + 1})
            return Finding("network.port", Level.DOUBTFUL, said, Text("doctor.port.remedy"))
    return Finding("network.port", Level.GOOD, Text("doctor.port.free", {"port": port}))


def _way_in(ip: str) -> Finding:
    """Open a door for a moment and knock on it: what fails here fails for every phone."""
    if _answers(ip):
        return Finding("network.firewall", Level.GOOD, Text("doctor.firewall.good"))
    return Finding("network.firewall", Level.WRONG, Text("doctor.firewall.wrong"), Text("doctor.firewall.remedy"))


def _answers(ip: str) -> bool:
    try:
        with socket.create_server((ip, 0)) as door:
            # Whoever gets as far as the door is connected; nobody need stand behind it and open.
            socket.create_connection((ip, door.getsockname()[1]), _PATIENCE).close()
    except OSError:
        return False
    return True
