"""The network in lines: where phones are sent, whether they come, and the Wi-Fi they are helped into."""

from collections.abc import Iterator

from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue


def choose(desk: Desk, words: Catalogue, chosen: str) -> Iterator[str]:
    """Send phones to the address with this number or these digits, if any is given; then tell what there is."""
    network = desk.audience.network
    known = network.addresses()
    if chosen:
        numbered = chosen.isdecimal() and 0 < int(chosen) <= len(known)
        network.use(known[int(chosen) - 1].ip if numbered else chosen)
    for number, address in enumerate(known, 1):
        mark = "network.chosen" if address == network.address else "network.other"
        kind = words(f"network.kind.{address.kind.value}")
        yield words(mark, number=number, ip=address.ip, name=address.name or words("network.nameless"), kind=kind)
    yield reach_line(network.reach, words)


def reach_line(reach: Reach, words: Catalogue) -> str:
    """Whether phones get through, and what to do if they do not."""
    return f"{words.render(reach.said)} {words.render(reach.remedy)}"


def offer_wifi(desk: Desk, words: Catalogue, told: str) -> str:
    """``NAME PASSWORD``, the name alone for an open network, or nothing to stop showing it."""
    name, _, password = told.rpartition(" ") if " " in told else (told, "", "")
    desk.audience.network.offer(Wifi(name, password) if name else None)
    return words("network.wifi.offered" if name else "network.wifi.dropped", name=name)
