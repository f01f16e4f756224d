"""A proxy with a certificate in front of the server, as nginx stands there: ends TLS and says who asks."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.web.authority import Authority

_TOLD = b"\r\nX-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n"


class Front:
    """One request for each connection: its head is read and added to, the rest is passed on as it is."""

    def __init__(self, folder: Path, name: str, behind: int) -> None:
        """``behind`` is the port of the server on this machine."""
        authority = Authority(folder)
        self.root = authority.root
        self.certificate, key = authority.pair(name)
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(self.certificate, key)
        self._behind = behind
        self._loop = asyncio.new_event_loop()
        self._ending = asyncio.Event()
        self._serving: set[asyncio.Task[None] | None] = set()
        """Held here: a task that waits for a connection to end is held by nobody else."""
        self._open = threading.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=[self._run()])
        self.port = 0

    def start(self, port: int) -> None:
        """Return when the door is open."""
        self.port = port
        self._thread.start()
        self._open.wait()

    def stop(self) -> None:
        """Close the door."""
        self._loop.call_soon_threadsafe(self._ending.set)
        self._thread.join()
        self._loop.close()

    async def _run(self) -> None:
        door = await asyncio.start_server(self._serve, "127.0.0.1", self.port, ssl=self._tls, ssl_shutdown_timeout=0.5)
        self._open.set()
        await self._ending.wait()
        door.close()
        # Who has hung up is noticed before everything ends, also in the middle of a handshake.
        for _ in range(50):
            await asyncio.sleep(0)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        for _ in range(50):
            await asyncio.sleep(0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._serving.add(asyncio.current_task())
        there, lines_open = None, [writer]
        try:
            upward, onward = await asyncio.open_connection("127.0.0.1", self._behind)
            lines_open.append(onward)
            head = await reader.readuntil(b"\r\n\r\n")
            lines = [line for line in head.split(b"\r\n") if line and not line.lower().startswith(b"connection:")]
            onward.write(b"\r\n".join(lines) + _TOLD)
            there = asyncio.create_task(_pass_on(reader, onward))
            await _pass_on(upward, writer)
        except (OSError, EOFError, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            if there is not None:
                there.cancel()
            for line in reversed(lines_open):
                line.close()
                try:
                    await line.wait_closed()
                except (OSError, asyncio.CancelledError):
                    line.transport.abort()
            self._serving.discard(asyncio.current_task())


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()


@contextmanager
def front(folder: Path, name: str, port: int, behind: int) -> Iterator[Front]:
    """The proxy at this port of loopback, with a certificate for this name."""
    proxy = Front(folder, name, behind)
    proxy.start(port)
    try:
        yield proxy
    finally:
        proxy.stop()
