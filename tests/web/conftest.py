"""A room with its server running, and a browser for those who need one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from sessionrunner.web.server import AudienceServer
from tests.ports import free_port
from tests.web.browser import chromium
from tests.web.fakes import Room


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def server(room: Room) -> Iterator[AudienceServer]:
    server = room.server(port=free_port())
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def started_browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def browser(started_browser: Browser) -> Iterator[Browser]:
    """The same browser, every profile thrown away after the test."""
    yield started_browser
    for context in started_browser.contexts:
        context.close()
