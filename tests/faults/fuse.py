"""The kernel's side of a file system: requests read from ``/dev/fuse``, answered by methods named after them.

Only what ordinary programs on a private disk ask for; everything else is answered with ENOSYS.
"""

import ctypes
import errno
import os
import signal
import stat
import struct
import subprocess
import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

_IN = struct.Struct("<IIQQIIIHH")
_OUT = struct.Struct("<IiQ")
_ENTRY = struct.Struct("<QQQQII")
_ATTR = struct.Struct("<QQQQQQIIIIIIIIII")
_LARGEST = 1 << 20
_FORGET, _BATCH_FORGET, _INIT, _DESTROY, _INTERRUPT = 2, 42, 26, 38, 36
ROOT = 1
"""The number of the top folder."""

OWN_SPACE = ("unshare", "--user", "--map-root-user", "--mount")
"""In front of a command that mounts a disk: nobody else sees it, and no rights are needed."""
_DIES_WITH_PARENT = 1
"""PR_SET_PDEATHSIG."""

Where = TypeVar("Where")


class Numbered(dict[int, Where]):
    """Where each numbered file lies; one that has been replaced or removed is stale, as on any network disk."""

    def __missing__(self, number: int) -> Where:
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(number))


class Disk:
    """What a file system must answer; OSError becomes the error that the program sees."""

    def answer(self, opcode: int, node: int, body: bytes) -> bytes:
        """The reply to one request."""
        raise NotImplementedError


def mount(place: Path) -> int:
    """Put an empty file system here and give the descriptor its requests come on; OSError when that is refused."""
    descriptor = os.open("/dev/fuse", os.O_RDWR | os.O_CLOEXEC)
    options = f"fd={descriptor},rootmode=40000,user_id=0,group_id=0,allow_other".encode()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"forgetful", os.fsencode(place), b"fuse", 0, options) != 0:
        raise OSError(ctypes.get_errno(), "mount")
    return descriptor


def serve(descriptor: int, disk: Disk) -> None:
    """Answer until the file system is taken away."""
    while True:
        try:
            request = os.read(descriptor, _LARGEST + 4096)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.EINTR, errno.EAGAIN):
                continue  # the request was withdrawn
            return
        _, opcode, unique, node, *_ = _IN.unpack_from(request)
        if opcode in (_FORGET, _BATCH_FORGET, _INTERRUPT):
            continue
        _reply(descriptor, unique, lambda: _answered(disk, opcode, node, request[_IN.size :]))  # noqa: B023


def _answered(disk: Disk, opcode: int, node: int, body: bytes) -> bytes:
    return _greeting() if opcode == _INIT else b"" if opcode == _DESTROY else disk.answer(opcode, node, body)


def _reply(descriptor: int, unique: int, answer: Callable[[], bytes]) -> None:
    try:
        body, error = answer(), 0
    except OSError as failed:
        body, error = b"", -(failed.errno or errno.EIO)
    except Exception:  # noqa: BLE001 - a disk that stopped here would hold the program for good
        traceback.print_exc()
        body, error = b"", -errno.EIO
    try:
        os.write(descriptor, _OUT.pack(_OUT.size + len(body), error, unique) + body)
    except OSError:  # whoever asked has died meanwhile
        return


def _greeting() -> bytes:
    """Version 7.31, no caching of writes, requests of at most a megabyte."""
    return struct.pack("<IIIIHHIIHHII6I", 7, 31, 65536, 0, 16, 12, _LARGEST, 1, 0, 0, 0, 0, *(0,) * 6)


def attributes(node: int, found: os.stat_result) -> bytes:
    """What ``stat`` shows."""
    seconds = [int(at) for at in (found.st_atime, found.st_mtime, found.st_ctime)]
    parts = [at % 10**9 for at in (found.st_atime_ns, found.st_mtime_ns, found.st_ctime_ns)]
    owner = (found.st_mode, found.st_nlink, 0, 0, 0, 4096, 0)
    return _ATTR.pack(node, found.st_size, -(-found.st_size // 512), *seconds, *parts, *owner)


def entry(node: int, found: os.stat_result) -> bytes:
    """A name that was looked up; nothing about it may be remembered."""
    return _ENTRY.pack(node, 0, 0, 0, 0, 0) + attributes(node, found)


def directory(names: "list[tuple[str, int, int]]", offset: int, size: int) -> bytes:
    """A piece of a folder's list: names, numbers and modes from this place on."""
    found = b""
    for at, (name, node, mode) in list(enumerate(names))[offset:]:
        raw = os.fsencode(name)
        one = struct.pack("<QQII", node, at + 1, len(raw), stat.S_IFMT(mode) >> 12) + raw
        one += bytes(-len(one) % 8)
        if len(found) + len(one) > size:
            break
        found += one
    return found


def live_on(place: Path, disk: Disk, command: Sequence[str]) -> int:
    """Run the command with this disk at that place, and give its exit code."""
    threading.Thread(target=serve, args=(mount(place), disk), daemon=True).start()
    os.umask(0o077)
    with subprocess.Popen(command, preexec_fn=_die_with_parent) as child:
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        return child.wait()


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)


def name(body: bytes) -> str:
    """The name that a request begins with."""
    return os.fsdecode(body.split(b"\0", 1)[0])
