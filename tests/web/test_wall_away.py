"""The wall when the leader's computer is not there: it says so instead of counting on."""

import pytest
from playwright.sync_api import Browser, expect

from sessionrunner.web.server import AudienceServer
from tests.web.browser import lose, open_wall
from tests.web.fakes import Room, port_of

TOLD = "Ingen kontakt med ledarens dator. Väggen letar efter den."


@pytest.mark.parametrize("step", ["", "borden"])
def test_the_wall_says_that_it_has_lost_the_computer(
    room: Room, server: AudienceServer, browser: Browser, step: str
) -> None:
    """Rule: no time is claimed that nobody knows, not at a blink, and what people do meanwhile still stands there."""
    if step:
        room.go_to(step)
    page = open_wall(browser, server, own_clock=True)
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
    page = open_wall(browser, server, own_clock=True)
    lose(page, server)
    page.clock.run_for(20_000)
    expect(page.locator("#lost")).to_be_visible()
    room.clock.advance(minutes=1)
    again = room.server(port=port_of(server))
    again.start()
    expect(page.locator("#lost")).to_be_hidden()
    expect(page.locator("#time")).to_have_text("18:00")
    again.stop()
