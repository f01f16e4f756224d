"""Which Wi-Fi phones are to join: asked when it is first needed, kept only if the leader says so."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Checkbox, Input, Static

from sessionrunner.core.network.wifi import Wifi
from sessionrunner.host import Care
from sessionrunner.locale import Catalogue
from sessionrunner.ports import Network
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar


class WifiScreen(Overlay[bool | None]):
    """Name, password, and whether to keep it; gives True when a network is offered, None when nothing changed."""

    KEYS = (
        Key("wifi-show", "", "screen.keep", "enter"),
        Key("field", "", "app.focus_next", "tab"),
        Key("leave", "escape", "leave", "escape"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, network: Network, care: Care) -> None:
        super().__init__(words)
        self._network, self._care = network, care

    def compose(self) -> ComposeResult:
        """Two fields and a box to tick."""
        with Vertical(classes="line"):
            yield Static(self.words("network.wifi.title"), classes="card-title")
            yield Static(self.words("network.wifi.how"))
            yield Input(placeholder=self.words("network.wifi.name"), id="wifi-name", select_on_focus=False)
            yield Input(placeholder=self.words("network.wifi.password"), id="wifi-password", select_on_focus=False)
            yield Checkbox(Content(self.words("network.wifi.keep")), id="wifi-keep", compact=True)
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """What is known already need not be written."""
        self._look_up()

    @work(thread=True)
    def _look_up(self) -> None:
        known = self._network.wifi or self._care.known_wifi()
        self.call_later(self._fill, known)

    def _fill(self, known: Wifi) -> None:
        name, password = self.query_one("#wifi-name", Input), self.query_one("#wifi-password", Input)
        if name.value or password.value:
            return
        name.value, password.value = known.name, known.password
        self.query_one("#wifi-keep", Checkbox).value = bool(known.password) and self._network.wifi is None
        (password if known.name else name).focus()

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Offer the network; without a name stop offering any."""
        name, password = (
            self.query_one("#wifi-name", Input).value.strip(),
            self.query_one("#wifi-password", Input).value,
        )
        wifi = Wifi(name, password) if name else None
        self._network.offer(wifi)
        if wifi is not None:
            self._care.keep_wifi(wifi, self.query_one("#wifi-keep", Checkbox).value)
        self.dismiss(wifi is not None)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
