"""Records are complete on this laptop first; a thread takes them to the shared folder, as often as it takes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from sessionrunner.core.copies import Copy
from sessionrunner.core.record import Record
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.ports import Delivery
from sessionrunner.storage.courier import Courier
from sessionrunner.storage.durable import NO_ROOM
from sessionrunner.storage.folder_name import folder_name
from sessionrunner.storage.lesson_file import FILE
from sessionrunner.storage.lesson_index import LessonIndex
from sessionrunner.storage.outbox_entry import Entry
from sessionrunner.storage.overview_keeper import OverviewKeeper

_PAUSES = tuple(timedelta(seconds=seconds) for seconds in (0.5, 1, 2, 5, 10, 30))
"""How long to wait after each failed try; the last one over and over."""


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
        self._render = render
        self._catalogue = catalogue
        self._entry: Entry | None = None
        self._courier = Courier(lambda entry: _carried(entry, create), self._arrived, pauses)

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
        with self._courier.changed:
            entry = self._entry_named(name)
            with _on_this_laptop(self._folder):
                entry.hold()
                entry.put(files, self._lessons, self._known, finished)
            self._send(entry)

    def _entry_named(self, name: str) -> Entry:
        if self._entry is None or self._entry.folder.name != name:
            self._entry = Entry(self._folder / name)
        return self._entry

    def change_target(self, lessons: Path, known: bool = False) -> None:
        """Send the record to this folder instead, from now on; what already lies in the old one stays there."""
        with self._courier.changed:
            self._lessons, self._known = lessons, known
            if self._entry is not None and self._courier.delivery.kept is not None:
                with _on_this_laptop(self._folder):
                    self._entry.aim(lessons, known)
                self._send(self._entry)

    def _send(self, entry: Entry) -> None:
        place = self._lessons / entry.folder.name if self._lessons else None
        trouble = self._courier.delivery.trouble if self._lessons else NoFolderChosen()
        self._courier.send(entry, Delivery(place, entry.folder, delivered=False, trouble=trouble))

    def _arrived(self, place: Path) -> bool:
        return self._catalogue is None or overviews_beside(self._folder, self._catalogue).renew(place.parent)

    def delivery(self) -> Delivery:
        """How far the latest record has come."""
        with self._courier.changed:
            return self._courier.delivery

    def settle(self, patience: timedelta) -> Delivery:
        """Wait at most so long for the latest record, and the overview after it, to be in the shared folder."""
        return self._courier.settle(patience)

    def stop(self) -> None:
        """End the thread, after the delivery under way if it ends soon; what has not arrived waits in the outbox."""
        self._courier.stop()
        if self._entry is not None:
            self._entry.release()

    @staticmethod
    def pending(folder: Path) -> list[Pending]:
        """What earlier sessions left in this outbox, oldest first."""
        return [_pending(entry) for entry in _entries(folder) if entry.waiting]


def deliver_pending(folder: Path, catalogue: Catalogue) -> list[Pending]:
    """Try once to deliver what earlier sessions left here, and to write overviews that somebody had open then.

    Gives what could not be delivered, and why.

    Sessions that are under way in another window are left to it.
    """
    left: list[Pending] = []
    for entry in _entries(folder):
        if not entry.waiting or not _held(entry) or _over(entry):
            continue
        place, trouble = _carried(entry, create=False)
        if place is None:
            left.append(replace(_pending(entry), trouble=trouble))
        else:
            overviews_beside(folder, catalogue).renew(place.parent)
            with suppress(OSError):
                entry.finish()
        entry.release()
    overviews_beside(folder, catalogue).catch_up()
    return left


def _over(entry: Entry) -> bool:
    """Whether everything had arrived, and only could not be removed; lets go of it then."""
    with suppress(OSError):
        return entry.finish()
    return False


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


def overviews_beside(outbox: Path, catalogue: Catalogue) -> OverviewKeeper:
    """What keeps overviews up, with its memory in the same place as the outbox."""
    return OverviewKeeper(outbox.with_name("overviews"), catalogue, index_beside(outbox))


@contextmanager
def _on_this_laptop(folder: Path) -> Iterator[None]:
    """Turn what the system says about this laptop's disk into an error with a remedy."""
    try:
        yield
    except OSError as error:
        cause = OutboxFull if error.errno in NO_ROOM else OutboxFailed
        raise cause(folder=str(folder), reason=error.strerror or str(error)) from error
