"""What is known about the phones' network, in words, and the addresses that they can be sent to."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from sessionrunner.core.network.addresses import Address
from sessionrunner.locale import Catalogue
from sessionrunner.ports import Audience
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.reach import reach_lines


def network_text(words: Catalogue, audience: Audience, wifi_first: bool) -> Content:
    """Whether phones get through, and what they do here; ``wifi_first``: which of the two codes is shown."""
    reach = audience.network.reach
    where = _elsewhere(words, audience) if reach.far else _here(words, audience, wifi_first)
    return Content("\n").join([*reach_lines(words, reach, remedy=True), Content(""), *where])


def _elsewhere(words: Catalogue, audience: Audience) -> list[Content]:
    """No network of this room matters."""
    page = words("network.screen.far-page", url=audience.phone_url)
    return [safe(page), Content(""), Content.styled(words("network.screen.far"), "$muted")]


def _here(words: Catalogue, audience: Audience, wifi_first: bool) -> list[Content]:
    wifi = audience.network.wifi
    shown = "wifi" if wifi and wifi_first else "page"
    return [
        safe(words("network.screen.wifi", name=wifi.name) if wifi else words("network.screen.no-wifi")),
        safe(words("network.screen.page", url=audience.phone_url or "–")),
        Content.styled(words(f"network.screen.shown-{shown}"), "$muted"),
        Content(""),
        Content.styled(words("network.screen.addresses"), "bold"),
    ]


class Addresses(Choices):
    """Where phones can be sent, the address in use marked."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="addresses", markup=False, compact=True)
        self._words = words
        self._listed: tuple[Address, ...] = ()
        self._chosen: Address | None = None

    def show(self, found: Sequence[Address], chosen: Address | None) -> None:
        """List these; the cursor stays where it is."""
        if (tuple(found), chosen) == (self._listed, self._chosen):
            return
        self._listed, self._chosen = tuple(found), chosen
        at = self.highlighted or 0
        self.clear_options()
        self.add_options(Option(self._line(one)) for one in found)
        self.highlighted = min(at, len(found) - 1) if found else None

    def on_line(self, number: int) -> Address:
        """The address on this line, counted from 0."""
        return self._listed[number]

    def _line(self, address: Address) -> Content:
        mark = "●" if address == self._chosen else "○"
        kind = self._words(f"network.kind.{address.kind.value}")
        return one_line(f"{mark} {address.ip}  {address.name or self._words('network.nameless')}, {kind}")
