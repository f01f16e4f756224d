"""Whoever holds a place and sends nothing, or far too much, does not stand in the room's way."""

import logging
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field

import pytest

from sessionrunner.web.guard import Crowd, Head, Limits, Trickle
from sessionrunner.web.server import AudienceServer
from tests.web.crowding import FILES
from tests.web.fakes import Room, port_of, sheet
from tests.web.wire import origin, path, post, raw

BRISK = Limits(whole=0.4)
PATIENT = Limits(whole=60.0)


@contextmanager
def serving(limits: Limits) -> Iterator[AudienceServer]:
    """A room that collects, within these limits."""
    room = Room()
    room.go_to("reflektion")
    server = room.server(limits=limits)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def line(server: AudienceServer, source: str = "127.0.0.1") -> socket.socket:
    """A connection that says nothing, from this address of the laptop's own."""
    return socket.create_connection(("127.0.0.1", port_of(server)), timeout=60, source_address=(source, 0))


def got_through(server: AudienceServer, request: bytes) -> socket.socket:
    """A connection on which this was answered; a machine that stopped for a moment had it cut, and knocks again."""
    for _ in range(100):
        held = line(server)
        with suppress(ConnectionError):
            held.sendall(request)
            if held.recv(20, socket.MSG_PEEK):
                return held
        held.close()
    raise AssertionError("never answered")


def is_cut(held: socket.socket) -> bool:
    """Whether the server has hung up, once it does anything at all."""
    try:
        return held.recv(65536) == b""
    except ConnectionError:
        return True


def dripped(held: socket.socket, data: bytes, pieces: int) -> bytes:
    """Send slowly in so many pieces, and read what comes back; nothing when the server hangs up meanwhile."""
    size = -(-len(data) // pieces)
    try:
        for at in range(0, len(data), size):
            held.sendall(data[at : at + size])
            time.sleep(0.1)
        return held.recv(65536)
    except ConnectionError:
        return b""


def head(server: AudienceServer, method: str, where: str, *more: str) -> bytes:
    """The beginning of a request."""
    lines = (f"{method} {where} HTTP/1.1", f"Host: 127.0.0.1:{port_of(server)}", *more)
    return "".join(f"{one}\r\n" for one in lines).encode()


SLOWLY = [(BRISK, 600, False), (PATIENT, 12, True)]
"""A brisk server hangs up within the minute that so many pieces take; a patient one hears all of the few."""


@pytest.mark.parametrize(("limits", "pieces", "answered"), SLOWLY)
def test_a_request_that_never_gets_on_is_cut(limits: Limits, pieces: int, answered: bool) -> None:
    """Rule: a head that trickles in holds no place; a server without the deadline would wait for it."""
    with serving(limits) as server, line(server) as held:
        request = head(server, "GET", path(), f"X-Long: {'x' * 600}") + b"\r\n"
        assert bool(dripped(held, request, pieces)) is answered


@pytest.mark.parametrize(("limits", "pieces", "answered"), SLOWLY)
def test_a_body_that_never_gets_on_is_cut(limits: Limits, pieces: int, answered: bool) -> None:
    """Rule: the deadline holds for the whole request, for no server of its own accord waits less than for ever."""
    with serving(limits) as server, line(server) as held:
        fields = ("Content-Type: application/x-www-form-urlencoded", "Content-Length: 600", f"Origin: {origin(server)}")
        with suppress(ConnectionError):  # a machine that stopped for a moment here has been cut already
            held.sendall(head(server, "POST", path("answers"), *fields) + b"\r\n")
        reply = dripped(held, b"x" * 600, pieces)
    assert (b" 400 " in reply) is answered


def test_a_connection_that_says_nothing_is_cut() -> None:
    """Rule: an idle connection is closed by itself."""
    with serving(BRISK) as server, line(server) as held:
        assert is_cut(held)


def test_an_answered_connection_that_says_nothing_more_is_cut() -> None:
    """Rule: also a phone that has its page gives its place back."""
    with serving(BRISK) as server, got_through(server, head(server, "GET", path("static/nothing")) + b"\r\n") as held:
        assert b" 404 " in held.recv(65536)
        while not is_cut(held):
            pass


def test_who_follows_along_may_stay() -> None:
    """Rule: the deadline is for requests; the live line lasts as long as the hour."""
    with serving(BRISK) as server, got_through(server, head(server, "GET", path("state")) + b"\r\n") as held:
        assert b" 200 " in held.recv(20)
        with line(server) as other:
            assert is_cut(other)  # somebody who came later and said nothing has been sent away
        assert server.connected == 1


@pytest.mark.parametrize("piece", [100_000, 1000])
def test_a_head_that_is_too_large_is_refused(server: AudienceServer, piece: int) -> None:
    """Rule: 16 KiB are plenty; the refusal looks like every other."""
    with line(server) as held:
        data = head(server, "GET", path(), *(f"X-{at}: {'x' * 90}" for at in range(120))) + b"X-Long: " + b"x" * 9000
        with suppress(ConnectionError):  # whoever is slow is refused, and hung up on, before having said it all
            for at in range(0, len(data), piece):
                held.sendall(data[at : at + piece])
        reply = held.recv(65536).lower()
    assert b" 431 " in reply.split(b"\r\n")[0]
    assert b"content-security-policy" in reply and b"server:" not in reply


@pytest.mark.parametrize("length", ["Content-Length: 67108864", "Content-Length: 20481"])
def test_a_body_that_is_too_large_is_refused_before_it_is_sent(server: AudienceServer, length: str) -> None:
    """Rule: nobody fills the laptop's memory; the refusal comes before the body."""
    assert b" 413 " in raw(server, head(server, "POST", path("answers"), length) + b"\r\n").split(b"\r\n")[0]


def test_a_body_of_unknown_length_is_refused_when_it_is_too_large(server: AudienceServer) -> None:
    """Rule: who does not say how much is coming gets no further."""
    request = head(server, "POST", path("answers"), "Transfer-Encoding: chunked") + b"\r\n"
    assert b" 413 " in raw(server, request + b"4000\r\n" + b"x" * 0x4000 + b"\r\n4000\r\n" + b"x" * 0x4000 + b"\r\n")


def test_a_compressed_body_stays_small(room: Room, server: AudienceServer) -> None:
    """Rule: twenty kilobytes cannot be made to unfold into millions."""
    import zlib

    packed = zlib.compress(b"submission=" + b"x" * 10_000_000)
    fields = ("Content-Encoding: deflate", "Content-Type: application/x-www-form-urlencoded")
    request = head(server, "POST", path("answers"), *fields, f"Content-Length: {len(packed)}") + b"\r\n"
    assert b" 400 " in raw(server, request + packed).split(b"\r\n")[0]


ODD = (
    b"GET {path} HTTP/1.1\r\n\r\n",
    b"GET {path} HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n",
    b"POST {path}answers HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST {path}answers HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
    b"POST {path}answers HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n",
    b"POST {path}answers HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    b"GET {path} HTTP/1.1\nHost: {host}\n\n",
    b"GET {path} HTTP/1.1\r\nHost: {host}\r\nX\x00Y: 1\r\n\r\n",
    b"GET {path} HTTP/1.1\r\nHost: {host}\r\n X: folded\r\n\r\n",
    b"GET {path} HTTP/1.1 \x0b\r\nHost: {host}\r\n\r\n",
    b"GET {path} HTTP/2.0\r\nHost: {host}\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"CONNECT evil.example:443 HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"POST {path}answers HTTP/1.1\r\nHost: {host}\r\nExpect: banana\r\nContent-Length: 0\r\n\r\n",
    b"\x80\x9e\x01\x03\x01\x00\x69\x00\x00\x00\x20\r\n\r\n",
)


@pytest.mark.parametrize("probe", ODD)
def test_odd_requests_are_refused(probe: bytes) -> None:
    """Rule: what two programs might read differently is read by none: refused or hung up on, never a fault of ours."""
    with serving(BRISK) as server:
        host = f"127.0.0.1:{port_of(server)}".encode()
        reply = raw(server, probe.replace(b"{path}", path().encode()).replace(b"{host}", host))
    status = reply.split(b" ")[1] if reply else b""
    assert status in {b"", b"400", b"404", b"417", b"421"}, reply[:100]
    assert b"Min uppgift" not in reply


@contextmanager
def holding(server_url: str, count: int) -> Iterator[list[socket.socket]]:
    """So many connections that say nothing, from twenty addresses."""
    from urllib.parse import urlsplit

    port = urlsplit(server_url).port
    with ExitStack() as stack:
        held = []
        for at in range(count):
            one = stack.enter_context(socket.socket())
            one.settimeout(60)
            one.bind((f"127.0.1.{at % 20 + 1}", 0))
            one.connect(("127.0.0.1", port))
            held.append(one)
        yield held


@contextmanager
def cramped(guarded: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A server with few open files, in a process of its own."""
    command = [sys.executable, "-m", "tests.web.crowding", guarded]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process


def honest(url: str, count: int, patience: float) -> int:
    """How many of so many honest requests are answered, each within so many seconds."""
    good = 0
    for _ in range(count):
        with suppress(OSError):
            good += ask_quickly(url, patience)
    return good


def ask_quickly(url: str, patience: float = 1.0) -> bool:
    """One request by somebody who will not wait for ever."""
    import http.client
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=patience)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status == 200
    finally:
        connection.close()


@pytest.mark.parametrize(("guarded", "served", "patience"), [("guarded", 20, 60), ("unguarded", 0, 1)])
def test_honest_phones_are_served_beside_a_crowd_that_holds_every_place(
    guarded: str, served: int, patience: float
) -> None:
    """Rule: those who only hold a place lose it first; without the guard nobody else gets in."""
    with cramped(guarded) as (url, process), holding(url, FILES + 100):
        assert honest(url, 20 if served else 1, patience) == served
        process.kill()


@pytest.mark.parametrize(("mode", "silent"), [("unguarded", True), ("loud", False)])
def test_a_crowd_writes_nothing_on_the_leaders_screen(mode: str, silent: bool) -> None:
    """Rule: running out of open files is not told a million times; a loop left to itself would."""
    with cramped(mode) as (url, process), holding(url, FILES + 100):
        honest(url, 1, 1.0)
        assert process.stderr is not None
        select.select([process.stderr], [], [], 0 if silent else 60)
        process.kill()
        assert (process.stderr.read() == "") is silent


def test_two_hundred_phones_behind_one_address_are_at_home(room: Room, server: AudienceServer) -> None:
    """Rule: a guest network often shows all its phones as one; everybody follows along and answers."""
    room.go_to("reflektion")
    with ExitStack() as stack:
        for _ in range(200):
            held = stack.enter_context(line(server))
            held.sendall(head(server, "GET", path("state")) + b"\r\n")
            assert b" 200 " in held.recv(20)
        assert {post(server, sheet(at)).status for at in range(20)} == {201}
        assert server.connected == 200


@dataclass(eq=False)
class Somebody:
    """A guest who notes being sent away."""

    gone: list[int] = field(default_factory=list)
    number: int = 0

    def evict(self) -> None:
        """Note it."""
        self.gone.append(self.number)


def guests(count: int) -> tuple[list[Somebody], list[int]]:
    """Numbered guests, and the list of those sent away."""
    gone: list[int] = []
    return [Somebody(gone, number) for number in range(count)], gone


def test_the_oldest_who_waits_makes_room() -> None:
    """Rule: those at work and those who follow along stay."""
    crowd, (people, gone) = Crowd(Limits(connections=4)), guests(6)
    for one in people[:4]:
        crowd.enter(one, "a")
    crowd.work(people[0])
    crowd.follow(people[0])
    crowd.work(people[1])
    assert [crowd.enter(one, "b") for one in people[4:]] == [True, True]
    assert gone == [2, 3]


def test_the_address_that_holds_most_places_loses_first() -> None:
    """Rule: one busy stranger does not cost the others their place."""
    crowd, (people, gone) = Crowd(Limits(connections=4)), guests(5)
    for one, address in zip(people[:4], "abbb", strict=True):
        crowd.enter(one, address)
    crowd.enter(people[4], "c")
    assert gone == [1]


def test_nobody_gets_in_when_all_are_busy() -> None:
    """Rule: work under way is finished."""
    crowd, (people, gone) = Crowd(Limits(connections=2, per_address=2)), guests(3)
    for one in people[:2]:
        crowd.enter(one, "a")
        crowd.work(one)
    assert (crowd.enter(people[2], "a"), crowd.enter(people[2], "b"), gone) == (False, False, [])


def test_an_address_has_its_share() -> None:
    """Rule: one address alone cannot take every place."""
    crowd, (people, gone) = Crowd(Limits(connections=10, per_address=2)), guests(3)
    for one in people:
        crowd.enter(one, "a")
    assert (gone, crowd.size) == ([0], 2)


def test_the_oldest_line_makes_room_for_a_new_one() -> None:
    """Rule: a phone that has left without a word is not remembered for ever."""
    crowd, (people, gone) = Crowd(Limits(streams=3, streams_per_address=2)), guests(5)
    for one, address in zip(people, "aabca", strict=True):
        crowd.enter(one, address)
        crowd.work(one)
        crowd.follow(one)
    assert gone == [0, 1]


def test_who_has_left_leaves_nothing_behind() -> None:
    """Rule: the count never drifts, in whatever order things happen."""
    crowd, (people, _) = Crowd(Limits()), guests(3)
    for one in people:
        crowd.enter(one, "a")
        crowd.leave(one)
        crowd.leave(one)
        crowd.follow(one)
        crowd.wait(one)
    assert crowd.size == 0


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 1000])
def test_a_head_is_measured_in_whatever_pieces_it_comes(piece: int) -> None:
    """Rule: the limit is on the head, not on the body behind it."""
    data = b"x" * 96 + b"\r\n\r\n" + b"y" * 500
    pieces = [data[at : at + piece] for at in range(0, len(data), piece)]
    right, tight = Head(100), Head(99)
    assert all(right.fits(one) for one in pieces)
    assert not all(tight.fits(one) for one in pieces)


def test_few_open_files_mean_few_places() -> None:
    """Rule: the limit lies below what the system allows."""
    assert Limits().within(256).connections < 200 < 256
    assert Limits().within(4096) == Limits()


@pytest.mark.parametrize(("limited", "written"), [(True, 200), (False, 500)])
def test_a_log_is_a_trickle_whatever_happens(limited: bool, written: int) -> None:
    """Rule: a hundred lines a minute at most; an ordinary log takes them all."""
    now = [0.0]
    lines: list[str] = []
    log = logging.Logger("t")
    log.addHandler(Collecting(lines))
    if limited:
        log.addFilter(Trickle(clock=lambda: now[0]))
    for at in range(500):
        now[0] = at * 0.2
        log.error("again")
    assert len(lines) == written


class Collecting(logging.Handler):
    """Keeps what is written."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self._lines.append(record.getMessage())
