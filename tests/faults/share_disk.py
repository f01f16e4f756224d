"""A share of a real Samba server as a folder of one program's own, as a system shows it that has the share mounted.

``unshare --user --map-root-user --mount python -m tests.faults.share_disk PLACE PORT COMMAND...`` runs the command with
the share at PLACE.
"""

import errno
import os
import struct
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import smbclient

from tests.faults import fuse
from tests.storage.smb_path import SmbPath, as_a_system, connect

_RENAME, _RENAME_WITH_FLAGS = 8, 16
"""Where the names begin."""


def wrapper(place: Path, port: int) -> list[str]:
    """A command that runs another one with the share at ``place``."""
    place.mkdir(parents=True, exist_ok=True)
    return [*fuse.OWN_SPACE, sys.executable, "-m", "tests.faults.share_disk", str(place), str(port)]


class ShareDisk(fuse.Disk):
    """Every request becomes one to the server, and its refusals become errors of the disk."""

    def __init__(self, top: SmbPath) -> None:
        self._paths = fuse.Numbered({fuse.ROOT: top})
        self._numbers = count(fuse.ROOT + 1)
        self._open: dict[int, Any] = {}
        self._answers: dict[int, Callable[[int, bytes], bytes]] = {
            1: self._lookup, 3: self._getattr, 4: self._getattr, 9: self._mkdir, 10: self._unlink, 13: self._link,
            12: lambda node, body: self._rename(node, body, _RENAME), 14: self._open_file, 15: self._read,
            16: self._write, 17: self._room, 18: self._release, 20: self._sync, 25: self._sync, 28: self._list,
            27: lambda node, body: bytes(16), 29: lambda node, body: b"", 35: self._create,
            45: lambda node, body: self._rename(node, body, _RENAME_WITH_FLAGS),
        }  # fmt: skip

    def answer(self, opcode: int, node: int, body: bytes) -> bytes:
        """Ask the server."""
        known = self._answers.get(opcode)
        if known is None:
            raise OSError(errno.ENOSYS, "not needed")
        with as_a_system():
            return known(node, body)

    def _node(self, path: SmbPath) -> int:
        known = next((number for number, one in self._paths.items() if one == path), None)
        number = known or next(self._numbers)
        self._paths[number] = path
        return number

    def _gone(self, path: SmbPath) -> None:
        """What is made under this name hereafter is another file."""
        self._paths = fuse.Numbered({number: one for number, one in self._paths.items() if one != path})

    def _entry(self, path: SmbPath) -> bytes:
        found = path.stat()
        return fuse.entry(self._node(path), found)

    def _lookup(self, node: int, body: bytes) -> bytes:
        return self._entry(self._paths[node] / fuse.name(body))

    def _getattr(self, node: int, body: bytes) -> bytes:
        return struct.pack("<QII", 0, 0, 0) + fuse.attributes(node, self._paths[node].stat())

    def _mkdir(self, node: int, body: bytes) -> bytes:
        path = self._paths[node] / fuse.name(body[8:])
        path.mkdir()
        return self._entry(path)

    def _unlink(self, node: int, body: bytes) -> bytes:
        path = self._paths[node] / fuse.name(body)
        path.unlink()
        self._gone(path)
        return b""

    def _link(self, node: int, body: bytes) -> bytes:
        path = self._paths[node] / fuse.name(body[8:])
        path.hardlink_to(self._paths[struct.unpack_from("<Q", body)[0]])
        return self._entry(path)

    def _rename(self, node: int, body: bytes, names: int) -> bytes:
        (folder,) = struct.unpack_from("<Q", body)
        old, new = (os.fsdecode(name) for name in body[names:].split(b"\0")[:2])
        before, after = self._paths[node] / old, self._paths[folder] / new
        before.replace(after)
        self._gone(after)
        self._paths = fuse.Numbered({number: after if path == before else path for number, path in self._paths.items()})
        return b""

    def _create(self, node: int, body: bytes) -> bytes:
        path = self._paths[node] / fuse.name(body[16:])
        handle = self._opened(path, "xb")
        return self._entry(path) + struct.pack("<QII", handle, 0, 0)

    def _open_file(self, node: int, body: bytes) -> bytes:
        (flags,) = struct.unpack_from("<I", body)
        mode = "rb" if flags & os.O_ACCMODE == os.O_RDONLY else "r+b"
        return struct.pack("<QII", self._opened(self._paths[node], mode), 0, 0)

    def _opened(self, path: SmbPath, mode: str) -> int:
        """As Linux does: others may do as they like with the file meanwhile."""
        handle = next(self._numbers)
        self._open[handle] = smbclient.open_file(str(path), mode=mode, buffering=0, share_access="rwd", port=path.port)
        return handle

    def _read(self, node: int, body: bytes) -> bytes:
        handle, offset, size = struct.unpack_from("<QQI", body)
        self._open[handle].seek(offset)
        return bytes(self._open[handle].read(size))

    def _write(self, node: int, body: bytes) -> bytes:
        handle, offset, size = struct.unpack_from("<QQI", body)
        self._open[handle].seek(offset)
        return struct.pack("<II", self._open[handle].write(body[40 : 40 + size]), 0)

    def _sync(self, node: int, body: bytes) -> bytes:
        self._open[struct.unpack_from("<Q", body)[0]].flush()
        return b""

    def _release(self, node: int, body: bytes) -> bytes:
        self._open.pop(struct.unpack_from("<Q", body)[0]).close()
        return b""

    def _room(self, node: int, body: bytes) -> bytes:
        return struct.pack("<QQQQQIIII6I", 1 << 21, 1 << 20, 1 << 20, 1 << 20, 1 << 19, 4096, 255, 4096, 0, *(0,) * 6)

    def _list(self, node: int, body: bytes) -> bytes:
        _, offset, size = struct.unpack_from("<QQI", body)
        found = sorted(self._paths[node].glob("*"), key=lambda path: path.name)
        return fuse.directory([(path.name, self._node(path), path.stat().st_mode) for path in found], offset, size)


def main(place: str, port: str, *command: str) -> int:
    """Run the command with the share and give its exit code."""
    return fuse.live_on(Path(place), ShareDisk(connect(int(port))), command)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
