"""The network: whether phones get through, which address they use, and the Wi-Fi they join first."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

from sessionrunner.core.network.addresses import Address
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.ask import Leaflet
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.screens.session import SessionScreen
from sessionrunner.tui.screens.wifi import WifiScreen
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.network_text import Addresses, network_text
from sessionrunner.tui.widgets.qr_code import QrCode

_NEAR = frozenset({"use", "wifi", "leaflet", "code"})
"""What concerns the laptop's own networks."""


class NetworkScreen(SessionScreen):
    """One code at a time to the left, what is known to the right, the addresses below it."""

    PURPOSE = "network"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("network-back", "escape,n", "close", "escape"),
        Key("use-address", "", "use", "enter"),
        Key("wifi", "i", "wifi", "i"),
        Key("hotspot", "d", "leaflet('hotspot')", "d"),
        Key("it-page", "t", "leaflet('it')", "t"),
        Key("code-wifi", "1", "code(True)", "1"),
        Key("code-page", "2", "code(False)", "2"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk, host: Host, qr: QrMatrix) -> None:
        super().__init__(words, desk)
        self._host, self._qr = host, qr
        self._wifi_first = False
        self._drawn = "?"

    def compose(self) -> ComposeResult:
        """Code, words, addresses, keys."""
        with Horizontal(id="lobby"):
            yield QrCode()
            with Vertical(id="welcome"):
                yield Static(id="network-text")
                yield Addresses(self.words)
        yield KeyBar(self.KEYS, self.words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Nothing of this room's network matters where phones come another way."""
        return action not in _NEAR or not self.desk.audience.network.reach.far

    def on_mount(self) -> None:
        """The list has the arrows at once."""
        self.query_one(Addresses).focus()

    def look_at_clock(self) -> None:
        """Phones come, addresses change."""
        network = self.desk.audience.network
        self.query_one(KeyBar).show([key for key in self.KEYS if self.check_action(key.action.partition("(")[0], ())])
        self._show_code(network.wifi)
        self.query_one(Addresses).show(network.addresses(), network.address)
        text = network_text(self.words, self.desk.audience, self._wifi_first)
        self.query_one("#network-text", Static).update(text)

    def _show_code(self, wifi: Wifi | None) -> None:
        text = wifi.code if wifi and self._wifi_first else self.desk.audience.phone_url
        if text != self._drawn:
            self._drawn = text
            self.query_one(QrCode).show(self._qr(text) if text else ())
        self.query_one(QrCode).fit(self.size)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click sends phones to that address."""
        self._use(self.query_one(Addresses).on_line(event.option_index))

    def action_use(self) -> None:
        """The address under the cursor."""
        self.query_one(Addresses).action_select()

    def _use(self, address: Address) -> None:
        try:
            self.desk.audience.network.use(address.ip)
        except SessionRunnerError as error:
            self.tell(error)
        else:
            self.inform("network.screen.moved", ip=address.ip)
        self.look_at_clock()

    def action_code(self, wifi: bool) -> None:
        """Show the one code or the other."""
        self._wifi_first = wifi
        if wifi and self.desk.audience.network.wifi is None:
            self.action_wifi()
        self.look_at_clock()

    def action_wifi(self) -> None:
        """Ask which network phones are to join."""
        network, care = self.desk.audience.network, self._host.care
        self.app.push_screen(WifiScreen(self.words, network, care), self._wifi_told)

    def _wifi_told(self, told: bool | None) -> None:
        if told is not None:
            self._wifi_first = told
            self.look_at_clock()

    def action_leaflet(self, name: str) -> None:
        """How to share a phone's network and what paper does instead, or the rule for those who may write it."""
        body = self._host.care.it_page() if name == "it" else self.words("network.hotspot.text")
        leaflet = Leaflet(self.words, self.words(f"network.{name}.title"), safe(body))
        leaflet.add_class("-wide-leaflet")
        self.app.push_screen(leaflet)

    def action_close(self) -> None:
        """Back to where the leader was."""
        self.app.pop_screen()
