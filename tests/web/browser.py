"""The system's Chromium, with a network that ends at this machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from sessionrunner.web.server import AudienceServer
from tests.web.fakes import TOKEN, port_of

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP laptop.test 127.0.0.1, MAP stranger.test 127.0.0.1",
)
SMALL, USUAL, PROJECTOR = (320, 640), (390, 844), (1920, 1080)


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """A browser of its own, started with these arguments too."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*_ARGUMENTS, *arguments])
        try:
            yield browser
        finally:
            browser.close()


def context(browser: Browser, size: tuple[int, int] = USUAL, script: bool = True, dark: bool = False) -> BrowserContext:
    """A fresh profile with a screen of this size."""
    fresh = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        java_script_enabled=script,
        color_scheme="dark" if dark else "light",
        has_touch=size != PROJECTOR,
    )
    fresh.set_default_timeout(60_000)  # patience costs nothing where all goes well
    return fresh


def phone_address(server: AudienceServer) -> str:
    """The phones' page under a name that is not loopback, so that the browser trusts it no more than a real one."""
    return f"http://laptop.test:{port_of(server)}/s/{TOKEN}/"


def open_phone(browser: Browser, server: AudienceServer, size: tuple[int, int] = USUAL, script: bool = True) -> Page:
    """The page as a phone shows it."""
    page = context(browser, size, script).new_page()
    page.goto(phone_address(server))
    return page


def open_wall(browser: Browser, server: AudienceServer, own_clock: bool = False) -> Page:
    """The wall as the projector shows it; with a clock of its own a test can let time pass in it."""
    page = context(browser, PROJECTOR).new_page()
    if own_clock:
        page.clock.install()
    page.goto(server.wall_url)
    page.wait_for_selector("#main")
    return page
