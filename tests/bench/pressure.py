"""How soon the leader's screen answers a key while the room presses, beside a bare screen and a bare server.

``python -m tests.bench.pressure [--seconds 10]``: with nobody, with 200 phones that send all the time, and with a flood
of connections that mean no good. The load is the same for both, and runs on the same processors. Asserts nothing.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from itertools import cycle
from statistics import median, quantiles
from urllib.parse import urlsplit

from tests.bench.audience import press, serving
from tests.bench.screen import compiled_environment
from tests.bench.terminal import Screen

QUIET = 0.5
"""Seconds without a byte after which a key counts as not answered."""
PHONES = 200
FLOOD = 250
Load = Callable[[str, threading.Event], Coroutine[None, None, None]]


async def nobody(url: str, stop: threading.Event) -> None:
    """An empty room."""
    while not stop.is_set():
        await asyncio.sleep(0.05)


async def phones(url: str, stop: threading.Event) -> None:
    """Two hundred phones that each send an answer every two seconds."""

    async def phone(number: int) -> None:
        turn = number
        while not stop.is_set():
            await press(url, turn, f"127.0.0.{2 + number % 200}")
            turn += PHONES
            await asyncio.sleep(2)

    await asyncio.gather(*(phone(number) for number in range(PHONES)))


async def flood(url: str, stop: threading.Event) -> None:
    """Connections that come again and again, and send what is no request."""
    parts = urlsplit(url)

    async def one() -> None:
        while not stop.is_set():
            with suppress(OSError, asyncio.IncompleteReadError):
                reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
                writer.write(b"GET / HTTP/1.1\r\nX: " + b"y" * 2000 + b"\r\n")
                with suppress(TimeoutError):
                    await asyncio.wait_for(reader.read(), 0.5)
                writer.close()
            await asyncio.sleep(0.05)

    await asyncio.gather(*(one() for _ in range(FLOOD)))


LOADS: dict[str, Load] = {"nobody": nobody, "200 phones": phones, "250 hostile": flood}


def waits(screen: Screen, keys: str, url: str, load: Load, seconds: float) -> list[float]:
    """Milliseconds from key to paint, as long as the load lasts."""
    stop = threading.Event()
    room = threading.Thread(target=lambda: asyncio.run(load(url, stop)))
    room.start()
    time.sleep(1)
    found, end = [], time.monotonic() + seconds
    for key in cycle(keys):
        if time.monotonic() > end:
            break
        found.append(screen.answer(key, QUIET) * 1000)
        time.sleep(0.1)
    stop.set()
    room.join()
    return found


def told(name: str, found: list[float], idle: list[float]) -> None:
    """One line of figures."""
    slow, middle = quantiles(found, n=100)[98], median(found)
    print(f"{name:42} p50 {middle:6.1f} ms, {middle / median(idle):4.1f} x idle; p99 {slow:6.1f} ms; {len(found)} keys")


def measure(name: str, screen: Screen, keys: str, url: str, seconds: float) -> None:
    """The same screen with every load, the empty room first."""
    idle: list[float] = []
    for load, work in LOADS.items():
        found = waits(screen, keys, url, work, seconds)
        idle = idle or found
        told(f"{name}, {load}", found, idle)


def status(state: str) -> dict[str, object]:
    """What the running session says of itself."""
    command = [sys.executable, "-m", "sessionrunner", "--state", state, "status", "--json"]
    told: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return told


def ours(seconds: float) -> None:
    """The running screen in the step that collects answers; ``v`` shows and hides what everybody sees."""
    with tempfile.TemporaryDirectory() as state:
        given = ["--state", state, "--lessons", f"{state}/lessons", "--people", str(PHONES), "--address", "127.0.0.1"]
        command = [sys.executable, "-m", "sessionrunner", "run", "introduktion/varfor-dokumenterar-vi", *given]
        with Screen([*command, "--port", "0"], compiled_environment()) as screen:
            screen.painted(1)
            for key in ("\r", " ", " "):
                screen.answer(key, QUIET)
                screen.painted(0.5)
            measure("sessionrunner", screen, "v", str(status(state)["phone_url"]), seconds)


def main() -> None:
    """A bare screen beside a bare server, then ours with its server inside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    seconds = parser.parse_args().seconds
    with (
        serving(16, "bare") as url,
        Screen([sys.executable, "-m", "tests.bench.bare_app"], compiled_environment()) as screen,
    ):
        screen.painted(1)
        measure("bare screen beside bare aiohttp", screen, "ab", url, seconds)
    ours(seconds)
    print("goal: under load, no more times idle than the bare screen beside the bare server")


if __name__ == "__main__":
    main()
