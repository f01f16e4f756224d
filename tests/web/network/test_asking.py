"""What other programs say, in whichever letters."""

import pytest

from sessionrunner.web.network import adapters, wifi_name
from sessionrunner.web.network.asking import text

NETSH = 'Konfiguration för gränssnittet "Trådlöst nätverk"\r\n    IP-adress:  192.168.1.20\r\n'
WIFI = "    Namn                   : Wi-Fi\r\n    SSID                   : Gäst på kommunen\r\n"


@pytest.mark.parametrize("letters", ["cp850", "utf-8"])
def test_swedish_names_are_understood_in_the_letters_of_the_console(letters: str) -> None:
    """Rule: a Swedish Windows console speaks CP850; half a name of a Wi-Fi makes a code that leads nowhere."""
    assert adapters.read_netsh(text(NETSH.encode(letters), "cp850")) == [("Trådlöst nätverk", "192.168.1.20")]
    assert wifi_name.read_netsh(text(WIFI.encode(letters), "cp850")) == "Gäst på kommunen"


def test_what_no_letters_fit_is_no_error() -> None:
    """The control: as it was before, and still is where nothing better is known."""
    assert text("Gäst".encode("cp850"), "utf-8") == "G\N{REPLACEMENT CHARACTER}st"
