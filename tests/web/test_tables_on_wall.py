"""Statement tables on the wall: side by side, one at a time, long texts on pages."""

from playwright.sync_api import Browser, expect

from sessionrunner.core.commands import ShowTables, TakeNote
from sessionrunner.web.server import AudienceServer
from tests.web.browser import open_wall
from tests.web.fakes import Room
from tests.web.pictures import SHEETS


def test_statements_stand_side_by_side_with_what_was_said(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: two by two, each with its statement, letters that the back row reads; phones get none of it."""
    room.go_to("borden")
    for at, text in SHEETS:
        room.desk.handle(TakeNote(text, f"Bord {at}"))
    page = open_wall(browser, server)
    assert page.get_by_text("Vi säger nej för sent.").count() == 0
    room.desk.handle(ShowTables())
    expect(page.locator(".tables .card")).to_have_count(4)
    tops = [box["y"] for one in page.locator(".tables .card").all() if (box := one.bounding_box())]
    assert len(set(tops)) == 2
    size = page.locator(".tables .text").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 0.023 * 1080
    room.desk.handle(ShowTables(2))
    expect(page.locator("#list.single li")).to_have_count(3)
    assert page.locator(".card").count() == 0


def test_more_than_the_wall_can_hold_comes_on_pages(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: letters never get smaller than the back row reads, and nothing is cut off unseen."""
    room.go_to("borden")
    for at in range(1, 5):
        for number in range(4):
            room.desk.handle(
                TakeNote(f"{number} " + "Vi frågar för sällan när uppdraget är oklart. " * 3, f"Bord {at}")
            )
    room.desk.handle(ShowTables())
    page = open_wall(browser, server, own_clock=True)
    expect(page.locator("#leaf")).to_contain_text("1 av")
    hidden = "e => e.getBoundingClientRect().bottom > document.getElementById('bottom').getBoundingClientRect().top"
    shown = [one for one in page.locator(".card").all() if one.is_visible()]
    assert shown and not any(one.evaluate(hidden) for one in shown)
