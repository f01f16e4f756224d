"""The way in, as far as the laptop can tell alone."""

import socket
from collections.abc import Sequence

import pytest

from sessionrunner.core.inspection import Level
from sessionrunner.core.network.addresses import Address, Kind
from sessionrunner.core.network.reach import Reach
from sessionrunner.doctor.network import network, session

HERE = Address("127.0.0.1", "wlan0", Kind.ROOM)
"""Stands for an address in the room that this machine certainly has."""


def levels(addresses: Sequence[Address], port: int = 0) -> dict[str, Level]:
    """Each check with its level."""
    return {one.check: one.level for one in network(addresses, port)}


def test_a_laptop_in_a_room_has_nothing_wrong() -> None:
    """Rule: only a phone can tell the rest, and that is said."""
    found = levels([HERE])
    assert set(found.values()) == {Level.GOOD, Level.TRY}
    assert found["network.phone"] is Level.TRY


def test_no_network_is_wrong() -> None:
    """Rule: said before people come."""
    assert levels([])["network.address"] is Level.WRONG


def test_a_vpn_alone_is_wrong_and_beside_the_room_doubtful() -> None:
    """Rule: phones are not on the VPN, but it may do no harm."""
    vpn = Address("10.8.0.2", "tun0", Kind.VPN)
    assert levels([vpn])["network.address"] is Level.WRONG
    assert levels([HERE, vpn])["network.vpn"] is Level.DOUBTFUL


def test_an_address_that_does_not_answer_is_wrong() -> None:
    """Rule: what the laptop itself cannot reach, no phone can."""
    assert levels([Address("203.0.113.9", "wlan0", Kind.ROOM)])["network.firewall"] is Level.WRONG


def test_a_taken_port_is_doubtful() -> None:
    """Rule: the next one is taken, but a firewall rule may name the first."""
    with socket.create_server(("", 0)) as taken:
        assert levels([HERE], taken.getsockname()[1])["network.port"] is Level.DOUBTFUL


@pytest.mark.parametrize(
    ("reach", "level"), [(Reach.REACHED, Level.GOOD), (Reach.WAITING, Level.TRY), (Reach.FIREWALL, Level.WRONG)]
)
def test_a_session_under_way_is_told_as_it_goes(reach: Reach, level: Level) -> None:
    """Rule: what phones meet right now says more than any test."""
    assert session(reach).level is level
