"""A file that one program at a time can have; the system gives it back when that program dies, however it dies."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def locked(path: Path) -> int | None:
    """An open file that this program alone has locked; None when another has."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with suppress(OSError):
        _lock(descriptor)
        return descriptor
    os.close(descriptor)
    return None


def _lock(descriptor: int) -> None:
    """Lock the open file at once, or raise OSError."""
    # Each of the two modules exists on its own systems only.
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
