"""A system that has only what Windows has, for the real program with lines.

``python -m tests.windows.system python -m sessionrunner ARGUMENTS...`` runs the program, or one of its twins, after
everything that Windows lacks has been taken away. What the libraries need of the real system has been loaded before.
"""

import asyncio
import builtins
import errno
import fcntl
import importlib
import io
import math
import os
import signal
import socket
import sys
import time
import webbrowser
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

from tests.windows.loop import WindowsLoop

_LIBRARIES = (
    "aiohttp", "cryptography.hazmat.primitives.hpke", "docx", "email.message", "importlib.resources", "lxml.etree",
    "markdown_it", "multiprocessing.context", "PIL.Image", "PIL.ImageFont", "platformdirs", "pyphen", "qrcode",
    "reportlab.pdfgen.canvas", "sqlite3", "ssl", "subprocess", "tempfile", "tomllib", "urllib.request", "uuid",
    "webbrowser", "yaml",
)  # fmt: skip
"""What looks at its system when it is loaded."""
_ABSENT = ("fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty")
_NOT_OF_OS = (
    "fork", "forkpty", "getuid", "geteuid", "getgid", "getpgid", "setsid", "killpg", "mkfifo", "chown", "uname",
    "statvfs", "pread", "pwrite", "sendfile", "O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "sysconf",
)  # fmt: skip
_NOT_OF_SIGNAL = ("SIGHUP", "SIGKILL", "SIGALRM", "SIGUSR1", "SIGUSR2", "SIGCHLD", "SIGWINCH", "SIGTSTP", "SIGPIPE")
_TICK = 1 / 64
"""Seconds between two values of the clock that counts."""
_LOCK, _UNLOCK = 2, 0
"""LK_NBLCK and LK_UNLCK."""


def become_windows() -> None:
    """From now on this process finds what it would find there."""
    for library in _LIBRARIES:
        importlib.import_module(library)
    webbrowser.register_standard_browsers()
    _put("sys.platform", "win32")
    _take_modules_away()
    _take_signals_away()
    asyncio.DefaultEventLoopPolicy._loop_factory = WindowsLoop  # type: ignore[attr-defined]
    _put("os.open", _open_no_folder(os.open))
    _put("time.monotonic", _ticking(time.monotonic))
    _put("shutil.which", lambda command, mode=0, path=None: None)
    _put("shutil._use_fd_functions", False)
    _put("shutil.disk_usage", lambda path: SimpleNamespace(free=2**33))
    for place in ("io.open", "builtins.open"):
        _put(place, _in_its_own_letters(io.open))
    # Sockets there have no such option as ours; this one does no harm.
    _put("socket.SO_EXCLUSIVEADDRUSE", socket.SO_KEEPALIVE)


def _put(place: str, what: object) -> None:
    owner, _, name = place.rpartition(".")
    setattr(sys.modules[owner], name, what)


def _take_modules_away() -> None:
    sys.modules["msvcrt"] = _locks()
    for absent in _ABSENT:
        sys.modules[absent] = None  # type: ignore[assignment]  # what Python itself puts for a module that is not there
    for name in _NOT_OF_OS:
        delattr(os, name)
    del socket.SO_REUSEPORT


def _take_signals_away() -> None:
    for name in _NOT_OF_SIGNAL:
        delattr(signal, name)


def _locks() -> ModuleType:
    """``msvcrt`` with its locks: for one handle, and refused at once."""
    lock, release, take = fcntl.flock, fcntl.LOCK_UN, fcntl.LOCK_EX | fcntl.LOCK_NB

    def locking(descriptor: int, mode: int, size: int) -> None:
        try:
            lock(descriptor, {_LOCK: take, _UNLOCK: release}[mode])
        except OSError as error:
            raise OSError(errno.EACCES, "Permission denied") from error

    module = ModuleType("msvcrt")
    module.__dict__.update(locking=locking, LK_NBLCK=_LOCK, LK_UNLCK=_UNLOCK)
    return module


def _open_no_folder(real: Callable[..., int]) -> Callable[..., int]:
    def open_file(path: Any, *more: Any, **how: Any) -> int:
        if os.path.isdir(path):  # noqa: PTH112 - whatever kind of path it is
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *more, **how)

    return open_file


def _ticking(real: Callable[[], float]) -> Callable[[], float]:
    return lambda: math.floor(real() / _TICK) * _TICK


def _in_its_own_letters(real: Callable[..., Any]) -> Callable[..., Any]:
    """Text that nobody has said the letters and line ends of has those of a Swedish Windows."""

    def open_text(
        file: Any, mode: str = "r", buffering: int = -1, encoding: Any = None, errors: Any = None,
        newline: Any = None, *more: Any, **how: Any,
    ) -> Any:  # fmt: skip
        if "b" not in mode:
            encoding = "cp1252" if encoding in (None, "locale") else encoding
            newline = "\r\n" if newline is None and set(mode) & set("wax+") else newline
        return real(file, mode, buffering, encoding, errors, newline, *more, **how)

    return open_text


def main(*command: str) -> int:
    """Be the program, or the twin that the command names."""
    become_windows()
    if "tests.faults.twins" in command:
        from tests.faults import twins

        return twins.main(*command[command.index("tests.faults.twins") + 1 :])
    from sessionrunner.cli import run

    return run(command[command.index("sessionrunner") + 1 :])


if __name__ == "__main__":
    from tests.windows import system  # what is put into other modules must belong to one with a name

    assert builtins.open is io.open
    sys.exit(system.main(*sys.argv[1:]))
