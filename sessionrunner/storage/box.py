"""The box: where anonymous answers lie sealed, each in a slot drawn by lot, with neither order, time nor sender."""

import queue
import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from sessionrunner.core.exercise import Step
from sessionrunner.core.reflections import Submission, mix
from sessionrunner.storage import durable
from sessionrunner.storage.box_trouble import BoxClosed, BoxFailed, NoSlotsLeft, trouble_of
from sessionrunner.storage.register import Known, Register
from sessionrunner.storage.sealing import SessionKey, blank
from sessionrunner.storage.slots import Slots

KEY_FILE = "box.key"
SLOTS_FILE = "box.db"
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


class SealedBox:
    """Answers on disk that only the session's key opens; ``put`` from any thread, one thread writes."""

    def __init__(self, folder: Path, key: SessionKey, slots: Slots) -> None:
        self._folder = folder
        self._key: SessionKey | None = key
        self._slots = slots
        self._disk = threading.Lock()
        """Guards the slots, which one thread at a time may use; never taken while holding the other lock."""
        self._memory = threading.Lock()
        """Guards everything below."""
        self._register = Register(slots.numbers)
        self._on_the_way: dict[Known, Future[None]] = {}
        self._mixed: dict[tuple[str, tuple[int, ...]], tuple[int, Mapping[str, Sequence[str]]]] = {}
        """Answers that have been opened, by step id and waves, with the number of slots they came from."""
        self._closed = False
        self._find_answers(key)
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write_until_closed, name="box", daemon=True)
        self._writer.start()

    @classmethod
    def create(cls, folder: Path, slots: int) -> "SealedBox":
        """A new box with room for so many answers; BoxFailed when there is one already or the disk fails."""
        key = SessionKey.generate()
        try:
            durable.make_private_folder(folder)
            prepared = _prepare(folder, key, slots)
        except (OSError, sqlite3.Error) as error:
            raise trouble_of(error) from error
        return cls(folder, key, prepared)

    @classmethod
    def open(cls, folder: Path) -> "SealedBox":
        """The box as it was left; BoxClosed when its key cannot be read, or it was never complete."""
        try:
            key = SessionKey.from_file((folder / KEY_FILE).read_bytes())
            slots = Slots(folder / SLOTS_FILE)
        except (FileNotFoundError, ValueError) as error:
            raise BoxClosed() from error
        except (OSError, sqlite3.Error) as error:
            raise trouble_of(error) from error
        try:
            return cls(folder, key, slots)
        except BoxFailed:
            slots.close()
            raise

    def put(self, submission: Submission) -> None:
        """Return when the submission is on disk; the same id in the same step is stored once.

        Blocks. BoxFailed or one of its kinds when it is not known to be on disk: it may be sent again.
        """
        known = (submission.step, submission.id)
        sealed = self._opener().seal(submission)
        with self._memory:
            if self._closed:
                raise BoxClosed()
            if self._register.find(known) is not None:
                return
            stored = self._on_the_way.get(known)
            if stored is None:
                stored = self._on_the_way[known] = Future()
                self._queue.put(_Waiting(submission, sealed, stored))
        stored.result()

    def gather(self, step: Step, wave: int, least: int) -> None:
        """Everything is here."""

    @property
    def public_key(self) -> bytes:
        """What anybody can seal an answer to, for this box alone to open; BoxClosed when it has been destroyed."""
        return self._opener().public

    def unseal(self, envelope: bytes) -> Submission | None:
        """What somebody has sealed to this box elsewhere; None when it was not, or is damaged."""
        return self._opener().open(envelope)

    def find(self, step: str, submission: str) -> Submission | None:
        """What is stored under this id in this step, if anything is; BoxFailed when it cannot be read."""
        number = self._register.find((step, submission))
        found = [] if number is None else self._opened([number], self._opener())
        return found[0][1] if found else None

    def counts(self) -> Mapping[str, int]:
        """How many submissions each step has, by step id; still known when the box has been destroyed."""
        return self._register.counts()

    def held(self) -> Mapping[str, int]:
        """How many of them are held back for personal data, by step id."""
        return self._register.counts(held=True)

    def settle(self, step: str, change: Callable[[Submission], Submission | None]) -> None:
        """Write over everything held back in this step with what it is changed to; None takes it away.

        BoxFailed when the disk refuses; everything is as before then.
        """
        key = self._opener()
        changed = {number: change(found) for number, found in self._opened(self._register.held(step), key)}
        sealed = {number: blank() if one is None else key.seal(one) for number, one in changed.items()}
        try:
            with self._disk:
                self._slots.write(sealed)
        except (sqlite3.Error, ValueError) as error:
            raise trouble_of(error) from error
        for number, one in changed.items():
            self._register.note(number, one)

    def mixed(self, step: Step, waves: Sequence[int] = (0,)) -> Mapping[str, Sequence[str]]:
        """The answers of a step that came in these waves, by question id, in an order that says nothing."""
        key, about = self._opener(), (step.id, tuple(waves))
        taken = self._register.open(step.id, waves)
        with self._memory:
            count, mixed = self._mixed.get(about, (0, {}))
        if count != len(taken) or not taken:
            found = [submission for _, submission in self._opened(taken, key)]
            mixed = mix(found, step, key.mixing)
            with self._memory:
                self._mixed[about] = (len(taken), mixed)
        return mixed

    def mark(self, step: str, question: str, text: str) -> str:
        """What a text is known by outside the box; means nothing without the key, and is gone with it."""
        return self._opener().mark(step, question, text)

    def close(self) -> None:
        """Finish what is on its way to the disk and let go of the files; they can be opened again."""
        with self._memory:
            first = not self._closed
            self._closed = True
        if first:
            self._queue.put(None)
        self._writer.join()
        with self._disk:
            self._slots.close()

    def destroy(self) -> None:
        """Make every answer unreadable for ever, key first; BoxFailed when a file cannot be removed."""
        self.close()
        with self._memory:
            self._key = None
            self._mixed.clear()
        destroy(self._folder)

    def _opener(self) -> SessionKey:
        key = self._key
        if key is None or self._closed:
            raise BoxClosed()
        return key

    def _find_answers(self, key: SessionKey) -> None:
        """Try the key on every slot: which are taken is written nowhere."""
        for number, submission in self._opened(self._slots.numbers, key):
            self._register.note(number, submission)

    def _opened(self, numbers: Iterable[int], key: SessionKey) -> list[tuple[int, Submission]]:
        try:
            with self._disk:
                sealed = [(number, self._slots.read(number)) for number in numbers]
        except sqlite3.Error as error:
            raise trouble_of(error) from error
        opened = ((number, key.open(content)) for number, content in sealed)
        return [(number, submission) for number, submission in opened if submission is not None]

    def _write_until_closed(self) -> None:
        while batch := _next_batch(self._queue):
            self._write(batch)

    def _write(self, batch: Sequence[_Waiting]) -> None:
        free = self._register.free()
        drawn = _LOT.sample(free, min(len(free), len(batch)))
        placed = dict(zip(drawn, batch, strict=False))
        try:
            with self._disk:
                self._slots.write({number: waiting.sealed for number, waiting in placed.items()})
        except (sqlite3.Error, ValueError) as error:  # ValueError: the file has been changed under our feet
            self._refuse(placed.values(), trouble_of(error))
        else:
            self._acknowledge(placed)
        self._refuse(batch[len(drawn) :], NoSlotsLeft())

    def _acknowledge(self, placed: Mapping[int, _Waiting]) -> None:
        with self._memory:
            for number, waiting in placed.items():
                self._register.note(number, waiting.submission)
                del self._on_the_way[waiting.known]
        for waiting in placed.values():
            waiting.stored.set_result(None)

    def _refuse(self, batch: Iterable[_Waiting], why: BoxFailed) -> None:
        for waiting in batch:
            with self._memory:
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


def _prepare(folder: Path, key: SessionKey, slots: int) -> Slots:
    """Slots first and the key last: where there is a key, there is a complete box."""
    if (folder / KEY_FILE).exists():
        raise FileExistsError(folder)
    destroy(folder)
    try:
        prepared = Slots.create(folder / SLOTS_FILE, (blank() for _ in range(slots)))
        durable.create_private(folder / KEY_FILE, key.to_file())
    except (OSError, sqlite3.Error):
        destroy(folder)
        raise
    return prepared


def destroy(folder: Path) -> None:
    """Make the answers of a box that nobody has open unreadable for ever; BoxFailed when a file cannot be removed."""
    try:
        for file in (folder / KEY_FILE, *folder.glob(f"{SLOTS_FILE}*")):
            durable.erase(file)
    except OSError as error:
        raise trouble_of(error) from error
