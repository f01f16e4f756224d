"""Keeps so many workers at the same door, each a process of its own; one that dies is replaced."""

import asyncio
import multiprocessing
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess

from sessionrunner.hall.database import Database, StoreAway
from sessionrunner.hall.store import Store
from sessionrunner.hall.worker import Doors, Looks, Worker

_LOOK = 0.2
"""Seconds between looks at who is alive."""
_PATIENCE = 10.0
"""Seconds a worker has to end in."""


@dataclass(frozen=True, slots=True)
class Service:
    """What every worker is told."""

    store: str
    """URL of the database."""
    looks: Looks
    doors: Doors
    connections: int = 12
    """To the database, for each worker."""


class Supervisor:
    """The first process: it serves nothing itself."""

    def __init__(self, service: Service, workers: int) -> None:
        self._service = service
        self._spawn = multiprocessing.get_context("spawn")
        self._ending = False
        self._workers: list[BaseProcess | None] = [None] * workers

    def run(self, ready: Callable[[], None]) -> None:
        """Serve until asked to end; ``ready`` is called when every worker has begun."""
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, self._asked_to_end)
        self._replace()
        while self._somebody_is_missing() and not self._ending:
            time.sleep(_LOOK)
            self._replace()
        if not self._ending:
            ready()
        while not self._ending:
            time.sleep(_LOOK)
            self._replace()
        self._end()

    def _asked_to_end(self, *_: object) -> None:
        # A plain word: an event has a lock, and the signal may come while this very thread is holding it.
        self._ending = True

    def _somebody_is_missing(self) -> bool:
        return not all(worker is not None and worker.is_alive() for worker in self._workers)

    def _replace(self) -> None:
        for number, worker in enumerate(self._workers):
            if not self._ending and (worker is None or not worker.is_alive()):
                self._workers[number] = self._begin(number)

    def _begin(self, number: int) -> BaseProcess:
        """A worker that answers already; one that cannot begin is tried again by the next look."""
        open_ = self._spawn.Event()
        worker = self._spawn.Process(target=work, args=(self._service, number, open_), name=f"worker-{number}")
        worker.start()
        while worker.is_alive() and not open_.wait(_LOOK) and not self._ending:
            pass
        return worker

    def _end(self) -> None:
        alive = [worker for worker in self._workers if worker is not None and worker.is_alive()]
        for worker in alive:
            worker.terminate()
        for worker in alive:
            worker.join(_PATIENCE)
            if worker.is_alive():
                worker.kill()


def work(service: Service, number: int, open_: "multiprocessing.synchronize.Event") -> None:
    """The whole life of worker ``number``."""
    first = service.doors.metrics
    doors = replace(service.doors, metrics=None if first is None else first + number)
    database = Database(service.store, service.connections)
    try:
        database.open()
        asyncio.run(_run(Store(database), service.looks, doors, open_.set))
    except StoreAway:
        # The first process tries again; a traceback every few seconds would only fill the log.
        raise SystemExit(1) from None
    finally:
        database.close()


async def _run(store: Store, looks: Looks, doors: Doors, ready: Callable[[], None]) -> None:
    await Worker(store, looks, doors).run(ready)
