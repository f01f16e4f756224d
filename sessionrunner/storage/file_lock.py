"""What one program at a time can have; the system gives it back when that program dies, however it dies."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

_PAUSES = (0.02, 0.05, 0.1)
"""Seconds between tries: whoever only looks has it for a moment, and a system may take its time after a crash."""


class Claim:
    """A program's claim on whatever a lock file stands for; nothing is claimed before it is taken."""

    def __init__(self, file: Path) -> None:
        """``file`` is the lock file; it is made when the claim is taken, in a folder that is there."""
        self._file = file
        self._lock: int | None = None

    def take(self) -> bool:
        """Keep others away until this program lets go or ends; False when another has it. OSError for no such place."""
        if self._lock is None:
            self._lock = _soon_locked(self._file)
        return self._lock is not None

    def release(self) -> None:
        """Let another program take it."""
        if self._lock is not None:
            _let_go(self._lock)
            self._lock = None

    def is_taken(self) -> bool:
        """Whether some program has it now, this one included; a file that a crash left behind says nothing."""
        if self._lock is not None or not self._file.exists():
            return self._lock is not None
        try:
            lock = _locked(self._file)
        except OSError:
            return False
        if lock is not None:
            _let_go(lock)
        return lock is None


def _soon_locked(path: Path) -> int | None:
    for pause in _PAUSES:
        lock = _locked(path)
        if lock is not None:
            return lock
        time.sleep(pause)
    return _locked(path)


def _locked(path: Path) -> int | None:
    """An open file that this program alone has locked; None when another has."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with suppress(OSError):
        _lock(descriptor)
        return descriptor
    os.close(descriptor)
    return None


def _let_go(descriptor: int) -> None:
    # Windows unlocks what is closed at a time of its own choosing; whoever is next should not have to wait for that.
    if sys.platform == "win32":
        import msvcrt

        with suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    os.close(descriptor)


def _lock(descriptor: int) -> None:
    """Lock the open file at once, or raise OSError."""
    # Each of the two modules exists on its own systems only.
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
