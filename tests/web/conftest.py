"""A room with its server running, and a browser for those who need one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from sessionrunner.web.server import AudienceServer
from tests.web.browser import chromium
from tests.web.fakes import Room


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def server(room: Room) -> Iterator[AudienceServer]:
    server = room.server()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found
