"""The server as IT runs it, and as phones and leaders ask it."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode

from sessionrunner.storage.plain_values import plain
from sessionrunner.storage.sealing import SessionKey
from sessionrunner.web.options import new_token
from tests.hall.postgres import Postgres, children
from tests.hall.rooms import FORM, a_view
from tests.ports import free_port, free_ports

PUBLIC = "svara.kommun.example"
FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    body: bytes
    headers: Mapping[str, str]

    @property
    def told(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Hall:
    """A server that runs, and its processes."""

    process: "subprocess.Popen[str]"
    port: int
    public: str
    """The name it goes by."""
    metrics: int

    @property
    def workers(self) -> tuple[int, ...]:
        """Process numbers of those who serve."""
        return tuple(pid for pid in children(self.process.pid) if b"spawn_main" in _command(pid))

    def numbers(self, worker: int) -> str:
        """What Prometheus reads of one worker, as soon as it serves."""
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.metrics + worker}/metrics", timeout=60) as reply:
                    return str(reply.read().decode())
            except URLError:
                time.sleep(0.05)  # it has not begun yet

    def ask(self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> Reply:
        """One request as the proxy passes it on."""
        told = {"Host": self.public, "X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https", **(headers or {})}
        line = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            line.request(method, path, body, told)
            reply: HTTPResponse = line.getresponse()
            return Reply(reply.status, reply.read(), {k.lower(): v for k, v in reply.getheaders()})
        finally:
            line.close()

    def lead(self, key: str, method: str, path: str, told: object = None) -> Reply:
        """One request of a leader's laptop."""
        body = None if told is None else json.dumps(told).encode()
        return self.ask(method, f"/leader/rooms{path}", body, {"Authorization": f"Bearer {key}"})

    def open(self, key: str, session: SessionKey, step: str = FORM) -> str:
        """The token of a new room."""
        public = b64encode(session.public).decode()
        token = new_token()
        told = {"token": token, "public_key": public, "language": "sv", "view": plain(a_view(step)), "hours": 8}
        assert self.lead(key, "POST", "", told).status == 201
        return token

    def hand_in(self, token: str, number: int, **fields: str) -> Reply:
        """A form from a phone with a script."""
        body = urlencode({"step": FORM, "submission": f"{number:032x}", **fields}).encode()
        headers = {"Content-Type": FORM_TYPE, "Origin": f"https://{PUBLIC}", "Accept": "application/json"}
        return self.ask("POST", f"/s/{token}/answers", body, headers)


@contextmanager
def hall(database: Postgres, workers: int = 1, public: str = PUBLIC, proxy: str = "127.0.0.1") -> Iterator[Hall]:
    """``sessionrunner serve`` on a free port, ended as a service manager ends it.

    Without a ``public`` name it goes by its address: nobody stands in front of it.
    """
    port, metrics = free_port(), free_ports(workers)
    public = public or f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "sessionrunner", "serve", "--public", public, "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(workers), "--metrics", str(metrics)]
    command += ["--proxy", proxy]
    environment = os.environ | {"SESSIONRUNNER_STORE": database.url}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
    assert process.stdout is not None
    try:
        assert public in process.stdout.readline()
        yield Hall(process, port, public, metrics)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(120)
        process.stdout.close()


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""  # it has just ended
