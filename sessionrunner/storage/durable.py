"""Files that survive a power cut, and files that are gone when they are removed."""

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}) if sys.platform != "win32" else frozenset({errno.ENOSPC})
"""Error numbers that mean the disk, or our share of it, is full."""

_BLOCK = 65536
_PASSING = frozenset({errno.EACCES, errno.EBUSY, errno.EAGAIN, errno.ENOTEMPTY, errno.ESTALE})
"""What a system says of a file that somebody has open, of a folder where one that is removed is still open, and of one
that another laptop has put in its place since its name was looked up."""
_OPEN_ELSEWHERE = frozenset({32, 33})
"""Windows: another program has the file open."""
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between tries: virus scanners and sync programs let go of a file within moments."""

_Result = TypeVar("_Result")


def patiently(action: Callable[[], _Result]) -> _Result:
    """Do it, again and again for most of a second while the file is in use; then whatever OSError it raises."""
    for pause in _PAUSES:
        try:
            return action()
        except OSError as error:
            if error.errno not in _PASSING and not is_open_elsewhere(error):
                raise
        time.sleep(pause)
    return action()


def is_open_elsewhere(error: OSError) -> bool:
    """Whether Windows says that another program has the file open."""
    return getattr(error, "winerror", None) in _OPEN_ELSEWHERE


def take_the_place_of(file: Path, fresh: Path) -> None:
    """Give the fresh file the name, in place of what had it; OSError when somebody does not let go of either."""
    patiently(lambda: fresh.replace(file))


def remove(file: Path) -> None:
    """Remove a file if it is there; OSError when somebody does not let go of it."""
    patiently(lambda: file.unlink(missing_ok=True))


def remove_tree(folder: Path) -> None:
    """Remove a folder with everything in it if it is there; OSError when somebody does not let go of something."""

    import shutil  # brings every way to compress along, which no start needs

    patiently(lambda: shutil.rmtree(folder) if folder.exists() else None)


def last_changed(file: Path) -> int:
    """Nanoseconds of its last change; 0 for what is not there, or has just been removed by another program."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def sync(descriptor: int) -> None:
    """Return when the file's content is on the disk itself; OSError when it could not be written."""
    if sys.platform == "darwin":
        import fcntl  # only exists there; a plain fsync leaves the content in the drive's cache

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can do that for folders."""
    # Windows cannot open a folder, and network folders refuse to sync one: the names are then as safe as they get.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_private_folder(folder: Path) -> None:
    """Make a folder only this user may enter, and those it lies in, all durable; OSError when it cannot be made."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for one in missing:
        sync_folder(one.parent)


def private(file: str, flags: int) -> int:
    """An opener for ``open``: a file it makes is for this user only."""
    return os.open(file, flags, 0o600)


def write_private(file: Path, content: bytes) -> None:
    """Write a file only this user may read, in place of what was there; OSError when it cannot be written."""
    with open(file, "wb", opener=private) as stream:
        stream.write(content)


def create_private(file: Path, content: bytes = b"") -> None:
    """Write a new file only this user may read; OSError, and no file, when it exists or cannot be written."""
    _create(file, content)
    sync_folder(file.parent)


def replace_private(file: Path, content: bytes) -> None:
    """Put a file only this user may read in place of what was there, as a whole; OSError when it cannot be written.

    A power cut leaves the old or the new. One thread at a time for a file.
    """
    fresh, first = file.with_name(f"{file.name}.new"), not file.exists()
    # A program that was killed may have left one.
    remove(fresh)
    _create(fresh, content)
    take_the_place_of(file, fresh)
    if first:
        sync_folder(file.parent)


def _create(file: Path, content: bytes) -> None:
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        _fill(descriptor, content)
    except OSError:
        with suppress(OSError):  # why it could not be written is what the leader needs to know
            remove(file)
        raise


def _fill(descriptor: int, content: bytes) -> None:
    try:
        write_all(descriptor, content)
        sync(descriptor)
    finally:
        os.close(descriptor)


def write_all(descriptor: int, content: bytes) -> None:
    """Write every byte; OSError when only some of them fit."""
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


def erase(file: Path) -> None:
    """Overwrite a file and remove it; nothing happens when there is none, OSError when it cannot be removed."""
    if not file.exists():
        return
    with suppress(OSError):
        _overwrite(file)
    remove(file)
    sync_folder(file.parent)


def _overwrite(file: Path) -> None:
    with file.open("r+b") as stream:
        for _ in range(0, file.stat().st_size, _BLOCK):
            stream.write(os.urandom(_BLOCK))
        stream.flush()
        sync(stream.fileno())
