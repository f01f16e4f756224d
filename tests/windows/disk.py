"""A disk with the rules of Windows, for one program that believes it is there.

What is open, by anybody, cannot be renamed, replaced or removed; a file that has been written is held by a virus
scanner, which lets go only when it has been asked so many times; names are the same in small and capital letters; some
names and long paths are refused.

``unshare --user --map-root-user --mount python -m tests.windows.disk PLACE FOLDER COMMAND...`` runs the command with
the disk at PLACE. ``FOLDER/content`` holds the files, and ``FOLDER/scanner`` how often the scanner says no.
"""

import errno
import os
import struct
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults import fuse
from tests.faults.disk import RecordingDisk

_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{device}{n}" for device in ("COM", "LPT") for n in range(1, 10))}
_REFUSED = frozenset('<>:"|?*\\')
_ABOVE = r"C:\Users\fornamn.efternamn\OneDrive - Kommunen"
"""Where the disk is thought to lie: what a path begins with."""
_LONGEST = 259


def wrapper(place: Path, folder: Path, refusals: int = 0) -> list[str]:
    """A command that runs another one with this disk at ``place``, and a scanner that says no so many times a file."""
    place.mkdir(parents=True, exist_ok=True)
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "scanner").write_text(str(refusals), "ascii")
    return [*fuse.OWN_SPACE, sys.executable, "-m", "tests.windows.disk", str(place), str(folder)]


class WindowsDisk(RecordingDisk):
    """Passes everything through to a real folder that Windows would have allowed."""

    def __init__(self, content: Path, refusals: int) -> None:
        """``refusals`` is how often the scanner says no for each file that has been written."""
        super().__init__(content, lambda op: None, lambda word: False)
        self._top = content
        self._refusals = refusals
        self._users: Counter[int] = Counter()
        """How often each file is open, by its number on the real disk."""
        self._handles: dict[int, tuple[int, bool]] = {}
        """The file behind each handle, and whether it may be written through it."""
        self._scanned: Counter[int] = Counter()
        """How often the scanner will still say no, by the file's number."""
        self._answers |= {30: self._refuse_folder}
        self._asks: dict[int, Callable[[int, bytes], bytes]] = {
            1: self._known_name, 9: partial(self._new_name, 8), 10: self._take_away, 11: self._take_away,
            12: partial(self._move, 8), 13: partial(self._new_name, 8), 35: partial(self._new_name, 16),
            45: partial(self._move, 16),
        }  # fmt: skip

    def answer(self, opcode: int, node: int, body: bytes) -> bytes:
        """Do it, unless Windows would not."""
        asked = self._asks.get(opcode)
        if asked is not None:
            body = asked(node, body)
        reply = super().answer(opcode, node, body)
        if opcode in (14, 35):
            self._begin(reply, body)
        return reply

    def _release(self, node: int, body: bytes) -> bytes:
        handle = struct.unpack_from("<Q", body)[0]
        number, written = self._handles.pop(handle)
        self._users[number] -= 1
        if written:
            self._scanned[number] = self._refusals
        return super()._release(node, body)

    def _begin(self, reply: bytes, body: bytes) -> None:
        """A file has been opened: until it is closed, its name stays."""
        (handle,) = struct.unpack_from("<Q", reply, len(reply) - 16)
        (flags,) = struct.unpack_from("<I", body)
        number = os.fstat(handle).st_ino
        self._users[number] += 1
        self._handles[handle] = (number, flags & os.O_ACCMODE != os.O_RDONLY)

    def _refuse_folder(self, node: int, body: bytes) -> bytes:
        raise OSError(errno.EACCES, "folders cannot be opened")

    def _named(self, node: int, body: bytes, begins: int) -> bytes:
        """The request with the name as it lies on the disk."""
        name = fuse.name(body[begins:])
        known = self._known(self._paths[node], name)
        return body[:begins] + os.fsencode(known) + body[begins + len(os.fsencode(name)) :]

    def _known(self, folder: Path, name: str) -> str:
        alike = (one for one in (path.name for path in folder.iterdir()) if one.casefold() == name.casefold())
        return name if (folder / name).exists() else next(alike, name)

    def _known_name(self, node: int, body: bytes) -> bytes:
        return self._named(node, body, 0)

    def _new_name(self, begins: int, node: int, body: bytes) -> bytes:
        path = self._paths[node] / fuse.name(body[begins:])
        if not (self._paths[node] / self._known(path.parent, path.name)).exists():
            self._require_allowed(path)
        return self._named(node, body, begins)

    def _take_away(self, node: int, body: bytes) -> bytes:
        body = self._known_name(node, body)
        self._require_free(self._paths[node] / fuse.name(body))
        return body

    def _move(self, begins: int, node: int, body: bytes) -> bytes:
        (folder,) = struct.unpack_from("<Q", body)
        body = self._named(node, body, begins)
        old = fuse.name(body[begins:])
        after = begins + len(os.fsencode(old)) + 1
        new = self._known(self._paths[folder], fuse.name(body[after:]))
        # A name that only changes its size of letters is a new one.
        new = fuse.name(body[after:]) if new == old else new
        self._require_allowed(self._paths[folder] / new)
        self._require_free(self._paths[node] / old)
        self._require_free(self._paths[folder] / new)
        return body[:after] + os.fsencode(new) + b"\0"

    def _require_allowed(self, path: Path) -> None:
        if not _allowed(path.name):
            raise OSError(errno.EINVAL, "no such name on Windows")
        if len(f"{_ABOVE}\\{path.relative_to(self._top)}") > _LONGEST:
            raise OSError(errno.ENOENT, "too long a path")

    def _require_free(self, path: Path) -> None:
        """Nobody has it open, nor, for a folder, anything in it."""
        for one in (path, *path.rglob("*")) if path.is_dir() else (path,) if path.exists() else ():
            number = one.stat().st_ino
            if self._users[number] > 0 or self._scanned[number] > 0:
                self._scanned[number] -= 1
                raise OSError(errno.EACCES, "in use")


def _allowed(name: str) -> bool:
    stem = name.split(".")[0].rstrip(" ").upper()
    return (
        name[-1:] not in {" ", "."}
        and stem not in _DEVICES
        and not any(sign in _REFUSED or sign < " " for sign in name)
    )


def main(place: str, folder: str, *command: str) -> int:
    """Run the command on the disk and give its exit code."""
    own = Path(folder)
    refusals = int((own / "scanner").read_text("ascii"))
    return fuse.live_on(Path(place), WindowsDisk(own / "content", refusals), command)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
