"""The Wi-Fi's name as each system tells it."""

import pytest

from sessionrunner.web.network.wifi_name import read_netsh, read_networksetup, read_nmcli

WINDOWS = """
    Namn                   : Wi-Fi
    SSID                   : Kommunens gäst
    BSSID                  : a4:2b:b0:00:00:01
"""


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (read_netsh(WINDOWS), "Kommunens gäst"),
        (read_netsh("Det finns inget trådlöst gränssnitt."), ""),
        (read_networksetup("Current Wi-Fi Network: Gäst: 5G\n"), "Gäst: 5G"),
        (read_networksetup("You are not associated with an AirPort network.\n"), ""),
        (read_nmcli("no:Annat\nyes:Gäst\\: 5G\n"), "Gäst: 5G"),
        (read_nmcli(""), ""),
    ],
)
def test_the_name_is_found_where_it_is_told(found: str, name: str) -> None:
    """Rule: a name that is not told is left for the leader to write."""
    assert found == name
