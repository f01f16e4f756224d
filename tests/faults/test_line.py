"""The line between phone and laptop breaks, or a crowd of hostile devices holds every connection."""

import socket
import struct
import urllib.parse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from tests.faults.hour import Hour, answers
from tests.faults.oracle import Harm, harms

FILES, CROWD = 192, 260
"""Files the program may have open, and hostile connections."""
_RESET = struct.pack("ii", 1, 0)


def send_and_hang_up(hour: Hour, number: int) -> None:
    """A phone whose whole answer has left it, and whose line breaks before the receipt."""
    path, body, headers = hour.request(number)
    found = urllib.parse.urlsplit(hour.url)
    head = [f"POST {path} HTTP/1.1", f"Host: {found.netloc}", f"Content-Length: {len(body)}"]
    head += [f"{name}: {value}" for name, value in headers.items()]
    with socket.create_connection((str(found.hostname), found.port or 80)) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        line.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        if number % 2:
            line.recv(1)  # the receipt is on its way: it was stored


@pytest.mark.parametrize(("mistake", "expected"), [("", set()), ("undiscerning", {Harm.DOUBLED})])
def test_a_receipt_that_never_arrived_is_fetched_again(tmp_path: Path, mistake: str, expected: set[Harm]) -> None:
    """The same sending again has its receipt and counts once; a program that does not know it again is found out."""
    hour = Hour(tmp_path, mistake=mistake)
    hour.make_lessons_folder()
    with hour.run() as program:
        for number in range(16):
            send_and_hang_up(hour, number)
        assert hour.send_all(range(16)) == [201] * 16
        usable = answers(program)
        program.kill()
    assert harms(hour.evidence(hour.in_box(), usable)) == expected


@contextmanager
def crowd(url: str) -> Iterator[None]:
    """Connections that say half a request and never the rest, from one address."""
    found = urllib.parse.urlsplit(url)
    with ExitStack() as held:
        for _ in range(CROWD):
            with suppress(OSError):
                line = socket.create_connection((str(found.hostname), found.port or 80), 5, ("127.0.0.9", 0))
                held.enter_context(line)
                line.sendall(b"POST /s/ HTTP/1.1\r\nHost: a\r\n")
        yield


def few_files(folder: Path, mistake: str = "") -> Hour:
    """An hour of a program that may have few files open."""
    hour = Hour(folder, ["prlimit", f"--nofile={FILES}:{FILES}"], mistake)
    hour.make_lessons_folder()
    return hour


def test_a_crowd_that_holds_every_connection_keeps_nobody_out(tmp_path: Path) -> None:
    """Every honest answer gets its receipt, the leader can go on, and not a line of noise is written."""
    hour = few_files(tmp_path)
    with hour.run() as program:
        with crowd(hour.url):
            assert hour.send_all(range(24), at_once=4) == [201] * 24
            usable = answers(program)
        hour.end(program)
    assert len(hour.said) < 200
    assert harms(hour.evidence(hour.in_lessons(), usable)) == set()


def test_a_program_without_a_guard_is_found_out(tmp_path: Path) -> None:
    """The control: with every file taken, no answer gets in."""
    hour = few_files(tmp_path, "unguarded")
    hour.patience = 5.0
    with hour.run(), crowd(hour.url):
        assert hour.send(1) == 0
