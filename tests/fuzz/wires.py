"""What a phone, or something that plays one, sends: forms with anything in them, and bytes that are no request.

The server is the real one with the real box, on a free port; every case comes from an address of its own, so that
nothing is turned away only for coming too often.
"""

import json
import re
import select
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from sessionrunner.core.commands import Next, Open
from sessionrunner.core.reflections import submission_id
from sessionrunner.desk import Desk
from sessionrunner.locale import load
from sessionrunner.runner import SessionRunner
from sessionrunner.storage.box import SealedBox
from sessionrunner.web.guard import Limits
from sessionrunner.web.server import AudienceServer
from tests.fakes import FakeClock, MemoryArchive, MemoryJournal
from tests.fuzz.files import CONTROL
from tests.fuzz.targets import Target
from tests.test_desk import WHO
from tests.web.fakes import EXERCISE, TOKEN, options

SLOTS = 4096
NUMBER = b"%NUMBER%"
"""Stands in a case for a number that no other submission has."""
HOST = b"%HOST%"
_STATUS = re.compile(rb"HTTP/\d\.\d (\d{3}) ")
_PATIENT = Limits(whole=120.0, answering=120.0, per_address=20)
"""A machine with much to do is no reason to hang up on a phone."""
_SILENCE = 0.4
"""Seconds after which somebody who has sent something odd, and hears nothing, has nothing more to say."""
PEOPLE = tuple(f"Person {number}" for number in range(200))


@dataclass
class Collecting:
    """A room that collects answers, and what may be counted in it."""

    desk: Desk
    box: SealedBox
    server: AudienceServer
    receipts: int = 0
    """Times that somebody was told that an answer is kept."""
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def netloc(self) -> str:
        """Host and port of the phones' address."""
        return urlsplit(self.server.phone_url).netloc

    @property
    def stored(self) -> int:
        """Answers in the box."""
        return sum(self.desk.answers.received().values())

    def draw(self) -> bytes:
        """A number that no submission has."""
        return b"%032x" % next(self._numbers)

    def exchange(self, case: bytes, silence: float | None = None) -> bytes:
        """Send bytes as they are, from an address of their own, and read the answer as far as it comes.

        After so many seconds of ``silence`` the server is told that no more will be sent.
        """
        number = next(self._numbers)
        case = case.replace(NUMBER, self.draw()).replace(HOST, self.netloc.encode())
        host, port = self.netloc.split(":")
        source = f"127.{1 + number // 60_000}.{number // 250 % 250}.{1 + number % 250}"
        with socket.create_connection((host, int(port)), timeout=120, source_address=(source, 0)) as line:
            return _answered(line, case, silence)


def _answered(line: socket.socket, case: bytes, silence: float | None) -> bytes:
    received = b""
    try:
        line.sendall(case)
        if silence is not None and not select.select([line], [], [], silence)[0]:
            line.shutdown(socket.SHUT_WR)
        while not _is_whole(received) and (chunk := line.recv(65536)):
            received += chunk
    except ConnectionError:
        pass  # hung up on while we still spoke: that is an answer as well
    return received


def _is_whole(received: bytes) -> bool:
    head, gap, body = received.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    return bool(gap) and (length is None or len(body) >= int(length[1]))


@contextmanager
def collecting(folder: Path) -> Iterator[Collecting]:
    """A room of two hundred in the step that collects."""
    box = SealedBox.create(folder / "box", SLOTS)
    desk = Desk(SessionRunner(EXERCISE, FakeClock(), MemoryJournal()), replace(WHO), box, MemoryArchive())
    desk.handle(Open(PEOPLE, 7))
    while desk.session.step is None or desk.session.step.id != "reflektion":
        desk.handle(Next())
    desk.answers.receiving.let_in("reflektion")
    server = AudienceServer(desk.room, load("sv"), options(limits=_PATIENT))
    server.start()
    try:
        yield Collecting(desk, box, server)
    finally:
        server.stop()
        box.destroy()


class Judge:
    """Sends cases to one room and looks at what comes back."""

    def __init__(self, room: Collecting) -> None:
        self._room = room

    def raw(self, case: bytes, folder: Path) -> None:
        """Bytes on the line: hung up on, or answered in plain words; and the next phone is served as ever."""
        before = self._room.stored
        status = self._look(self._room.exchange(case, _SILENCE))
        assert self._room.stored - before == 0 or status in (0, 201, 303, 422), status
        self.honest()

    def form(self, case: bytes, folder: Path) -> None:
        """A form: kept with a receipt, or sent back with what is wrong; what is kept can be shown to the room."""
        before = self._room.stored
        status = self._look(self._room.exchange(form(case)))
        assert status, "hung up on a whole request"
        assert (self._room.stored - before == 1) == (status in (201, 303)), (status, before, self._room.stored)

    def honest(self) -> None:
        """Somebody who answers as one should gets a receipt for an answer that is in the box."""
        full = self._room.stored >= SLOTS
        number = self._room.draw()
        reply = self._room.exchange(form(FORMS[0].replace(NUMBER, number)))
        assert _status(reply) == 201 or full, reply[:200]
        # Looked for by its number: what somebody sent who then hung up may be written meanwhile.
        assert self._room.box.find("reflektion", submission_id(number.decode())) is not None or full

    def _look(self, reply: bytes) -> int:
        status = _status(reply)
        head, _, body = reply.partition(b"\r\n\r\n")
        assert status < 500 or (status == 503 and b"Retry-After" in head), reply[:300]
        assert b"Traceback" not in reply and b'File "' not in reply
        assert not reply or b"content-security-policy" in head.lower(), head
        assert b"\nserver:" not in head.lower(), head
        if b"application/json" in head and status >= 400:
            _in_plain_words(json.loads(body))
        return status


def _in_plain_words(told: dict[str, object]) -> None:
    """Every refusal to a script has a message for a person."""
    errors = told["errors"]
    assert isinstance(errors, list) and errors
    for one in errors:
        assert one["message"].strip()
        assert not CONTROL & set(one["message"])


def _status(reply: bytes) -> int:
    """The status of an answer; 0 when the server only hung up."""
    found = _STATUS.match(reply)
    assert found or not reply, reply[:100]
    return int(found[1]) if found else 0


def form(body: bytes) -> bytes:
    """A whole request with this body, as the page's script makes it."""
    whole = body.replace(NUMBER, b"0" * 32)
    return (
        b"POST /s/" + TOKEN.encode() + b"/answers HTTP/1.1\r\nHost: " + HOST + b"\r\nOrigin: http://" + HOST
        + b"\r\nContent-Type: application/x-www-form-urlencoded\r\nAccept: application/json\r\nConnection: close\r\n"
        + b"Content-Length: %d\r\n\r\n" % len(whole) + body
    )  # fmt: skip


def request(line: str, *fields: str) -> bytes:
    """A request without a body."""
    head = "".join(f"{one}\r\n" for one in (line, f"Host: {HOST.decode()}", *fields, "Connection: close"))
    return head.encode() + b"\r\n"


FORMS = (
    b"step=reflektion&submission=" + NUMBER + b"&answer.tar-med=Att+fr%C3%A5ga+mer.",
    b"step=reflektion&submission=" + NUMBER + b"&answer.tar-med=x&answer.nytta=7&answer.igen=Ja",
    b"step=reflektion&submission=" + NUMBER + b"&answer.tar-med=" + b"%F0%9F%91%A9%E2%80%8D" * 60 + b"&answer.nytta=10",
    b"step=reflektion&submission=" + NUMBER + b"&answer.tar-med=" + b"ord+" * 400,
    b"step=reflektion&submission=" + NUMBER + b"&answer.tar-med=19121212-1212&answer.igen=Nej",
)
CHUNKED = (
    request(f"POST /s/{TOKEN}/answers HTTP/1.1", "Transfer-Encoding: chunked", "Content-Type: text/plain")
    + b"5\r\nstep=\r\n0\r\n\r\n"
)
REQUESTS = (
    *map(form, FORMS[:2]),
    request(f"GET /s/{TOKEN}/ HTTP/1.1", "Accept-Encoding: gzip", "Cookie: a=b"),
    request(f"GET /s/{TOKEN}/static/phone.js HTTP/1.1"),
    request(f"GET /s/{TOKEN}/tillganglighet?lang=en HTTP/1.1", "X-Forwarded-For: 1.2.3.4", "Range: bytes=0-4"),
    request("GET /../../etc/passwd HTTP/1.0"),
    CHUNKED,
)


def targets(room: Collecting) -> list[Target]:
    """Forms, and bytes on the line."""
    judge = Judge(room)
    return [Target("form", FORMS, judge.form, 400), Target("raw", REQUESTS, judge.raw, 60)]
