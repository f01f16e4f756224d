"""How answers get into the box: whoever hands one in waits, and those who wait together share one commit."""

import queue
import secrets
import threading
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from sessionrunner.core.reflections import Submission
from sessionrunner.storage.box_trouble import BoxClosed, BoxFailed, NoSlotsLeft
from sessionrunner.storage.guarded_slots import GuardedSlots
from sessionrunner.storage.register import Known, Register

LARGEST_BATCH = 128
"""Answers in one commit at most: keeps the room that a commit needs on the disk to half a megabyte."""
_LOT = secrets.SystemRandom()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A sealed answer on its way to the disk, and the promise to whoever waits for it."""

    submission: Submission
    sealed: bytes
    stored: "Future[None]"

    @property
    def known(self) -> Known:
        """What it is recognised by."""
        return self.submission.step, self.submission.id


class BoxWriter:
    """Puts answers into slots drawn by lot; from any thread, one thread writes."""

    def __init__(self, slots: GuardedSlots, register: Register) -> None:
        """Begins to wait for answers at once."""
        self.closed = False
        """Nothing more is taken."""
        self._slots = slots
        self._register = register
        self._lock = threading.Lock()
        """Guards what is closed and what is on the way; never taken while the slots are being used."""
        self._on_the_way: dict[Known, Future[None]] = {}
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write_until_closed, name="box", daemon=True)
        self._thread.start()

    def put(self, submission: Submission, sealed: bytes) -> None:
        """Return when the sealed submission is on disk; the same id in the same step is stored once.

        Blocks. BoxFailed or one of its kinds when it is not known to be on disk.
        """
        known = (submission.step, submission.id)
        with self._lock:
            if self.closed:
                raise BoxClosed()
            if self._register.find(known) is not None:
                return
            stored = self._on_the_way.get(known)
            if stored is None:
                stored = self._on_the_way[known] = Future()
                self._queue.put(_Waiting(submission, sealed, stored))
        stored.result()

    def close(self) -> None:
        """Finish what is on its way to the disk; may be called again."""
        with self._lock:
            first = not self.closed
            self.closed = True
        if first:
            self._queue.put(None)
        self._thread.join()

    def _write_until_closed(self) -> None:
        while batch := _next_batch(self._queue):
            self._write(batch)

    def _write(self, batch: Sequence[_Waiting]) -> None:
        free = self._register.free()
        drawn = _LOT.sample(free, min(len(free), len(batch)))
        placed = dict(zip(drawn, batch, strict=False))
        try:
            self._slots.write({number: waiting.sealed for number, waiting in placed.items()})
        except BoxFailed as trouble:
            self._refuse(placed.values(), trouble)
        else:
            self._acknowledge(placed)
        self._refuse(batch[len(drawn) :], NoSlotsLeft())

    def _acknowledge(self, placed: Mapping[int, _Waiting]) -> None:
        with self._lock:
            for number, waiting in placed.items():
                self._register.note(number, waiting.submission)
                del self._on_the_way[waiting.known]
        for waiting in placed.values():
            waiting.stored.set_result(None)

    def _refuse(self, batch: Iterable[_Waiting], why: BoxFailed) -> None:
        for waiting in batch:
            with self._lock:
                del self._on_the_way[waiting.known]
            waiting.stored.set_exception(why)


def _next_batch(waiting: "queue.SimpleQueue[_Waiting | None]") -> list[_Waiting]:
    """All that wait, so that they share one commit; empty when the box is closed and nothing waits."""
    batch: list[_Waiting] = []
    one = waiting.get()
    while one is not None:
        batch.append(one)
        if len(batch) == LARGEST_BATCH or waiting.empty():
            return batch
        one = waiting.get()
    if batch:
        waiting.put(None)
    return batch
