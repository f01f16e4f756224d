"""The audience's server under load, beside aiohttp alone on the same machine; prints, asserts nothing.

``python -m tests.bench.audience [--seconds 60]``: bytes of the first page, 200 and 500 phones that press send at once,
durable receipts a second, and honest phones beside 250 and 1,000 hostile connections with the guard and without.
"""

import argparse
import asyncio
import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median, quantiles
from urllib.parse import urlencode, urlsplit

from sessionrunner.web.guard import descriptors
from tests.web.test_guard import ask_quickly, cramped, holding

PHONES = 200
TEXT = "Att fråga tidigare, och att våga säga att jag inte vet. " * 4


@contextmanager
def serving(slots: int, kind: str = "room") -> Iterator[str]:
    """A server in a process of its own; the phones' address."""
    pipe = subprocess.PIPE
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.bench.audience_room", folder, str(slots), kind]
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
            assert process.stdout is not None and process.stdin is not None
            yield process.stdout.readline().strip()
            process.stdin.close()
            print(f"    stored: {process.stdout.readline().strip()}")


async def exchange(url: str, request: bytes, source: str) -> bytes:
    """One request on a connection of its own, as a phone makes it."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port, local_addr=(source, 0))
    writer.write(request)
    reply = await reader.read()
    writer.close()
    return reply


def answer(url: str, number: int) -> bytes:
    """A filled-in form."""
    parts = urlsplit(url)
    body = urlencode({"step": "reflektion", "submission": f"{number:032x}", "answer.tar-med": TEXT}).encode()
    head = (
        f"POST {parts.path}answers HTTP/1.1\r\nHost: {parts.netloc}\r\nOrigin: http://{parts.netloc}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nAccept: application/json\r\nConnection: close\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def press(url: str, number: int, source: str) -> tuple[float, bool]:
    """Press send once: milliseconds to the receipt, and whether there was one."""
    began = time.perf_counter()
    try:
        reply = await exchange(url, answer(url, number), source)
    except OSError:
        reply = b""
    return (time.perf_counter() - began) * 1000, b" 201 " in reply[:20]


def told(name: str, presses: list[tuple[float, bool]], seconds: float) -> None:
    """One line of figures."""
    waits = [wait for wait, good in presses if good]
    errors = sum(not good for _, good in presses)
    tail = quantiles(waits, n=100)[98] if len(waits) > 1 else 0.0
    print(
        f"{name}: {len(waits)} receipts, {errors} errors, {len(waits) / seconds:.0f}/s, "
        f"p50 {median(waits or [0]):.0f} ms, p99 {tail:.0f} ms"
    )


async def at_once(url: str, phones: int = PHONES) -> list[tuple[float, bool]]:
    """Everybody presses send in the same moment, 250 at most behind one address."""
    return list(await asyncio.gather(*(press(url, number, f"127.0.0.{1 + number // 250}") for number in range(phones))))


async def for_long(url: str, seconds: float) -> list[tuple[float, bool]]:
    """Everybody presses again and again, each from an address of its own."""
    until = time.perf_counter() + seconds

    async def phone(number: int) -> list[tuple[float, bool]]:
        found: list[tuple[float, bool]] = []
        while time.perf_counter() < until:
            found.append(
                await press(url, number + 1000 * len(found) + 10**6, f"127.0.{number // 100 + 3}.{number % 100 + 1}")
            )
        return found

    return [one for found in await asyncio.gather(*map(phone, range(PHONES))) for one in found]


async def page(url: str) -> None:
    """What a phone fetches before it can answer."""
    parts = urlsplit(url)
    for path in ("", "static/phone.js"):
        fields = f"Host: {parts.netloc}\r\nAccept-Encoding: gzip\r\nConnection: close"
        head = f"GET {parts.path}{path} HTTP/1.1\r\n{fields}\r\n\r\n"
        reply = await exchange(url, head.encode(), "127.0.0.1")
        body = reply.split(b"\r\n\r\n", 1)[1]
        plain = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
        print(f"{path or 'page'}: {len(reply)} bytes with its head, {len(plain)} unpacked (goal for the page: 14000)")
    print("requests before an answer can be sent: 1 without a script, 3 with one (page, script, state)")


def main(seconds: float) -> None:
    """Everything, one after the other, with the load of the machine."""
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with serving(1024) as url:
        asyncio.run(page(url))
        told("200 at once (goal: p99 500 ms, 0 errors)", asyncio.run(at_once(url)), 1)
    with serving(1, "bare") as url:
        told("  aiohttp alone, stores nothing", asyncio.run(at_once(url)), 1)
    with serving(1024) as url:
        told("500 at once (goal: p99 1500 ms, 0 errors)", asyncio.run(at_once(url, 500)), 1)
    with serving(1, "bare") as url:
        told("  aiohttp alone, stores nothing", asyncio.run(at_once(url, 500)), 1)
    with serving(int(1024 + seconds * 1500)) as url:
        told(f"{seconds:.0f} s (goal: 500/s)", asyncio.run(for_long(url, seconds)), seconds)
    with serving(1, "bare") as url:
        told("  aiohttp alone, stores nothing", asyncio.run(for_long(url, min(seconds, 10))), min(seconds, 10))
    for mode in ("guarded", "unguarded"):
        with cramped(mode) as (url, process):
            beside_hostile(url, 250, mode, 100 if mode == "guarded" else 5)
            process.kill()
    descriptors()
    with serving(1024) as url:
        beside_hostile(url, 1000, "from 20 addresses", 100)
    print(f"load {os.getloadavg()[0]:.1f}")


def beside_hostile(url: str, count: int, mode: str, tries: int) -> None:
    """Honest requests while so many connections say nothing; 250 of them where only 200 files may be open."""
    waits = []
    with holding(url, count):
        for _ in range(tries):
            began = time.perf_counter()
            try:
                good = ask_quickly(url)
            except OSError:
                good = False
            waits.append(((time.perf_counter() - began) * 1000, good))
    served = [wait for wait, fine in waits if fine]
    tail = f"p99 {quantiles(served, n=100)[98]:.0f} ms" if len(served) > 1 else "–"
    print(f"beside {count} hostile, {mode}: {len(served)} of {tries} served, {tail} (goal with the guard: all, 500 ms)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    main(parser.parse_args().seconds)
