"""Many rooms at one server under load, beside the server on one laptop; prints, asserts nothing.

``python -m tests.bench.rooms [--rooms 30] [--phones 40] [--picture FILE.svg]``: every room's phones follow along, all
press send in the same moment, and every leader shows a new view; with 1, 2 and 4 workers, then with fewer rooms, then
what 1,000 rooms would need by these figures. Phones, workers and database share this machine.
"""

import argparse
import asyncio
import os
import time
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

import psycopg

from sessionrunner.hall import keys
from sessionrunner.hall.migrating import migrate
from sessionrunner.storage.plain_values import plain
from sessionrunner.storage.sealing import SessionKey
from tests.bench import audience
from tests.bench.rooms_picture import draw
from tests.hall.postgres import Postgres, children
from tests.hall.rooms import FORM, a_view, sealed
from tests.hall.serving import PUBLIC, Hall, hall

TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Load:
    """How much is asked."""

    rooms: int
    phones: int
    """In each room."""
    workers: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    load: Load
    receipts: int
    seconds: float
    """Until the last receipt."""
    waits: Sequence[float]
    """Milliseconds to each receipt."""
    delays: Sequence[float]
    """Milliseconds from a leader's new view to each phone that follows."""
    database: float
    """Milliseconds of processor time for each receipt."""
    workers: float
    idle: float
    """Seconds of processor time that workers and database use in ten seconds with everybody only following."""

    def line(self) -> str:
        """One row of the table."""
        load, rate = self.load, self.receipts / self.seconds
        return (
            f"{load.workers:7} {load.rooms:5} {load.rooms * load.phones:6} {self.receipts:8} {rate:6.0f}"
            f" {median(self.waits):7.0f} {tail(self.waits):7.0f} {median(self.delays):7.0f} {tail(self.delays):7.0f}"
            f" {self.database:7.2f} {self.workers:7.2f} {self.idle:6.2f}"
        )


HEAD = (
    "workers rooms phones receipts    /s  p50 ms  p99 ms  state   p99 ms  db ms  work ms  idle s\n"
    "                                     of a receipt    p50 ms           a receipt     in 10 s"
)


def tail(values: Sequence[float]) -> float:
    """The 99th percentile."""
    return quantiles(values, n=100)[98] if len(values) > 1 else 0.0


class Phone:
    """Follows its room, and answers once."""

    def __init__(self, port: int, token: str, number: int, envelope: str) -> None:
        self._port, self._token = port, token
        self._own = f"10.{number // 65536}.{number // 256 % 256}.{number % 256}"
        self._body = urlencode({"step": FORM, "submission": f"{number:032x}", "sealed": envelope}).encode()
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter

    def _head(self, method: str, path: str, more: str = "") -> bytes:
        head = f"{method} /s/{self._token}/{path} HTTP/1.1\r\nHost: {PUBLIC}\r\nX-Forwarded-For: {self._own}\r\n"
        return f"{head}X-Forwarded-Proto: https\r\n{more}\r\n".encode()

    async def follow(self) -> None:
        """Until the first state is there."""
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port, limit=2**20)
        self._writer.write(self._head("GET", "state"))
        await self._reader.readuntil(b"data: ")

    async def hear(self, title: str, began: float) -> float:
        """Milliseconds until the state says this."""
        while title.encode() not in await self._reader.readline():
            pass
        return (time.perf_counter() - began) * 1000

    async def press(self) -> float | None:
        """Milliseconds until the receipt, pressing again when the server is too busy."""
        began = time.perf_counter()
        fields = "Content-Type: application/x-www-form-urlencoded\r\nAccept: application/json\r\nConnection: close\r\n"
        fields += f"Origin: https://{PUBLIC}\r\nContent-Length: {len(self._body)}\r\n"
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            writer.write(self._head("POST", "answers", fields) + self._body)
            reply = await reader.read()
            writer.close()
        except OSError:
            return None
        return (time.perf_counter() - began) * 1000 if b" 201 " in reply[:20] else None

    def leave(self) -> None:
        """Follow no more."""
        self._writer.close()


def used(processes: Sequence[int]) -> float:
    """Seconds of processor time so far, ended children included."""
    found = 0
    for pid in processes:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        found += sum(map(int, fields[11:15]))
    return found / TICK


class Meter:
    """Processor time of the database and of the workers."""

    def __init__(self, postgres: Postgres, served: Hall) -> None:
        self._postgres, self._served = postgres, served

    def read(self) -> tuple[float, float]:
        """Seconds so far: database, workers."""
        return used([self._postgres.pid, *children(self._postgres.pid)]), used(self._served.workers)


def view(load: Load, step: str) -> dict[str, object]:
    """What a room of this size sees."""
    return dict(plain(replace(a_view(step), people=load.phones)))


def opened(served: Hall, key: str, load: Load) -> tuple[list[str], list[Phone]]:
    """Rooms, and phones with their answers already sealed."""
    session, tokens, phones = SessionKey.generate(), [], []
    envelope = b64encode(sealed(session, 0)).decode()
    for room in range(load.rooms):
        token = served.open(key, session)
        served.lead(key, "PUT", f"/{token}/view", {"version": 1, "view": view(load, FORM)})
        tokens.append(token)
        numbers = range(room * load.phones, (room + 1) * load.phones)
        phones += [Phone(served.port, token, number + 1, envelope) for number in numbers]
    return tokens, phones


async def measured(served: Hall, key: str, load: Load, meter: Meter) -> Result:
    """Follow, rest, press, be led on."""
    tokens, phones = opened(served, key, load)
    for at in range(0, len(phones), 100):
        await asyncio.gather(*(phone.follow() for phone in phones[at : at + 100]))
    rest = meter.read()
    await asyncio.sleep(5)
    before, began = meter.read(), time.perf_counter()
    idle = 2 * (sum(before) - sum(rest))
    waits = [one for one in await asyncio.gather(*(phone.press() for phone in phones)) if one is not None]
    seconds, after = time.perf_counter() - began, meter.read()
    delays = await led_on(served, key, load, tokens, phones)
    for phone in phones:
        phone.leave()
    database, workers = ((then - now) * 1000 / len(waits) for now, then in zip(before, after, strict=True))
    return Result(load, len(waits), seconds, waits, delays, database, workers, idle)


async def led_on(served: Hall, key: str, load: Load, tokens: Sequence[str], phones: Sequence[Phone]) -> list[float]:
    """Every leader presses once, one after the other; how long until each phone has heard."""
    delays, shown = [], view(load, "avslut")
    for room, token in enumerate(tokens):
        own, began = phones[room * load.phones : (room + 1) * load.phones], time.perf_counter()
        told = {"version": 2, "view": shown}
        asked = asyncio.to_thread(served.lead, key, "PUT", f"/{token}/view", told)
        found = await asyncio.gather(asked, *(phone.hear("Gemensam avslutning", began) for phone in own))
        delays += [one for one in found if isinstance(one, float)]
    return delays


def run(load: Load) -> Result:
    """On a database of its own."""
    postgres = Postgres()
    postgres.start()
    try:
        with psycopg.connect(postgres.url, autocommit=True) as connection:
            migrate(connection)
            key = keys.make(connection, "Norr")
        with hall(postgres, load.workers) as served:
            return asyncio.run(measured(served, key, load, Meter(postgres, served)))
    finally:
        postgres.stop()


def estimate(found: Result, rooms: int = 1000) -> str:
    """What so many rooms need by these figures, and what gives way first."""
    phones = rooms * found.load.phones
    each = found.database + found.workers
    watching = found.idle / 10 * rooms / found.load.rooms
    spread = 60
    answering = phones * each / 1000 / spread
    return (
        f"{rooms} rooms, {phones} phones, by these figures:\n"
        f"  following along: {watching:.1f} processors all the time; answering within {spread} s: {answering:.1f} more,"
        f" of them {phones * found.database / 1000 / spread:.1f} for the database.\n"
        f"  open connections: {phones} at the proxy and again at the workers. First limit: a worker takes 15,000 lines"
        f" that follow,\n  so {-(-phones // 15_000)} workers at least; between the proxy and one address of ours there"
        f" are about 28,000 ports, so {-(-phones // 28_000)} addresses (--bind 127.0.0.2:8080 ...).\n"
        f"  connections to the database: 13 for each worker; PostgreSQL allows 100 unless told otherwise, which is the"
        f" limit at 7 workers."
    )


def main(rooms: int, phones: int, picture: Path | None) -> None:
    """Everything, one after the other, with the load of the machine."""
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors, phones and servers together\n{HEAD}")
    loads = [Load(rooms, phones, workers) for workers in (1, 2, 4)]
    loads += [Load(fewer, phones, 2) for fewer in (1, max(2, rooms // 3))]
    found = []
    for load in loads:
        found.append(run(load))
        print(found[-1].line(), flush=True)
    print("beside: the server on one laptop, one room")
    with audience.serving(1024) as url:
        audience.told("  200 at once", asyncio.run(audience.at_once(url)), 1)
    with audience.serving(20_000) as url:
        audience.told("  5 s without end", asyncio.run(audience.for_long(url, 5)), 5)
    print(estimate(found[1]), f"\nload {os.getloadavg()[0]:.1f}")
    if picture is not None:
        growing = sorted((one for one in found if one.load.workers == 2), key=lambda one: one.load.rooms)
        draw(picture, [(one.load.rooms, one.database, one.workers, one.idle) for one in growing])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rooms", type=int, default=30)
    parser.add_argument("--phones", type=int, default=40)
    parser.add_argument("--picture", type=Path)
    given = parser.parse_args()
    main(given.rooms, given.phones, given.picture)
