"""The box: where anonymous answers lie sealed, each in a slot drawn by lot, with neither order, time nor sender."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from sessionrunner.core.exercise import Step
from sessionrunner.core.reflections import Submission, mix
from sessionrunner.storage import durable
from sessionrunner.storage.box_trouble import BoxClosed, BoxFailed, trouble_of
from sessionrunner.storage.box_writer import BoxWriter
from sessionrunner.storage.guarded_slots import GuardedSlots
from sessionrunner.storage.register import Register
from sessionrunner.storage.sealing import SessionKey, blank
from sessionrunner.storage.slots import Slots

KEY_FILE = "box.key"
SLOTS_FILE = "box.db"


class SealedBox:
    """Answers on disk that only the session's key opens; safe to use from any thread."""

    def __init__(self, folder: Path, key: SessionKey, slots: Slots) -> None:
        self._folder = folder
        self._key: SessionKey | None = key
        self._slots = GuardedSlots(slots)
        self._register = Register(slots.numbers)
        self._memory = threading.Lock()
        """Guards what has been mixed."""
        self._mixed: dict[tuple[str, tuple[int, ...]], tuple[int, Mapping[str, Sequence[str]]]] = {}
        """Answers that have been opened, by step id and waves, with the number of slots they came from."""
        # Which slots are taken is written nowhere: the key is tried on every one.
        for number, submission in self._opened(slots.numbers, key):
            self._register.note(number, submission)
        self._writer = BoxWriter(self._slots, self._register)

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

    @property
    def key(self) -> SessionKey:
        """What seals and opens; BoxClosed when the box has been closed or destroyed."""
        key = self._key
        if key is None or self._writer.closed:
            raise BoxClosed()
        return key

    def put(self, submission: Submission) -> None:
        """Return when the submission is on disk; the same id in the same step is stored once.

        Blocks. BoxFailed or one of its kinds when it is not known to be on disk: it may be sent again.
        """
        self._writer.put(submission, self.key.seal(submission))

    def gather(self, step: Step, wave: int, least: int) -> None:
        """Everything is here."""

    def find(self, step: str, submission: str) -> Submission | None:
        """What is stored under this id in this step, if anything is; BoxFailed when it cannot be read."""
        number = self._register.find((step, submission))
        found = [] if number is None else self._opened([number], self.key)
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
        key = self.key
        changed = {number: change(found) for number, found in self._opened(self._register.held(step), key)}
        sealed = {number: blank() if one is None else key.seal(one) for number, one in changed.items()}
        self._slots.write(sealed)
        for number, one in changed.items():
            self._register.note(number, one)

    def mixed(self, step: Step, waves: Sequence[int] = (0,)) -> Mapping[str, Sequence[str]]:
        """The answers of a step that came in these waves, by question id, in an order that says nothing."""
        key, about = self.key, (step.id, tuple(waves))
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
        return self.key.mark(step, question, text)

    def close(self) -> None:
        """Finish what is on its way to the disk and let go of the files; they can be opened again."""
        self._writer.close()
        self._slots.close()

    def destroy(self) -> None:
        """Make every answer unreadable for ever, key first; BoxFailed when a file cannot be removed."""
        self.close()
        with self._memory:
            self._key = None
            self._mixed.clear()
        destroy(self._folder)

    def _opened(self, numbers: Iterable[int], key: SessionKey) -> list[tuple[int, Submission]]:
        opened = ((number, key.open(content)) for number, content in self._slots.read(numbers))
        return [(number, submission) for number, submission in opened if submission is not None]


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
