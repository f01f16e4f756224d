"""The server behind a proxy with a certificate, and a browser that trusts it: HTTPS as the phones have it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.hall.front import Front, front
from tests.hall.postgres import Postgres
from tests.hall.serving import Hall, hall
from tests.ports import free_port
from tests.web.browser import chromium
from tests.web.test_tls_browser import pin


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything between a phone and the database."""

    hall: Hall
    proxy: Front
    browser: Browser


@contextmanager
def https(cluster: Postgres, folder: Path, name: str) -> Iterator[Stage]:
    """The stage under this host name; the proxy's certificate lies in the folder."""
    door = free_port()
    with (
        hall(cluster, workers=2, public=f"{name}:{door}") as running,
        front(folder, name, door, running.port) as proxy,
        chromium(pin(proxy.certificate)) as browser,
    ):
        yield Stage(running, proxy, browser)
