"""The shared lessons folder: files arrive whole, are read back, and nothing in it is ever overwritten."""

import errno
import hashlib
import secrets
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from sessionrunner.storage.durable import patiently, remove, sync, sync_folder, take_the_place_of
from sessionrunner.storage.folder_name import numbered
from sessionrunner.storage.folder_trouble import FileInUse, NotAFolder, NotVerified, ShareMissing, in_plain_words

MARKER = ".sessionrunner"
"""File that proves that the folder is the shared one, and not an empty place where the share should be."""

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV})
_LEFT_BEHIND = 3600
"""Seconds after which a temporary file is nobody's any more."""


class LessonsFolder:
    """A plain folder that people read without the program."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._device: int | None = None

    def prepare(self, known: bool, create: bool = False) -> None:
        """Return when records can go here; ``known`` says that they have gone here before.

        A folder chosen for the first time gets the marker; a known one without it is a share that is not
        connected, and nothing is written there.
        """
        with in_plain_words(self.path):
            if create and not known:
                self.path.mkdir(parents=True, exist_ok=True)
            self._device = self.path.stat().st_dev
            if not self.path.is_dir():
                raise NotAFolder(folder=str(self.path))
            if not (self.path / MARKER).is_file():
                self._mark(known)
            self._try_out()

    def _try_out(self) -> None:
        """Write something, and take it and what killed programs left behind away again."""
        tried = patiently(lambda: _temporary(self.path, b""))
        _clear_old(self.path, tried)
        _drop(tried)

    def _mark(self, known: bool) -> None:
        if known:
            raise ShareMissing(folder=str(self.path))
        marker = _temporary(self.path, b"sessionrunner: 1\n")
        try:
            patiently(lambda: _publish(marker, self.path / MARKER))
        finally:
            _drop(marker)

    def deliver(self, name: str, files: Mapping[str, bytes], previous: Mapping[str, str]) -> None:
        """Return when the files lie in the session's own folder and have been read back.

        ``previous`` tells by file name what we ourselves may have put there: its SHA-256, or several with spaces
        between. Only that is replaced; a file somebody has edited stays, and ours is put beside it.
        """
        with in_plain_words(self.path):
            self._require_share()
            own = self._own_folder(_plain(name))
            for file, content in files.items():
                _put(own, _plain(file), content, previous.get(file, "").split())
            self._require_share()

    def _require_share(self) -> None:
        """Asked before and after a write: a share can be lost between the two, and leave a local folder behind."""
        device = self.path.stat().st_dev
        if not (self.path / MARKER).is_file() or device != (self._device or device):
            raise ShareMissing(folder=str(self.path))

    def _own_folder(self, name: str) -> Path:
        own = self.path / name
        own.mkdir(exist_ok=True)
        if own.is_symlink():
            raise NotAFolder(folder=str(own))
        sync_folder(self.path)
        return own


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _put(own: Path, file: str, content: bytes, ours: Collection[str]) -> None:
    """Put the content under the first name that is free, ours, or already holds it."""
    wanted = digest(content)
    temporary = patiently(lambda: _temporary(own, content))
    try:
        _clear_old(own, temporary)
        for number in count(1):
            target = own / numbered(file, number)
            if _put_at(target, temporary, wanted, ours):
                sync_folder(own)
                return _verify(target, wanted)
    finally:
        _drop(temporary)


def _drop(temporary: Path) -> None:
    """What somebody does not let go of now is removed by a later visit; what was done with it is done."""
    with suppress(OSError):
        remove(temporary)


def _clear_old(own: Path, temporary: Path) -> None:
    """Remove what a program that was killed left behind; ages are told by the clock of the disk itself."""
    now = temporary.stat().st_mtime
    for left_behind in own.glob(".*.tmp"):
        with suppress(OSError):
            if now - left_behind.stat().st_mtime > _LEFT_BEHIND:
                left_behind.unlink()


def _put_at(target: Path, temporary: Path, wanted: str, ours: Collection[str]) -> bool:
    """False when what lies there is not ours."""
    found = patiently(lambda: _digest_of(target))
    if found == wanted:
        return True
    if found is None and patiently(lambda: _publish(temporary, target)):
        return True
    if found in ours:
        _replace(target, temporary)
        return True
    return False


def _replace(target: Path, temporary: Path) -> None:
    """A folder that has just taken the new file is not read-only: what is refused then is a file that is open."""
    try:
        take_the_place_of(target, temporary)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM):
            raise FileInUse(folder=str(target.parent)) from error
        raise


def _verify(target: Path, wanted: str) -> None:
    if patiently(lambda: _digest_of(target)) != wanted:
        raise NotVerified(file=target.name)


def _digest_of(target: Path) -> str | None:
    try:
        return digest(target.read_bytes())
    except FileNotFoundError:
        return None


def _temporary(folder: Path, content: bytes) -> Path:
    """A new file with this content, on disk, under a name nobody looks for."""
    path = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        _write(path, content)
    except OSError:
        _drop(path)
        raise
    return path


def _write(path: Path, content: bytes) -> None:
    """Make the file, which must not be there, with this content; it is on disk on return."""
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        sync(stream.fileno())


def _publish(temporary: Path, target: Path) -> bool:
    """Give the file its name if nobody has it: False when somebody has. The temporary name may remain."""
    try:
        if sys.platform == "win32":
            temporary.rename(target)
        else:
            target.hardlink_to(temporary)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _claim(temporary, target)
    return True


def _claim(temporary: Path, target: Path) -> bool:
    """For disks without links: take the name and write at once, since a name held by an empty file could be taken over.

    A program that dies on the way leaves half a file, which is nobody's to replace: the next try goes beside it.
    """
    content = temporary.read_bytes()
    try:
        _write(target, content)
    except FileExistsError:
        return False
    except OSError:
        with suppress(OSError):
            target.unlink()
        raise
    return True


def _plain(name: str) -> str:
    """The name, which must be one inside a folder; ValueError for anything that could lead out of it."""
    if name in {"", ".", ".."} or any(sign in name for sign in "/\\:\0"):
        raise ValueError(name)
    return name
