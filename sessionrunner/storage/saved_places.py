"""Finds a session's file, and puts copies beside it without ever writing over anything."""

import errno
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from sessionrunner.core.followup import Past
from sessionrunner.core.recall import meant
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage.durable import NO_ROOM, remove, sync, sync_folder, write_all
from sessionrunner.storage.folder_name import numbered
from sessionrunner.storage.lesson_scan import looked_into, scan


class CopyNotWritten(SessionRunnerError):
    """The copy could not be written where it should go."""

    cause = "export.not-written"


class NoPlaceForCopy(CopyNotWritten):
    """There is no such folder."""

    cause = "export.no-folder"


class CopyRefused(CopyNotWritten):
    """The folder may not be written to."""

    cause = "export.refused"


class CopyDiskFull(CopyNotWritten):
    """The disk is full."""

    cause = "export.full"


Known = Sequence[tuple[Path, Past]]
"""Folders that sessions lie in, each with what was found there; never empty."""


def find(wanted: str, known: Callable[[], Known]) -> Path:
    """The file of a session named by its path or as ``core.recall`` understands it; the latest when nothing is named.

    ``known`` is asked only when it is not a path.
    """
    named = Path(wanted).expanduser()
    if wanted and named.is_file():
        return named
    if wanted and named.is_dir():
        return _inside(named.absolute())
    return _meant(known(), wanted)


def _meant(known: Known, wanted: str) -> Path:
    return Path(meant(_as_one(known), wanted, str(known[0][0])).place)


def _inside(folder: Path) -> Path:
    """The file in a session's own folder; in a folder with several sessions, the latest one's."""
    own = looked_into(folder.parent, folder.name)
    if own.away is not None:
        raise own.away
    if own.versions:
        return folder.parent / own.versions[0].place
    return _meant([(folder, scan(folder))], "")


def _as_one(known: Known) -> Past:
    """Every session once, the one that ended last first, with its whole path; of one in two folders, the first."""
    placed = [replace(one, place=(folder / one.place).as_posix()) for folder, past in known for one in past.sessions]
    once = {one.session: one for one in reversed(placed)}
    sessions = sorted((one for one in placed if once[one.session] is one), key=lambda one: one.date, reverse=True)
    newest = [one for one in sessions if one.date == sessions[0].date]
    # Records tell the day and not the hour, and what is asked for at the end of a day is what has just ended.
    newest.sort(key=lambda one: _written(Path(one.place)), reverse=True)
    return Past((*newest, *sessions[len(newest) :]), tuple(trouble for _, past in known for trouble in past.troubles))


def _written(file: Path) -> int:
    """When, in nanoseconds; 0 for a file that nobody can look at any more."""
    with suppress(OSError):
        return file.stat().st_mtime_ns
    return 0


def put_beside(folder: Path, name: str, content: bytes) -> Path:
    """Write the content under the first name that is free, or find it there already; CopyNotWritten when it fails."""
    for number in count(1):
        target = folder / numbered(name, number)
        try:
            if _holds(target, content):
                return target
            _make(target, content)
            sync_folder(folder)
        except FileExistsError:
            continue
        except OSError as error:
            raise _cause(error)(file=str(target), folder=str(folder), reason=error.strerror or str(error)) from error
        return target
    raise AssertionError  # names never run out


def _make(target: Path, content: bytes) -> None:
    """A new file with this content; half of it is not left behind."""
    file = target.open("xb", buffering=0)
    try:
        with file:
            write_all(file.fileno(), content)
            sync(file.fileno())
    except OSError:
        with suppress(OSError):
            remove(target)
        raise


def _holds(target: Path, content: bytes) -> bool:
    """Whether the file says this already; one that another program will not let us look into is another."""
    try:
        return target.read_bytes() == content
    except OSError:
        return False


def _cause(error: OSError) -> type[CopyNotWritten]:
    if error.errno in NO_ROOM:
        return CopyDiskFull
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CopyRefused
    return NoPlaceForCopy if error.errno in (errno.ENOENT, errno.ENOTDIR) else CopyNotWritten
