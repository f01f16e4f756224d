"""The system's own memory of who has called for the laptop."""

from sessionrunner.web.network.neighbours import gateways, read_table

LINUX = """IP address       HW type     Flags       HW address            Mask     Device
192.168.1.1      0x1         0x2         a4:2b:b0:00:00:01     *        wlan0
192.168.1.44     0x1         0x2         3c:22:fb:00:00:02     *        wlan0
192.168.1.50     0x1         0x0         00:00:00:00:00:00     *        wlan0
"""
ROUTES = """Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
wlan0	00000000	0101A8C0	0003	0	0	600	00000000	0	0	0
wlan0	0001A8C0	00000000	0001	0	0	600	00FFFFFF	0	0	0
"""
WINDOWS = """
Gränssnitt: 192.168.1.20 --- 0x9
  Internetadress        Fysisk adress         Typ
  192.168.1.44          3c-22-fb-00-00-02     dynamisk
  192.168.1.255         ff-ff-ff-ff-ff-ff     statisk
  224.0.0.22            01-00-5e-00-00-16     statisk
"""
MAC = "? (192.168.1.44) at 3c:22:fb:0:0:2 on en0 ifscope [ethernet]\n? (192.168.1.9) at (incomplete) on en0\n"


def test_a_router_and_a_silent_address_are_no_phones() -> None:
    """Rule: only a device that has called counts."""
    assert read_table(LINUX) - gateways(ROUTES) == {"192.168.1.44"}


def test_windows_and_a_mac_remember_too() -> None:
    """Rule: addresses that mean everybody are nobody."""
    assert read_table(WINDOWS) == read_table(MAC) == {"192.168.1.44"}
