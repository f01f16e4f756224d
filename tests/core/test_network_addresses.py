"""Phones are sent to the address they most likely reach."""

import pytest

from sessionrunner.core.network.addresses import Kind, is_loopback, rank


def test_a_real_adapter_comes_before_a_virtual_one() -> None:
    """Rule: phones are in the room, not inside a virtual machine."""
    found = rank([("vEthernet (WSL)", "172.20.0.1"), ("Wi-Fi", "192.168.1.20")], route="172.20.0.1")
    assert [one.ip for one in found] == ["192.168.1.20", "172.20.0.1"]


@pytest.mark.parametrize("name", ["docker0", "veth12ab", "VMware Network Adapter", "vEthernet (WSL)"])
def test_virtual_adapters_are_known_by_their_names(name: str) -> None:
    """Rule: a container or a virtual machine is never offered first."""
    assert rank([(name, "10.8.0.2")], route="10.8.0.2")[0].kind is Kind.VIRTUAL


@pytest.mark.parametrize("name", ["tun0", "wg0", "utun3", "ppp0", "Cisco AnyConnect", "PANGP GlobalProtect"])
def test_a_vpn_comes_after_the_room(name: str) -> None:
    """Rule: the way to the office is not where the phones are, though the traffic leaves by it."""
    found = rank([(name, "10.8.0.2"), ("wlan0", "192.168.1.20")], route="10.8.0.2")
    assert [one.kind for one in found] == [Kind.ROOM, Kind.VPN]


def test_an_address_the_laptop_gave_itself_comes_last() -> None:
    """Rule: it is offered, for two machines on one cable, but after everything else."""
    found = rank([("eth0", "169.254.10.1"), ("docker0", "172.17.0.1")], route="")
    assert [one.kind for one in found] == [Kind.VIRTUAL, Kind.LINK_LOCAL]


def test_only_real_networks_are_hopeful() -> None:
    """Rule: a code that leads to a VPN is told as a mistake."""
    assert [kind for kind in Kind if kind.hopeful] == [Kind.ROOM, Kind.PUBLIC]


def test_a_rehearsal_is_known_by_its_address() -> None:
    """Rule: on loopback there is nobody to wait for."""
    assert (is_loopback("127.0.0.1"), is_loopback("192.168.1.20")) == (True, False)


def test_among_equals_the_way_out_comes_first() -> None:
    """Rule: of two real networks, the one the laptop uses is the likelier."""
    found = rank([("eth0", "10.0.0.5"), ("wlan0", "192.168.1.20")], route="192.168.1.20")
    assert found[0].name == "wlan0"


def test_a_private_address_comes_before_a_public_one() -> None:
    """Rule: the room's network has private addresses."""
    found = rank([("eth0", "193.10.1.2"), ("wlan0", "192.168.1.20")], route="193.10.1.2")
    assert [one.kind for one in found] == [Kind.ROOM, Kind.PUBLIC]


@pytest.mark.parametrize("ip", ["127.0.0.1", "224.0.0.1", "0.0.0.0"])
def test_addresses_no_phone_can_reach_are_left_out(ip: str) -> None:
    """Rule: an address that leads nowhere is not offered."""
    assert rank([("eth0", ip)], route=ip) == []


def test_no_adapters_means_no_addresses() -> None:
    """Rule: without a network there is nothing to choose, and that is no crash."""
    assert rank([], route="") == []
