"""What goes wrong in a shared folder, in words that the leader can do something with."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage.durable import NO_ROOM, is_open_elsewhere

_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_BUSY = frozenset({errno.EBUSY, errno.ETXTBSY})
"""What Linux and macOS say of a file on a share that another laptop has open."""
_DEEP = 120
"""Characters of a folder's path that leave room for a session's name and a file in what Windows allows a path."""


class FolderMissing(SessionRunnerError):
    """There is no folder at that place."""

    cause = "lessons.missing"


class FolderTooDeep(SessionRunnerError):
    """The folder lies so deep that paths in it are longer than Windows allows."""

    cause = "lessons.too-deep"


class NotAFolder(SessionRunnerError):
    """A file or a link stands where the folder should be."""

    cause = "lessons.not-a-folder"


class ShareMissing(SessionRunnerError):
    """The folder is not the one records went to before: the share behind it is not connected."""

    cause = "lessons.share-missing"


class FolderReadOnly(SessionRunnerError):
    """The folder may be read but not written."""

    cause = "lessons.read-only"


class FolderFull(SessionRunnerError):
    """The disk behind the folder, or our share of it, is full."""

    cause = "lessons.full"


class FileInUse(SessionRunnerError):
    """Another program holds the file open."""

    cause = "lessons.in-use"


class FolderUnreachable(SessionRunnerError):
    """The folder is there but does not answer as it should."""

    cause = "lessons.unreachable"


class NotVerified(SessionRunnerError):
    """What was read back is not what was written."""

    cause = "lessons.not-verified"


@contextmanager
def in_plain_words(folder: Path) -> Iterator[None]:
    """Turn what the system says into something the leader can do something about."""
    try:
        yield
    except OSError as error:
        cause = FolderTooDeep if _too_deep(error, folder) else _cause(error)
        raise cause(folder=str(folder), reason=error.strerror or str(error)) from error


def _too_deep(error: OSError, folder: Path) -> bool:
    """Windows says of a path that is too long that it is not there; the folder itself is."""
    return error.errno == errno.ENOENT and len(str(folder)) > _DEEP and folder.is_dir()


def _cause(error: OSError) -> type[SessionRunnerError]:
    if is_open_elsewhere(error) or error.errno in _BUSY:
        return FileInUse
    if error.errno in NO_ROOM:
        return FolderFull
    if error.errno in _REFUSED:
        return FolderReadOnly
    named = {errno.ENOENT: FolderMissing, errno.ENOTDIR: NotAFolder, errno.EEXIST: NotAFolder}
    return named.get(error.errno or 0, FolderUnreachable)
