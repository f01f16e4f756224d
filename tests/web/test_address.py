"""Phones are sent to the address they most likely reach."""

from ipaddress import IPv4Address

import pytest

from sessionrunner.web.address import Kind, best, candidates, rank


def test_a_real_adapter_comes_before_a_virtual_one() -> None:
    """Rule: phones are in the room, not inside a virtual machine."""
    found = rank([("vEthernet (WSL)", "172.20.0.1"), ("Wi-Fi", "192.168.1.20")], route="172.20.0.1")
    assert [one.ip for one in found] == ["192.168.1.20", "172.20.0.1"]


@pytest.mark.parametrize("name", ["docker0", "veth12ab", "tun0", "wg0", "VMware Network Adapter", "Cisco AnyConnect"])
def test_virtual_adapters_are_known_by_their_names(name: str) -> None:
    """Rule: a VPN or a container is never offered first."""
    assert rank([(name, "10.8.0.2")], route="10.8.0.2")[0].kind is Kind.VIRTUAL


def test_among_equals_the_way_out_comes_first() -> None:
    """Rule: of two real networks, the one the laptop uses is the likelier."""
    found = rank([("eth0", "10.0.0.5"), ("wlan0", "192.168.1.20")], route="192.168.1.20")
    assert found[0].name == "wlan0"


def test_a_private_address_comes_before_a_public_one() -> None:
    """Rule: the room's network has private addresses."""
    found = rank([("eth0", "193.10.1.2"), ("wlan0", "192.168.1.20")], route="193.10.1.2")
    assert [one.kind for one in found] == [Kind.ROOM, Kind.PUBLIC]


@pytest.mark.parametrize("ip", ["127.0.0.1", "169.254.10.1", "0.0.0.0"])
def test_addresses_no_phone_can_reach_are_left_out(ip: str) -> None:
    """Rule: an address that leads nowhere is not offered."""
    assert rank([("eth0", ip)], route=ip) == []


def test_no_adapters_means_no_candidates() -> None:
    """Rule: without a network there is nothing to choose, and that is no crash."""
    assert rank([], route="") == []


def test_this_laptop_can_be_asked() -> None:
    """Rule: whatever the laptop has, the answer is addresses, or nothing."""
    found = candidates()
    assert all(not IPv4Address(one.ip).is_loopback for one in found)
    assert best() == (found[0].ip if found else "")
