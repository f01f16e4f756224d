"""Everybody in the room can take part: no violations that axe can find, in any state."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from sessionrunner.web.server import AudienceServer
from tests.web.browser import PROJECTOR, SMALL, USUAL, context, lose, open_wall, phone_address
from tests.web.fakes import THEMES, Room
from tests.web.pictures import PHONE, WALL, phone_showing, wall_room
from tests.web.wire import ask


def violations(page: Page) -> list[str]:
    """What axe objects to, with the places."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("size", "dark"), [(USUAL, False), (SMALL, True)], ids=["by-day", "small-by-night"])
@pytest.mark.parametrize("state", PHONE)
def test_the_phone_has_no_violations(browser: Browser, state: str, size: tuple[int, int], dark: bool) -> None:
    """Rule: waiting, writing, wrong, saved, closed: everybody can use it, by day and by night."""
    with phone_showing(browser, state, size, dark) as page:
        found = violations(page)
    assert found == []


@pytest.mark.parametrize("state", ["form", "reporting", "error", "ready"])
def test_letters_twice_as_large_fit_the_smallest_phone(browser: Browser, state: str) -> None:
    """Rule: who needs large letters scrolls down and never sideways."""
    with phone_showing(browser, state, SMALL) as page:
        page.evaluate("document.documentElement.style.fontSize = '36px'")
        found, wide = violations(page), page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert (found, wide) == ([], False)


@pytest.mark.parametrize(
    ("theme", "state"),
    [("projektor", state) for state in WALL] + [(theme, "collecting") for theme in THEMES if theme != "projektor"],
)
def test_the_wall_has_no_violations(browser: Browser, theme: str, state: str) -> None:
    """Rule: the wall can be read in every theme."""
    server = wall_room(state).server(theme=THEMES[theme])
    server.start()
    page = context(browser, PROJECTOR).new_page()
    page.goto(server.wall_url)
    page.wait_for_selector("#main")
    found = violations(page)
    server.stop()
    assert found == []


@pytest.mark.parametrize("theme", ["projektor", "kontrast"])
def test_the_wall_that_has_lost_the_computer_has_no_violations(browser: Browser, theme: str) -> None:
    """Rule: what it says instead of the time can be read as well."""
    server = wall_room("collecting").server(theme=THEMES[theme])
    server.start()
    page = open_wall(browser, server, own_clock=True)
    lose(page, server)
    page.clock.run_for(20_000)
    page.locator("#lost").wait_for()
    page.clock.resume()  # axe takes its time
    assert violations(page) == []


@pytest.mark.parametrize("where", ["tillganglighet", "nothing"])
def test_statement_and_refusals_have_no_violations(server: AudienceServer, browser: Browser, where: str) -> None:
    """Rule: also the pages nobody looks at."""
    page = context(browser).new_page()
    page.goto(phone_address(server) + where)
    assert violations(page) == []


@pytest.mark.parametrize("step", ["bikupa", "reflektion"])
def test_without_a_script_there_are_no_violations(
    room: Room, server: AudienceServer, browser: Browser, step: str
) -> None:
    """Rule: the plain page is a whole page; reloading while there is nothing to read or write is what we chose."""
    room.go_to(step)
    page = context(browser).new_page()
    # axe is itself a script: it gets the page as a phone without scripts draws it.
    drawn = ask(server.phone_url, "").text.replace('<script src="static/phone.js" defer></script>', "")
    page.set_content(drawn.replace("<noscript>", "").replace("</noscript>", ""))
    assert [one for one in violations(page) if not one.startswith("meta-refresh:")] == []


def test_the_check_would_find_a_fault(browser: Browser) -> None:
    """Rule: a search that never finds anything proves nothing."""
    page = context(browser).new_page()
    page.set_content('<input type="text"><img src="x">')
    assert len(violations(page)) >= 2


def test_every_page_says_which_language_it_is_in(server: AudienceServer, browser: Browser) -> None:
    """Rule: a screen reader chooses the right voice."""
    page = context(browser).new_page()
    for where in ("", "tillganglighet", "nothing"):
        page.goto(phone_address(server) + where)
        assert page.locator("html").get_attribute("lang") == "sv"
