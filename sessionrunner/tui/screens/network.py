"""The network: whether phones get through, which address they use, and the Wi-Fi they join first."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.network.addresses import Address
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.ask import Leaflet
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.screens.session import SessionScreen
from sessionrunner.tui.screens.wifi import WifiScreen
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.qr_code import QrCode
from sessionrunner.tui.widgets.reach import reach_lines


class NetworkScreen(SessionScreen):
    """One code at a time to the left, what is known to the right, the addresses below it."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("network-back", "escape,n", "close", "escape"),
        Key("use-address", "", "use", "enter"),
        Key("wifi", "i", "wifi", "i"),
        Key("hotspot", "d", "hotspot", "d"),
        Key("it-page", "t", "it_page", "t"),
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
        self._listed: Sequence[Address] = ()
        self._chosen: Address | None = None

    def compose(self) -> ComposeResult:
        """Code, words, addresses, keys."""
        with Horizontal(id="lobby"):
            yield QrCode()
            with Vertical(id="welcome"):
                yield Static(id="network-text")
                yield OptionList(id="addresses", markup=False, compact=True)
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The list has the arrows at once."""
        self.query_one("#addresses").focus()

    def look_at_clock(self) -> None:
        """Phones come, addresses change."""
        network = self.desk.audience.network
        self._show_code(network.wifi)
        self._show_addresses(network.addresses(), network.address)
        self.query_one("#network-text", Static).update(self._text(network.wifi))

    def _show_code(self, wifi: Wifi | None) -> None:
        text = wifi.code if wifi and self._wifi_first else self.desk.audience.phone_url
        if text != self._drawn:
            self._drawn = text
            self.query_one(QrCode).show(self._qr(text) if text else ())

    def _show_addresses(self, found: Sequence[Address], chosen: Address | None) -> None:
        if (found, chosen) == (self._listed, self._chosen):
            return
        self._listed, self._chosen = tuple(found), chosen
        listing = self.query_one("#addresses", OptionList)
        at = listing.highlighted or 0
        listing.clear_options()
        listing.add_options(Option(self._line(one)) for one in found)
        listing.highlighted = min(at, len(found) - 1) if found else None

    def _line(self, address: Address) -> Content:
        mark = "●" if address == self._chosen else "○"
        kind = self.words(f"network.kind.{address.kind.value}")
        return one_line(f"{mark} {address.ip}  {address.name or self.words('network.nameless')}, {kind}")

    def _text(self, wifi: Wifi | None) -> Content:
        audience = self.desk.audience
        reach = reach_lines(self.words, audience.network.reach, remedy=True)
        where = self._elsewhere() if audience.network.reach.far else self._here(wifi)
        return Content("\n").join([*reach, Content(""), *where])

    def _elsewhere(self) -> list[Content]:
        """No network of this room matters."""
        page = self.words("network.screen.far-page", url=self.desk.audience.phone_url)
        return [safe(page), Content(""), Content.styled(self.words("network.screen.far"), "$muted")]

    def _here(self, wifi: Wifi | None) -> list[Content]:
        shown = "wifi" if wifi and self._wifi_first else "page"
        steps = [
            self.words("network.screen.wifi", name=wifi.name) if wifi else self.words("network.screen.no-wifi"),
            self.words("network.screen.page", url=self.desk.audience.phone_url or "–"),
        ]
        return [
            *[safe(step) for step in steps],
            Content.styled(self.words(f"network.screen.shown-{shown}"), "$muted"),
            Content(""),
            Content.styled(self.words("network.screen.addresses"), "bold"),
        ]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click sends phones to that address."""
        self._use(self._listed[event.option_index])

    def action_use(self) -> None:
        """The address under the cursor."""
        self.query_one("#addresses", OptionList).action_select()

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

    def action_hotspot(self) -> None:
        """How to share a phone's network, and what paper does instead."""
        self._leaflet("hotspot", safe(self.words("network.hotspot.text")))

    def action_it_page(self) -> None:
        """The rule that lets phones in, for those who may write it."""
        self._leaflet("it", safe(self._host.care.it_page()))

    def _leaflet(self, name: str, body: Content) -> None:
        leaflet = Leaflet(self.words, self.words(f"network.{name}.title"), body)
        leaflet.add_class("-wide-leaflet")
        self.app.push_screen(leaflet)

    def action_close(self) -> None:
        """Back to where the leader was."""
        self.app.pop_screen()
