"""Requests as they go over the wire."""

import http.client
import json
import socket
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from sessionrunner.web.server import AudienceServer
from tests.web.fakes import TOKEN, port_of

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> dict[str, object]:
        return dict(json.loads(self.body))


def ask(
    url: str,
    path: str,
    method: str = "GET",
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
    source: str = "127.0.0.1",
) -> Reply:
    """One request on a connection of its own, from this address; the path is absolute, or relative to the URL's."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60, source_address=(source, 0))
    whole = path if path.startswith("/") else parts.path + path
    try:
        connection.request(method, whole, body, headers or {})
        response = connection.getresponse()
        return Reply(response.status, {key.lower(): value for key, value in response.getheaders()}, response.read())
    finally:
        connection.close()


def post(
    server: AudienceServer, fields: dict[str, str], json_wanted: bool = True, source: str = "127.0.0.1", **headers: str
) -> Reply:
    """Send a form as the page does; header names are given with underscores."""
    usual = {"Content-Type": FORM, "Origin": origin(server)}
    if json_wanted:
        usual["Accept"] = "application/json"
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(server.phone_url, "answers", "POST", urlencode(fields).encode(), usual | given, source)


def origin(server: AudienceServer) -> str:
    """What a browser calls the site the page came from."""
    return f"http://127.0.0.1:{port_of(server)}"


def raw(server: AudienceServer, data: bytes, until: bytes = b"\r\n\r\n") -> bytes:
    """Send bytes as they are and read as far as the end of the answer's head; empty when the server hangs up."""
    with socket.create_connection(("127.0.0.1", port_of(server)), timeout=60) as line:
        received = b""
        with suppress(ConnectionError):
            line.sendall(data)
            while until not in received and (chunk := line.recv(65536)):
                received += chunk
    return received


def path(rest: str = "") -> str:
    """A path behind the token."""
    return f"/s/{TOKEN}/{rest}"
