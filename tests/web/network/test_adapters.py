"""Each system tells its adapters in its own way; this laptop is asked for real."""

from ipaddress import IPv4Address

from sessionrunner.web.network.adapters import Surroundings, owns, read_ifconfig, read_netsh

NETSH = """
Konfiguration för gränssnittet "Ethernet 2"
    DHCP-aktiverat:                       Ja
    Gränssnittsmått:                      5

Konfiguration för gränssnittet "Wi-Fi"
    DHCP-aktiverat:                       Ja
    IP-adress:                           192.168.1.20
    Undernätsprefix:                     192.168.1.0/24 (mask 255.255.255.0)
    Standardgateway:                     192.168.1.1
    Gränssnittsmått:                     45
"""
IFCONFIG = """lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384
	inet 127.0.0.1 netmask 0xff000000
en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
	inet6 fe80::1%en0 prefixlen 64 secured scopeid 0x4
	inet 192.168.1.20 netmask 0xffffff00 broadcast 192.168.1.255
"""


def test_windows_tells_name_and_address_in_any_language() -> None:
    """Rule: an adapter without an address is left out, and the router is not taken for the laptop."""
    assert read_netsh(NETSH) == [("Wi-Fi", "192.168.1.20")]


def test_a_mac_tells_name_and_address() -> None:
    """Rule: each address belongs to the name above it."""
    assert read_ifconfig(IFCONFIG) == [("lo0", "127.0.0.1"), ("en0", "192.168.1.20")]


def test_nothing_said_is_nothing_found() -> None:
    """Rule: a system that does not answer costs the names, nothing else."""
    assert read_netsh("") == read_ifconfig("") == []


def test_this_laptop_can_be_asked() -> None:
    """Rule: whatever the laptop has, the answer is addresses that it owns, or nothing."""
    found = Surroundings().addresses()
    assert all(owns(one.ip) and not IPv4Address(one.ip).is_loopback for one in found)


def test_an_address_of_somebody_else_is_not_ours() -> None:
    """Rule: the control of the one above."""
    assert not owns("192.0.2.7")
