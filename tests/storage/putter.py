"""A child program that puts answers into a box and says which were acknowledged, until it is killed or done.

``python -m tests.storage.putter FOLDER SLOTS THREADS [eager]``: one line on stdout for every acknowledged answer.
"""

import itertools
import queue
import sys
import threading
from pathlib import Path
from typing import Protocol

from sessionrunner.core.reflections import Submission
from sessionrunner.storage.box import SealedBox
from tests.storage.reflection import submission


class Puts(Protocol):
    """What takes an answer and returns when it is said to be stored."""

    def put(self, submission: Submission) -> None: ...


class EagerBox:
    """The mistake to be found: says yes first and stores afterwards, when twenty more have come."""

    def __init__(self, box: SealedBox) -> None:
        self._box = box
        self._queue: queue.SimpleQueue[Submission] = queue.SimpleQueue()
        threading.Thread(target=self._store, daemon=True).start()

    def put(self, submission: Submission) -> None:
        self._queue.put(submission)

    def _store(self) -> None:
        held: list[Submission] = []
        while True:
            held.append(self._queue.get())
            if len(held) > 20:
                self._box.put(held.pop(0))


def main(folder: str, slots: str, threads: str, *eager: str) -> None:
    sealed = SealedBox.create(Path(folder), int(slots))
    box: Puts = EagerBox(sealed) if eager else sealed
    numbers = itertools.count()
    phones = [threading.Thread(target=_send, args=(box, numbers, int(slots))) for _ in range(int(threads))]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    sys.stdin.read()


def _send(box: Puts, numbers: "itertools.count[int]", slots: int) -> None:
    while (number := next(numbers)) < slots:
        box.put(submission(number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
