"""The gong on the wall, counted by the tones the browser really plays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from sessionrunner.core.commands import Pause, PauseReason, Resume, SetSound
from sessionrunner.web.server import AudienceServer
from tests.web.browser import PROJECTOR, context
from tests.web.fakes import Room

COUNT_TONES = """window.tones = 0;
const play = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) {
  document.documentElement.dataset.tones = window.tones += 1;
  return play.apply(this, when);
};"""


def wall_with_sound(browser: Browser, server: AudienceServer) -> Page:
    """The wall after the leader has tried the gong in the lobby; the trial's tones are not counted."""
    page = context(browser, PROJECTOR).new_page()
    page.add_init_script(COUNT_TONES)
    page.goto(server.wall_url)
    page.get_by_role("button", name="Prova gongen").click()
    page.locator("html[data-tones='3']").wait_for(state="attached")
    page.evaluate("delete document.documentElement.dataset.tones; window.tones = 0")
    return page


def to_the_walk(room: Room, page: Page) -> None:
    """The first round at the tables ends by itself."""
    room.go_to("borden")
    expect(page.locator("#lap")).to_contain_text("Varv 1")
    room.clock.advance(minutes=4, seconds=1)
    expect(page.locator("#lap")).to_contain_text("Byt bord nu")


def to_the_end_of_time(room: Room, page: Page) -> None:
    """Nobody has ended the step when its minutes are over."""
    room.go_to("start")
    expect(page.locator("#bottom.calm")).to_be_visible()
    room.clock.advance(minutes=3, seconds=1)
    expect(page.locator("#bottom.over")).to_be_visible()


@pytest.mark.parametrize("end", [to_the_walk, to_the_end_of_time])
def test_what_ends_by_itself_is_heard_once(
    room: Room, server: AudienceServer, browser: Browser, end: Callable[[Room, Page], None]
) -> None:
    """Rule: the room talks and does not look up; one stroke, of three tones."""
    page = wall_with_sound(browser, server)
    end(room, page)
    room.clock.advance(seconds=5)
    page.locator("html[data-tones='3']").wait_for(state="attached")
    page.wait_for_timeout(1000)
    assert page.evaluate("window.tones") == 3


@pytest.mark.parametrize("quiet", ["muted", "next-step", "paused"])
def test_nothing_else_is_heard(room: Room, server: AudienceServer, browser: Browser, quiet: str) -> None:
    """Rule: a leader who has muted it, who goes on by hand or has paused does not want it; the control is above."""
    page = wall_with_sound(browser, server)
    if quiet == "next-step":
        room.go_to("start")
        room.go_to("borden")
        expect(page.locator("#lap")).to_contain_text("Varv 1")
    else:
        room.desk.handle(SetSound(quiet == "paused"))
        room.go_to("start")
        if quiet == "paused":
            room.desk.handle(Pause(PauseReason.QUESTION))
            room.clock.advance(minutes=4)
            room.desk.handle(Resume())
            expect(page.locator("#bottom.calm")).to_be_visible()
        else:
            to_the_walk(room, page)
    assert page.evaluate("window.tones") == 0
