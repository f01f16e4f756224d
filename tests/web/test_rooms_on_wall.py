"""The joint summary on the room's own wall."""

import pytest
from playwright.sync_api import Browser, expect

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.joint import Sheet
from sessionrunner.web.server import AudienceServer
from tests.fakes import FakeRooms
from tests.web.browser import open_wall
from tests.web.fakes import Room

THIRTY = tuple(
    Sheet(f"Rum {at}", (("Handledning", 3),), ("Vi frågar en gång till när uppdraget är oklart.",) * (1 + at % 7))
    for at in range(1, 31)
)


def test_the_rooms_come_and_go_on_the_wall_that_is_up(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: live, on the page that is already on the projector, and back to the room's own after."""
    room.go_to("borden")
    room.desk.room.rooms = rooms = FakeRooms()
    page = open_wall(browser, server)
    own = page.locator("h1").inner_text()
    rooms.show(True)
    server._announced()
    expect(page.locator("h1")).to_have_text("Alla rum")
    expect(page.get_by_text("Vi ringer innan mötet.")).to_be_visible()
    expect(page.get_by_text("Rubriker: Handledning (4), Möten (3)")).to_be_visible()
    rooms.show(False)
    server._announced()
    expect(page.locator("h1")).to_have_text(own)


@pytest.mark.parametrize("up", [True, False])
def test_a_room_that_has_ended_says_so_and_thanks(
    room: Room, server: AudienceServer, browser: Browser, up: bool
) -> None:
    """Rule: nobody reads old news of the other rooms; what stays is what this room decided, and no answers."""
    room.go_to("avslut")
    room.desk.audience = server
    room.desk.room.rooms = rooms = FakeRooms()
    page = open_wall(browser, server)
    room.desk.add_lesson(LessonKind.ACTIVITY, "Bikupor varje vecka")
    expect(page.get_by_text("Bikupor varje vecka")).to_be_visible()
    rooms.show(up)
    server._announced()
    expect(page.locator("h1")).to_have_text("Alla rum" if up else "Det här har vi kommit fram till")
    room.desk.close()
    expect(page.locator("h1")).to_have_text("Vårt rum är klart. Tack för i dag!")
    expect(page.get_by_text("Bikupor varje vecka")).to_be_visible()
    assert "Vi ringer innan mötet." not in page.locator("main").inner_text()
    assert page.locator(".answers").count() == 0


def test_thirty_rooms_take_turns_in_letters_the_back_row_reads(
    room: Room, server: AudienceServer, browser: Browser
) -> None:
    """Rule: pages, never small letters and nothing cut off unseen."""
    room.go_to("borden")
    room.desk.room.rooms = rooms = FakeRooms(*THIRTY)
    rooms.show(True)
    page = open_wall(browser, server, own_clock=True)
    expect(page.locator("#leaf")).to_contain_text("1 av")
    size = page.locator(".rooms .text").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 0.023 * 1080 - 0.5
    hidden = "e => e.getBoundingClientRect().bottom > document.getElementById('bottom').getBoundingClientRect().top"
    shown = [one for one in page.locator(".card").all() if one.is_visible()]
    assert len(shown) > 3 and not any(one.evaluate(hidden) for one in shown)
    assert all("Rum" in one.inner_text() for one in shown)
