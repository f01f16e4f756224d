"""The Wi-Fi as a QR code."""

import pytest

from sessionrunner.core.network.wifi import Wifi


@pytest.mark.parametrize(
    ("wifi", "code"),
    [
        (Wifi("Gäst", "hemligt123"), "WIFI:T:WPA;S:Gäst;P:hemligt123;;"),
        (Wifi("Öppet"), "WIFI:T:nopass;S:Öppet;;"),
        (Wifi('A;B,C:D"E\\F', ';;"'), 'WIFI:T:WPA;S:A\\;B\\,C\\:D\\"E\\\\F;P:\\;\\;\\";;'),
    ],
)
def test_the_code_says_name_and_password(wifi: Wifi, code: str) -> None:
    """Rule: a phone that reads the code joins the network, whatever signs its name has."""
    assert wifi.code == code


def test_the_password_is_not_shown_by_accident() -> None:
    """Rule: what is printed of it for whoever mends the program has no password in it."""
    assert "hemligt123" not in repr(Wifi("Gäst", "hemligt123"))
