"""Records are complete on this laptop first; a thread takes them to the shared folder, as often as it takes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from threading import Condition, Thread

from sessionrunner.core.copies import Copy
from sessionrunner.core.record import Record
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.ports import Delivery
from sessionrunner.storage import overview
from sessionrunner.storage.durable import NO_ROOM
from sessionrunner.storage.folder_name import folder_name
from sessionrunner.storage.lesson_file import FILE
from sessionrunner.storage.lesson_index import LessonIndex
from sessionrunner.storage.outbox_entry import Entry

_PAUSES = tuple(timedelta(seconds=seconds) for seconds in (0.5, 1, 2, 5, 10, 30))
"""How long to wait after each failed try; the last one over and over."""
_FAREWELL = timedelta(seconds=5)
"""How long a program that ends waits for a delivery under way."""


class OutboxFailed(SessionRunnerError):
    """The record could not be written on this laptop."""

    cause = "lessons.outbox-failed"


class OutboxFull(OutboxFailed):
    """There is no room for the record on this laptop."""

    cause = "lessons.outbox-full"


class NoFolderChosen(SessionRunnerError):
    """The record stays on this laptop, since nobody has said where it should go."""

    cause = "lessons.not-chosen"


@dataclass(frozen=True, slots=True)
class Pending:
    """A record that has not arrived."""

    name: str
    """Of the session's folder."""
    folder: Path
    """Where it is kept on this laptop."""
    target: Path | None
    """The lessons folder it is going to."""
    finished: bool
    trouble: SessionRunnerError | None = None
    """Why the latest try failed; None before any."""


class Outbox:
    """Keeps the latest record of a session safe, and gets it to the lessons folder. Implements ``ports.Archive``."""

    def __init__(  # noqa: PLR0913 - each is a decision of its own, made where the parts are joined
        self,
        folder: Path,
        lessons: Path | None,
        render: Callable[[Record], str],
        known: bool = False,
        create: bool = False,
        *,
        catalogue: Catalogue | None = None,
        pauses: Sequence[timedelta] = _PAUSES,
    ) -> None:
        """``known``: records have gone to ``lessons`` before. With a catalogue, the overview there is kept up.

        What was read for the overview is remembered beside the outbox.
        """
        self._folder = folder
        self._lessons = lessons
        self._known = known
        self._create = create
        self._render = render
        self._catalogue = catalogue
        self._pauses = pauses
        self._changed = Condition()
        self._entry: Entry | None = None
        self._delivery = Delivery()
        self._version = 0
        """Counts saves and changes of target, so that an older delivery is not taken for the latest."""
        self._tried = 0
        """The version last taken up by the thread."""
        self._busy = False
        self._stopping = False
        self._thread: Thread | None = None

    def save(self, record: Record) -> None:
        """Return when the record is complete on this laptop; OutboxFailed or OutboxFull when it is not."""
        self._put(record, {FILE: self._render(record).encode()})

    def attach(self, record: Record, copy: Copy) -> None:
        """Return when the copy is complete on this laptop; OutboxFailed or OutboxFull when it is not."""
        self._put(record, {copy.name: copy.content})

    def _put(self, record: Record, files: Mapping[str, bytes]) -> None:
        name = folder_name(record.identity.date, record.exercise.title, record.identity.session)
        self.keep(name, files, record.finished)

    def keep(self, name: str, files: Mapping[str, bytes], finished: bool) -> None:
        """Return when files for a folder of this name are complete on this laptop; OutboxFailed when they are not."""
        with self._changed:
            entry = self._entry_named(name)
            with _on_this_laptop(self._folder):
                entry.hold()
                entry.put(files, self._lessons, self._known, finished)
            self._renew()

    def _entry_named(self, name: str) -> Entry:
        if self._entry is None or self._entry.folder.name != name:
            self._entry = Entry(self._folder / name)
        return self._entry

    def change_target(self, lessons: Path, known: bool = False) -> None:
        """Send the record to this folder instead, from now on; what already lies in the old one stays there."""
        with self._changed:
            self._lessons, self._known = lessons, known
            if self._entry is not None and self._delivery.kept is not None:
                with _on_this_laptop(self._folder):
                    self._entry.aim(lessons, known)
                self._renew()

    def _renew(self) -> None:
        """There is something new to deliver."""
        assert self._entry is not None  # called after an entry was written
        place = self._lessons / self._entry.folder.name if self._lessons else None
        trouble = self._delivery.trouble if self._lessons else NoFolderChosen()
        self._delivery = Delivery(place, self._entry.folder, delivered=False, trouble=trouble)
        self._version += 1
        self._stopping = False
        if self._thread is None and self._lessons:
            self._thread = Thread(target=self._run, name="outbox", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def delivery(self) -> Delivery:
        """How far the latest record has come."""
        with self._changed:
            return self._delivery

    def settle(self, patience: timedelta) -> Delivery:
        """Wait at most so long for the latest record, and the overview after it, to be in the shared folder."""
        with self._changed:
            self._changed.wait_for(self._settled, patience.total_seconds())
            return self._delivery

    def _settled(self) -> bool:
        return self._thread is None or (self._delivery.delivered and not self._busy)

    def stop(self) -> None:
        """End the thread, after the delivery under way if it ends soon; what has not arrived waits in the outbox."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(_FAREWELL.total_seconds())
        if self._entry is not None:
            self._entry.release()

    def _run(self) -> None:
        failures = 0
        while self._work_comes(failures):
            failures = 0 if self._try() else failures + 1

    def _work_comes(self, failures: int) -> bool:
        """Wait for something new, or for the next try after a failure; False when it is time to stop."""
        pause = self._pauses[min(failures, len(self._pauses)) - 1].total_seconds() if failures else None
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or self._version != self._tried, pause)
            self._busy = not self._stopping
            self._tried = self._version
            return not self._stopping

    def _try(self) -> bool:
        """Deliver once; whether the record arrived."""
        version, entry = self._tried, self._entry
        assert entry is not None  # the thread starts with the first entry
        place, trouble = _carried(entry, self._create)
        with self._changed:
            if version == self._version:
                self._delivery = replace(self._delivery, delivered=place is not None, trouble=trouble)
                self._clear(entry)
            self._changed.notify_all()
        if place is not None and self._catalogue is not None:
            _rebuild(place.parent, self._catalogue, index_beside(self._folder))
        with self._changed:
            self._busy = False
            self._changed.notify_all()
        return place is not None

    def _clear(self, entry: Entry) -> None:
        """What has arrived for good needs no place here; a failure to remove it is tried again at the next start."""
        with suppress(OSError):
            if self._delivery.delivered and entry.finish():
                self._delivery = replace(self._delivery, kept=None)

    @staticmethod
    def pending(folder: Path) -> list[Pending]:
        """What earlier sessions left in this outbox, oldest first."""
        return [_pending(entry) for entry in _entries(folder) if entry.waiting]


def deliver_pending(folder: Path, catalogue: Catalogue) -> list[Pending]:
    """Try once to deliver what earlier sessions left here; what could not be delivered, and why.

    Sessions that are under way in another window are left to it.
    """
    left: list[Pending] = []
    for entry in _entries(folder):
        if not entry.waiting or not _held(entry):
            continue
        place, trouble = _carried(entry, create=False)
        if place is None:
            left.append(replace(_pending(entry), trouble=trouble))
        else:
            _rebuild(place.parent, catalogue, index_beside(folder))
            with suppress(OSError):
                entry.finish()
        entry.release()
    return left


def _held(entry: Entry) -> bool:
    try:
        return entry.hold()
    except OSError:
        return False


def _entries(folder: Path) -> Iterator[Entry]:
    with suppress(OSError):
        yield from (Entry(path) for path in sorted(folder.iterdir()) if path.is_dir())


def _pending(entry: Entry) -> Pending:
    manifest = entry.manifest
    target = Path(manifest.target) if manifest.target else None
    return Pending(entry.folder.name, entry.folder, target, manifest.finished)


def _carried(entry: Entry, create: bool) -> tuple[Path | None, SessionRunnerError | None]:
    """Where the record arrived, or why it did not."""
    try:
        return entry.carry(create), None
    except SessionRunnerError as trouble:
        return None, trouble
    except OSError as error:
        return None, OutboxFailed(folder=str(entry.folder), reason=error.strerror or str(error))


def index_beside(outbox: Path) -> LessonIndex:
    """What is remembered of lessons folders, kept in the same place as the outbox."""
    return LessonIndex(outbox.with_name("index"))


def _rebuild(lessons: Path, catalogue: Catalogue, index: LessonIndex) -> None:
    """The overview is derived: when it cannot be written now, the next delivery writes it."""
    with suppress(OSError, SessionRunnerError):
        overview.rebuild(lessons, catalogue, look=index.scan)


@contextmanager
def _on_this_laptop(folder: Path) -> Iterator[None]:
    """Turn what the system says about this laptop's disk into an error with a remedy."""
    try:
        yield
    except OSError as error:
        cause = OutboxFull if error.errno in NO_ROOM else OutboxFailed
        raise cause(folder=str(folder), reason=error.strerror or str(error)) from error
