"""The Wi-Fi that the leader wanted kept."""

from pathlib import Path
from stat import S_IMODE

import pytest

from sessionrunner.core.network.wifi import Wifi
from sessionrunner.storage.wifi_file import read, write

GUEST = Wifi("Gäst", "hemligt123")


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    """Rule: also where the system does not tell which network the laptop is on."""
    write(tmp_path / "wifi.json", GUEST)
    assert read(tmp_path / "wifi.json", "Gäst") == read(tmp_path / "wifi.json", "") == GUEST


def test_only_the_leaders_own_account_can_read_it(tmp_path: Path) -> None:
    """Rule: 0600, also when it is written again."""
    for _ in range(2):
        write(tmp_path / "wifi.json", GUEST)
        assert S_IMODE((tmp_path / "wifi.json").stat().st_mode) == 0o600


def test_another_network_gets_no_old_password(tmp_path: Path) -> None:
    """Rule: a QR code with the wrong password helps nobody."""
    write(tmp_path / "wifi.json", GUEST)
    assert read(tmp_path / "wifi.json", "Biblioteket") == Wifi("Biblioteket")


@pytest.mark.parametrize("text", ["", "[]", '{"name": 3}', "skräp"])
def test_a_file_that_says_nothing_costs_only_the_memory(tmp_path: Path, text: str) -> None:
    """Rule: the name the system tells is used."""
    (tmp_path / "wifi.json").write_text(text, "utf-8")
    assert read(tmp_path / "wifi.json", "Gäst") == Wifi("Gäst")


def test_a_disk_that_refuses_is_no_crash(tmp_path: Path) -> None:
    """Rule: the hour goes on without the memory."""
    write(tmp_path / "nowhere" / "wifi.json", GUEST)
    assert read(tmp_path / "nowhere" / "wifi.json", "") == Wifi("")
