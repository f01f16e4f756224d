"""The name of the Wi-Fi the laptop is on, where the system tells it; asked once, and never needed."""

import re
import sys

from sessionrunner.web.network.asking import ask

_NETSH = re.compile(r"^\s*SSID\s*:\s(.*?)\s*$", re.MULTILINE)
_MAC = re.compile(r"^[^:\n]*:\s(.+)$")


def wifi_name() -> str:
    """The network's name; empty when it is not known. May take some seconds."""
    if sys.platform == "win32":
        return read_netsh(ask("netsh", "wlan", "show", "interfaces"))
    elif sys.platform == "darwin":
        return read_networksetup(ask("networksetup", "-getairportnetwork", "en0"))
    else:
        return read_nmcli(ask("nmcli", "-t", "-f", "active,ssid", "device", "wifi")) or ask("iwgetid", "-r").strip()


def read_netsh(said: str) -> str:
    """Windows: the line SSID, which has the same name in every language; BSSID is another line."""
    found = _NETSH.search(said)
    return found[1] if found else ""


def read_networksetup(said: str) -> str:
    """macOS: everything after the colon; without a network there is none."""
    found = _MAC.match(said.strip())
    return found[1] if found else ""


def read_nmcli(said: str) -> str:
    """Linux with NetworkManager: the active one's line, where a colon in the name stands as ``\\:``."""
    active = [line.removeprefix("yes:") for line in said.splitlines() if line.startswith("yes:")]
    return active[0].replace("\\:", ":").replace("\\\\", "\\") if active else ""
