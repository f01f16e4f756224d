"""The wall when the leader's computer is not there: it says so instead of counting on."""

import pytest
from playwright.sync_api import Browser, Page, expect

from sessionrunner.web.server import AudienceServer
from tests.web.browser import PROJECTOR, context
from tests.web.fakes import Room, port_of

TOLD = "Ingen kontakt med ledarens dator. Väggen letar efter den."
WATCH_THE_LINE = """const Line = EventSource;
EventSource = class extends Line {
  constructor(...where) {
    super(...where);
    ["open", "error"].forEach((what) => this.addEventListener(what, () => {
      document.documentElement.dataset.line = what;
    }));
  }
};"""


def wall_whose_clock_stands(browser: Browser, server: AudienceServer) -> Page:
    """The wall with its line open, where time passes only as the test lets it."""
    page = context(browser, PROJECTOR).new_page()
    page.add_init_script(WATCH_THE_LINE)
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.goto(server.wall_url)
    page.locator("html[data-line=open]").wait_for(state="attached")
    return page


def lose(page: Page, server: AudienceServer) -> None:
    """The computer goes away and the browser has noticed."""
    server.stop()
    page.locator("html[data-line=error]").wait_for(state="attached")


@pytest.mark.parametrize("step", ["", "borden"])
def test_the_wall_says_that_it_has_lost_the_computer(
    room: Room, server: AudienceServer, browser: Browser, step: str
) -> None:
    """Rule: no time is claimed that nobody knows, not at a blink, and what people do meanwhile still stands there."""
    if step:
        room.go_to(step)
    page = wall_whose_clock_stands(browser, server)
    lose(page, server)
    page.clock.run_for(2_900)
    expect(page.locator("#lost")).to_be_hidden()
    page.clock.run_for(600)
    expect(page.locator("#lost")).to_have_text(TOLD)
    assert not [one for one in ("#time", "#pace", "#bar", "#note", "#gong") if page.locator(one).is_visible()]
    assert page.locator("h1").is_visible()


def test_the_wall_comes_back_by_itself(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: when the computer is there again the wall goes on with the time that is true."""
    room.go_to("borden")
    page = wall_whose_clock_stands(browser, server)
    lose(page, server)
    page.clock.run_for(20_000)
    expect(page.locator("#lost")).to_be_visible()
    room.clock.advance(minutes=1)
    again = room.server(port=port_of(server))
    again.start()
    expect(page.locator("#lost")).to_be_hidden()
    expect(page.locator("#time")).to_have_text("18:00")
    again.stop()
