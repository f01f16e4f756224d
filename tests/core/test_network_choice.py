"""The address in the code changes when it must, and only then."""

from collections.abc import Sequence

from sessionrunner.core.network.addresses import Address, Kind
from sessionrunner.core.network.choice import PATIENCE, Choice, settle, use

WIFI = Address("192.168.1.20", "wlan0", Kind.ROOM)
LATER = Address("192.168.1.99", "wlan0", Kind.ROOM)
DOCK = Address("10.0.0.5", "eth0", Kind.ROOM)
VPN = Address("10.8.0.2", "tun0", Kind.VPN)


def after(choice: Choice, *looks: Sequence[Address]) -> Choice:
    """The choice after these looks."""
    for found in looks:
        choice = settle(choice, found)
    return choice


def test_the_likeliest_is_announced_first() -> None:
    """Rule: without a wish the first of the list is taken."""
    assert after(Choice(), [WIFI, DOCK]).current == WIFI


def test_at_the_start_a_vpn_is_better_than_nothing() -> None:
    """Rule: it may be that phones are on it after all, and the leader is told."""
    assert after(Choice(), [VPN]).current == VPN


def test_an_address_that_works_is_kept() -> None:
    """Rule: a cable that is plugged in does not send the room elsewhere."""
    assert after(Choice(), [WIFI], [DOCK, WIFI]).current == WIFI


def test_a_new_address_on_the_same_adapter_is_taken_at_once() -> None:
    """Rule: the router gave the laptop another number; nobody waits."""
    assert after(Choice(), [WIFI], [DOCK, LATER]).current == LATER


def test_a_short_break_changes_nothing() -> None:
    """Rule: Wi-Fi comes and goes; the code stays."""
    gone: list[Sequence[Address]] = [[DOCK]] * (PATIENCE - 1)
    assert after(Choice(), [WIFI], *gone, [DOCK, WIFI]).current == WIFI


def test_a_long_break_sends_phones_to_another_network() -> None:
    """Rule: after a few looks the other adapter is tried."""
    assert after(Choice(), [WIFI], *[[DOCK]] * PATIENCE).current == DOCK


def test_nobody_is_sent_to_a_vpn_in_mid_session() -> None:
    """Rule: no code is better than one that leads nowhere; the Wi-Fi is taken when it is back."""
    lost = after(Choice(), [WIFI], *[[VPN]] * PATIENCE)
    assert (lost.current, settle(lost, [VPN, WIFI]).current) == (None, WIFI)


def test_an_address_asked_for_is_waited_for() -> None:
    """Rule: the leader's word counts, also before the network is there."""
    asked = Choice("192.168.1.20")
    assert (after(asked, [DOCK]).current, after(asked, [DOCK], [DOCK, WIFI]).current) == (None, WIFI)


def test_an_address_asked_for_is_left_when_it_goes() -> None:
    """Rule: once the hour has begun, an address that works is better than the one that was asked for."""
    assert after(Choice("192.168.1.20"), [WIFI], *[[DOCK]] * PATIENCE).current == DOCK


def test_the_leader_can_point_at_another() -> None:
    """Rule: it is announced at once and kept."""
    chosen = use(after(Choice(), [WIFI, DOCK]), DOCK)
    assert settle(chosen, [WIFI, DOCK]).current == DOCK


def test_nameless_adapters_are_not_taken_for_the_same() -> None:
    """Rule: where the system tells no names, another address is another network."""
    here, there = Address("10.0.0.5", "", Kind.ROOM), Address("10.9.0.5", "", Kind.ROOM)
    assert after(Choice(), [here], [there]).current == here
