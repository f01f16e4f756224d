"""A server in a process of its own with few open files, for those who want to use them up."""

import asyncio
import resource
import sys
from dataclasses import replace

from sessionrunner.web import server as serving
from sessionrunner.web.guard import Limits
from tests.web.fakes import Room

FILES = 200
"""Open files the process may have."""


def main(mode: str) -> None:
    """Serve until the input ends; the phones' address on the first line. Mode: guarded, unguarded, or loud as well."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
    limits = Limits()
    if mode == "loud":
        asyncio.BaseEventLoop.set_exception_handler = lambda *_: None  # type: ignore[method-assign]
    if mode != "guarded":
        setattr(serving, "descriptors", lambda: 10**6)  # noqa: B010 (not a name it gives away)
        limits = replace(limits, whole=3600.0)
    room = Room()
    room.go_to("reflektion")
    server = room.server(limits=limits)
    server.start()
    print(server.phone_url, flush=True)
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    main(sys.argv[1])
