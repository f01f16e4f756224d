"""What is said of the phones' network, drawn from the audience alone."""

from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.locale import load
from sessionrunner.tui.widgets.network_text import network_text
from tests.tui.fakes import FakeAudience, FakeNetwork

WORDS = load("sv")


def said(network: FakeNetwork, wifi_first: bool = False) -> str:
    """The words beside the code."""
    audience = FakeAudience()
    audience.network = network
    return network_text(WORDS, audience, wifi_first).plain


def test_the_code_that_is_shown_is_named() -> None:
    """The leader says to the room which of the two it is."""
    network = FakeNetwork()
    network.offer(Wifi("Gäst", "hemligt"))
    assert WORDS("network.screen.shown-wifi") in said(network, wifi_first=True)
    assert WORDS("network.screen.shown-page") in said(network)


def test_without_a_known_wifi_the_page_is_what_is_shown() -> None:
    """There is no code for a network that nobody has told of."""
    text = said(FakeNetwork(), wifi_first=True)
    assert WORDS("network.screen.no-wifi") in text
    assert WORDS("network.screen.shown-page") in text


def test_over_another_server_no_network_of_the_room_is_told_of() -> None:
    """Phones come from wherever they are."""
    network = FakeNetwork()
    network.reach = Reach.VIA
    text = said(network)
    assert WORDS("network.screen.far") in text
    assert WORDS("network.screen.addresses") not in text
