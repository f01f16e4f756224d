"""Phones come and go while the laptop is busy: nobody who leaves at the wrong moment shuts the others out."""

import asyncio
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sessionrunner.web import listening
from sessionrunner.web.server import AudienceServer
from sessionrunner.web.tls import load
from tests.program import PATIENCE
from tests.web.authority import NAME, NOW, Authority
from tests.web.fakes import TOKEN, Room
from tests.web.test_tls import Phone
from tests.web.wire import ask
from tests.windows.loop import WindowsLoop


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every loop that is made is one of those."""
    monkeypatch.setattr(asyncio.DefaultEventLoopPolicy, "_loop_factory", WindowsLoop)


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def server(room: Room) -> Iterator[AudienceServer]:
    server = room.server()
    server.start()
    yield server
    server.stop()


@contextmanager
def busy(server: AudienceServer) -> Iterator[None]:
    """The server does something else and opens to nobody."""
    begun, over = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        over.wait()

    server._soon(work)
    assert begun.wait(PATIENCE)
    yield
    over.set()


def knock_and_leave(url: str, times: int) -> None:
    """Connect and break off, as a phone does that loses the Wi-Fi."""
    found = urlsplit(url)
    for _ in range(times):
        line = socket.create_connection((found.hostname or "", found.port or 0))
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.close()


def test_somebody_who_left_before_the_door_opened_shuts_nobody_out(server: AudienceServer) -> None:
    """Rule: the next phone gets the page."""
    with busy(server):
        knock_and_leave(server.phone_url, times=5)
    assert [ask(server.phone_url, "").status for _ in range(3)] == [200, 200, 200]


def test_left_to_itself_the_loop_would_shut_everybody_out(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: this is what Python does on Windows."""
    monkeypatch.setattr(listening, "closes_its_doors", lambda loop: False)
    server = room.server()
    server.start()
    with busy(server):
        knock_and_leave(server.phone_url, times=1)
    with pytest.raises(OSError):
        for _ in range(3):
            ask(server.phone_url, "")
    server.stop()


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[tuple[Phone, int]]:
    """A phone that knows the municipality's own certificate, and the port where it is shown."""
    authority = Authority(tmp_path)
    server = Room().server(tls=load(*authority.pair(NAME), NAME, (), NOW))
    server.start()
    phone = Phone(authority, server.port or 0)
    yield phone, server.port or 0
    phone.close()
    server.stop()


def is_let_in(phone: Phone) -> bool:
    """Whether it gets the page."""
    phone.request("GET", f"/s/{TOKEN}/")
    return phone.getresponse().status == 200


def test_a_phone_is_let_in_over_https_too(locked: tuple[Phone, int]) -> None:
    """Rule: the municipality's own certificate is used there as well."""
    phone, _ = locked
    assert is_let_in(phone)


def test_a_greeting_that_fails_is_nobody_elses_trouble(locked: tuple[Phone, int]) -> None:
    """Rule: who speaks plain HTTP at a door with a lock is turned away, and the next one is let in."""
    phone, port = locked
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
        line.sendall(b"GET / HTTP/1.1\r\n\r\n")
        line.recv(100)
    assert is_let_in(phone)


def test_stopping_frees_the_ports_there_too(room: Room) -> None:
    """Rule: the next session gets the same address."""
    server = room.server()
    server.start()
    found = urlsplit(server.phone_url)
    server.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((found.hostname or "", found.port or 0))
