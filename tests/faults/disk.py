"""A disk that notes everything done to it and fails on request, for one program that believes it is an ordinary one.

``unshare --user --map-root-user --mount python -m tests.faults.disk PLACE FOLDER COMMAND...`` runs the command with the
disk at PLACE. FOLDER then holds ``content`` (as a disk without faults would have it), ``record`` (every operation, in
order) and ``trouble`` (words somebody may write there: which faults the disk has from now on).
"""

import errno
import os
import pickle
import struct
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults import fuse

_RENAME_FLAGS = 16
_CHANGES = frozenset({4, 9, 10, 11, 12, 13, 16, 35, 45})
"""What a disk refuses that can only be read."""
_SIZE, _MTIME = 1 << 3, 1 << 5


@dataclass(frozen=True, slots=True)
class Op:
    """One change, or one request to make changes durable."""

    kind: str
    """create, mkdir, unlink, rename, link, write, size, sync or sync-folder."""
    node: int
    """The file's number, for names the folder's."""
    name: str = ""
    target: int = 0
    """The file that a name stands for, or the folder a name moves to."""
    new_name: str = ""
    at: int = 0
    """Where the bytes go, or the new size."""
    content: bytes = b""


def wrapper(place: Path, folder: Path) -> list[str]:
    """A command that runs another one with this disk at ``place``."""
    place.mkdir(parents=True, exist_ok=True)
    (folder / "content").mkdir(parents=True, exist_ok=True)
    return [*fuse.OWN_SPACE, sys.executable, "-m", "tests.faults.disk", str(place), str(folder)]


class RecordingDisk(fuse.Disk):
    """Passes everything through to a real folder, and keeps a list of it."""

    def __init__(self, content: Path, record: Callable[[Op], None], trouble: Callable[[str], bool]) -> None:
        self._record = record
        self._trouble = trouble
        self._paths = fuse.Numbered({fuse.ROOT: content})
        self._nodes: dict[int, int] = {content.stat().st_ino: fuse.ROOT}
        """Our numbers by the real disk's."""
        self._next = fuse.ROOT
        self._answers: dict[int, Callable[[int, bytes], bytes]] = {
            1: self._lookup, 3: self._getattr, 4: self._setattr, 9: self._mkdir, 10: self._unlink, 11: self._rmdir,
            12: self._rename, 13: self._link, 14: self._open, 15: self._read, 16: self._write, 17: self._statfs,
            18: self._release, 20: self._sync, 25: self._nothing, 27: self._open_folder, 28: self._list,
            29: self._nothing, 30: self._sync_folder, 35: self._create, 45: self._rename,
        }  # fmt: skip
        self._rename_has_flags = False

    def answer(self, opcode: int, node: int, body: bytes) -> bytes:
        """Do it on the real folder."""
        self._fail_if("gone", errno.EHOSTDOWN)
        if opcode in _CHANGES:
            self._fail_if("read-only", errno.EROFS)
        known = self._answers.get(opcode)
        if known is None:
            raise OSError(errno.ENOSYS, "not needed")
        self._rename_has_flags = opcode == 45
        return known(node, body)

    def _fail_if(self, word: str, number: int) -> None:
        if self._trouble(word):
            raise OSError(number, word)

    def _node(self, path: Path, new: bool = False) -> int:
        real = path.lstat().st_ino
        if new or real not in self._nodes:
            self._next += 1
            self._nodes[real] = self._next
        self._paths[self._nodes[real]] = path
        return self._nodes[real]

    def _entry(self, path: Path, new: bool = False) -> bytes:
        return fuse.entry(self._node(path, new), path.lstat())

    def _nothing(self, node: int, body: bytes) -> bytes:
        return b""

    def _lookup(self, node: int, body: bytes) -> bytes:
        return self._entry(self._paths[node] / fuse.name(body))

    def _getattr(self, node: int, body: bytes) -> bytes:
        flags, _, handle = struct.unpack_from("<IIQ", body)
        found = os.fstat(handle) if flags & 1 else self._paths[node].lstat()
        return struct.pack("<QII", 0, 0, 0) + fuse.attributes(node, found)

    def _setattr(self, node: int, body: bytes) -> bytes:
        valid, _, _, size, _, _, mtime = struct.unpack_from("<IIQQQQQ", body)
        path = self._paths[node]
        if valid & _SIZE:
            os.truncate(path, size)
            self._record(Op("size", node, at=size))
        if valid & _MTIME:
            os.utime(path, (mtime, mtime))
        return struct.pack("<QII", 0, 0, 0) + fuse.attributes(node, path.lstat())

    def _mkdir(self, node: int, body: bytes) -> bytes:
        name = fuse.name(body[8:])
        self._fail_if("full", errno.ENOSPC)
        (self._paths[node] / name).mkdir(0o700)
        reply = self._entry(self._paths[node] / name, new=True)
        self._record(Op("mkdir", node, name, self._node(self._paths[node] / name)))
        return reply

    def _create(self, node: int, body: bytes) -> bytes:
        flags, name = struct.unpack_from("<I", body)[0], fuse.name(body[16:])
        self._fail_if("full", errno.ENOSPC)
        path = self._paths[node] / name
        handle = os.open(path, flags & (os.O_ACCMODE | os.O_EXCL) | os.O_CREAT, 0o600)
        reply = self._entry(path, new=True) + struct.pack("<QII", handle, 0, 0)
        self._record(Op("create", node, name, self._node(path)))
        return reply

    def _unlink(self, node: int, body: bytes) -> bytes:
        name = fuse.name(body)
        path = self._paths[node] / name
        real = path.lstat()
        path.unlink()
        if real.st_nlink == 1:
            self._nodes.pop(real.st_ino, None)
        self._record(Op("unlink", node, name))
        return b""

    def _rmdir(self, node: int, body: bytes) -> bytes:
        path = self._paths[node] / fuse.name(body)
        self._nodes.pop(path.lstat().st_ino, None)
        path.rmdir()
        self._record(Op("unlink", node, path.name))
        return b""

    def _rename(self, node: int, body: bytes) -> bytes:
        (folder,) = struct.unpack_from("<Q", body)
        old, new = (
            os.fsdecode(name) for name in body[_RENAME_FLAGS if self._rename_has_flags else 8 :].split(b"\0")[:2]
        )
        before, after = self._paths[node] / old, self._paths[folder] / new
        if after.exists():
            self._fail_if("held", errno.EACCES)
        if after.exists():
            self._nodes.pop(after.lstat().st_ino, None)
        before.rename(after)
        self._paths = fuse.Numbered({one: _moved(path, before, after) for one, path in self._paths.items()})
        self._record(Op("rename", node, old, folder, new))
        return b""

    def _link(self, node: int, body: bytes) -> bytes:
        (linked,) = struct.unpack_from("<Q", body)
        path = self._paths[node] / fuse.name(body[8:])
        path.hardlink_to(self._paths[linked])
        self._record(Op("link", node, path.name, linked))
        return self._entry(path)

    def _open(self, node: int, body: bytes) -> bytes:
        (flags,) = struct.unpack_from("<I", body)
        handle = os.open(self._paths[node], flags & os.O_ACCMODE)
        if flags & os.O_TRUNC:
            os.ftruncate(handle, 0)
            self._record(Op("size", node))
        return struct.pack("<QII", handle, 0, 0)

    def _read(self, node: int, body: bytes) -> bytes:
        handle, offset, size = struct.unpack_from("<QQI", body)
        return os.pread(handle, size, offset)

    def _write(self, node: int, body: bytes) -> bytes:
        handle, offset, size = struct.unpack_from("<QQI", body)
        self._fail_if("full", errno.ENOSPC)
        content = body[40 : 40 + size]
        written = os.pwrite(handle, content, offset)
        self._record(Op("write", node, at=offset, content=content[:written]))
        return struct.pack("<II", written, 0)

    def _statfs(self, node: int, body: bytes) -> bytes:
        free = 0 if self._trouble("full") else 1 << 20
        return struct.pack("<QQQQQIIII6I", 1 << 21, free, free, 1 << 20, 1 << 19, 4096, 255, 4096, 0, *(0,) * 6)

    def _release(self, node: int, body: bytes) -> bytes:
        os.close(struct.unpack_from("<Q", body)[0])
        return b""

    def _sync(self, node: int, body: bytes) -> bytes:
        self._fail_if("broken", errno.EIO)
        self._record(Op("sync", node))
        return b""

    def _open_folder(self, node: int, body: bytes) -> bytes:
        return bytes(16)

    def _list(self, node: int, body: bytes) -> bytes:
        _, offset, size = struct.unpack_from("<QQI", body)
        found = sorted(self._paths[node].iterdir())
        names = [(path.name, self._node(path), path.lstat().st_mode) for path in found]
        return fuse.directory(names, offset, size)

    def _sync_folder(self, node: int, body: bytes) -> bytes:
        self._fail_if("no-folder-sync", errno.EINVAL)
        self._fail_if("broken", errno.EIO)
        self._record(Op("sync-folder", node))
        return b""


def _moved(path: Path, before: Path, after: Path) -> Path:
    return after / path.relative_to(before) if path.is_relative_to(before) else path


def recorded(file: Path) -> Iterator[tuple[int, Op]]:
    """Every operation of a record, and how long the record was when it had been noted, in bytes.

    The last one may have been half noted when the disk was killed: nobody had been told yet that it was done.
    """
    with file.open("rb") as stream:
        while True:
            try:
                op = pickle.load(stream)
            except (EOFError, pickle.UnpicklingError):
                return
            yield stream.tell(), op


def main(place: str, folder: str, *command: str) -> int:
    """Run the command on the disk and give its exit code."""
    own = Path(folder)
    record = (own / "record").open("ab", buffering=0)
    trouble = own / "trouble"

    def troubled(word: str) -> bool:
        try:
            return word in trouble.read_text("utf-8").split()
        except OSError:
            return False

    def note(op: Op) -> None:
        record.write(pickle.dumps(op))

    return fuse.live_on(Path(place), RecordingDisk(own / "content", note, troubled), command)


if __name__ == "__main__":
    from tests.faults import disk  # what is recorded must belong to a module with a name

    sys.exit(disk.main(*sys.argv[1:]))
