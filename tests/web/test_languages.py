"""The phone in another language than the room's."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from sessionrunner.web.server import AudienceServer
from tests.web.browser import open_phone
from tests.web.fakes import Room, sheet
from tests.web.wire import FORM, ask, origin


@pytest.fixture
def phone(room: Room, server: AudienceServer, browser: Browser) -> Page:
    room.go_to("reflektion")
    return open_phone(browser, server)


def test_a_draft_is_there_in_the_other_language_too(phone: Page) -> None:
    """Rule: who changes language in the middle of a sentence loses nothing."""
    phone.get_by_label("Vad tar du med dig").fill("Att fråga mer.")
    phone.get_by_role("link", name="In English").click()
    expect(phone.locator("html")).to_have_attribute("lang", "en")
    expect(phone.get_by_label("Vad tar du med dig")).to_have_value("Att fråga mer.")


def test_what_the_room_wrote_keeps_its_language(phone: Page) -> None:
    """Rule: a screen reader reads the question in Swedish and the button in English."""
    phone.get_by_role("link", name="In English").click()
    expect(phone.get_by_role("button", name="Send")).to_be_visible()
    assert phone.locator("#step").get_attribute("lang") == "sv"
    assert phone.locator("label[for=f0]").get_attribute("lang") == "sv"


def test_the_receipt_is_in_the_same_language(room: Room, phone: Page) -> None:
    """Rule: the answer is kept, and told in the language that was chosen; the way back is there."""
    phone.get_by_role("link", name="In English").click()
    expect(phone.locator("html")).to_have_attribute("lang", "en")  # the question is the same on the page before
    phone.get_by_label("Vad tar du med dig").fill("Att fråga mer.")
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator("#status")).to_contain_text("saved")
    phone.get_by_role("link", name="På svenska").click()
    expect(phone.locator("#status")).to_have_text("Tack, sparat.")
    assert room.desk.room.answered() == 1


def test_without_a_script_the_language_is_kept_all_the_way(room: Room, server: AudienceServer) -> None:
    """Rule: form, receipt and statement are in the language that was chosen."""
    room.go_to("reflektion")
    assert 'action="answers?lang=en"' in ask(server.phone_url, "?lang=en").text
    body = urlencode(sheet(1)).encode()
    kept = ask(server.phone_url, "answers?lang=en", "POST", body, {"Content-Type": FORM, "Origin": origin(server)})
    assert kept.headers["location"] == "./?sent=reflektion&lang=en"
    assert '<html lang="en">' in ask(server.phone_url, "tillganglighet?lang=en").text


def test_a_language_that_does_not_exist_is_the_rooms(server: AudienceServer) -> None:
    """Rule: whatever stands in the address, there is a page."""
    assert '<html lang="sv">' in ask(server.phone_url, "?lang=xx").text
