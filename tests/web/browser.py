"""The system's Chromium, with a network that ends at this machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

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
_PATIENCE = 60_000
"""Milliseconds that anything may take to come; costs nothing where all goes well."""
SMALL, USUAL, PROJECTOR = (320, 640), (390, 844), (1920, 1080)


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """A browser of its own, started with these arguments too."""
    expect.set_options(timeout=_PATIENCE)
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
    fresh.set_default_timeout(_PATIENCE)
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
    """The wall as the projector shows it; with a clock of its own, time passes in it only as the test lets it."""
    page = context(browser, PROJECTOR).new_page()
    if own_clock:
        stop_the_clock(page)
    page.goto(server.wall_url)
    page.wait_for_selector("#main")
    if own_clock:
        page.locator("html[data-line=open]").wait_for(state="attached")
    return page


_WATCH_THE_LINE = """const Line = EventSource;
EventSource = class extends Line {
  constructor(...where) {
    super(...where);
    ["open", "error"].forEach((what) => this.addEventListener(what, () => {
      document.documentElement.dataset.line = what;
    }));
  }
};"""


def stop_the_clock(page: Page) -> None:
    """From the next page on, time stands still there, and the page tells whether its line is open."""
    page.add_init_script(_WATCH_THE_LINE)
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def lose(page: Page, server: AudienceServer) -> None:
    """The computer goes away, and the browser has noticed."""
    server.stop()
    page.locator("html[data-line=error]").wait_for(state="attached")
