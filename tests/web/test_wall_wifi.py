"""The way in on the wall: first the Wi-Fi, then the page, and always the codes in force."""

import io

from PIL import Image
from playwright.sync_api import Browser, Page
from zxingcpp import read_barcodes

from sessionrunner.core.network.wifi import Wifi
from sessionrunner.web.server import AudienceServer
from tests.web.browser import context
from tests.web.fakes import Room

GUEST = Wifi("Kommunens gäst", "hemligt;12")


def codes(page: Page) -> set[str]:
    """What a camera reads from the wall."""
    return {found.text for found in read_barcodes(Image.open(io.BytesIO(page.screenshot())))}


def test_the_wifi_comes_before_the_page(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: a wall that is open shows both codes as soon as the leader has told the network, and one while asking."""
    page = context(browser, (1600, 900)).new_page()
    page.goto(server.wall_url)
    assert codes(page) == {server.phone_url}
    server.network.offer(GUEST)
    page.get_by_text("1 Anslut till Kommunens gäst").wait_for()
    assert codes(page) == {GUEST.code, server.phone_url}
    room.go_to("reflektion")
    page.get_by_text("Skanna och svara").wait_for()
    assert codes(page) == {server.phone_url}
