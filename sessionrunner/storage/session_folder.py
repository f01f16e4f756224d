"""A session's own folder on this laptop: its journal, its box and how it is doing, until the record is safe."""

import json
import os
import re
import secrets
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import box, durable

_SESSION = re.compile(r"[0-9a-f]{8}")


class SessionFolderFailed(SessionRunnerError):
    """The session's folder could not be made or removed."""

    cause = "storage.session-folder"


class SessionUnsaved(SessionRunnerError):
    """The session's record has not reached a safe place, so its folder stays."""

    cause = "storage.session-unsaved"


@dataclass(frozen=True, slots=True)
class SessionFolder:
    """One session's folder under the folder of all sessions."""

    root: Path
    """Where all sessions' folders are: ``<state>/sessions``."""
    session: str
    """Eight random hex digits."""

    @classmethod
    def create(cls, root: Path) -> "SessionFolder":
        """A folder for a new session, for this user only; SessionFolderFailed when the disk does not allow it."""
        folder = cls(root, secrets.token_hex(4))
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.path.mkdir(mode=0o700)
        except OSError as error:
            raise SessionFolderFailed(folder=str(folder.path)) from error
        durable.sync_folder(root)
        return folder

    @classmethod
    def find_all(cls, root: Path) -> "list[SessionFolder]":
        """Every session there is a folder for, the one that was active last first."""
        names = [entry.name for entry in root.iterdir() if entry.is_dir()] if root.is_dir() else []
        found = [cls(root, name) for name in names if _SESSION.fullmatch(name)]
        return sorted(found, key=SessionFolder._last_active, reverse=True)

    @property
    def path(self) -> Path:
        """The folder itself."""
        return self.root / self.session

    @property
    def journal(self) -> Path:
        """The journal's file."""
        return self.path / "journal.jsonl"

    @property
    def box(self) -> Path:
        """The box's folder."""
        return self.path / "box"

    @property
    def status(self) -> Path:
        """The file that tells other programs how the session is doing."""
        return self.path / "status.json"

    def write_status(self, status: Mapping[str, Any]) -> bool:
        """Replace the status as a whole, with this program's process id; False when the disk did not take it.

        ``elapsed`` in it, seconds of session time, is where a resumed session goes on. One thread at a time.
        """
        fresh = self.status.with_suffix(".new")
        try:
            fresh.write_text(json.dumps({"pid": os.getpid(), **status}, ensure_ascii=False), "utf-8")
            fresh.replace(self.status)
        except OSError:
            return False
        return True

    def read_status(self) -> dict[str, Any] | None:
        """The latest status; None when there is none that can be read."""
        try:
            status = json.loads(self.status.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return status if isinstance(status, dict) else None

    def is_running(self) -> bool:
        """Whether the program that wrote the status is still there."""
        pid = (self.read_status() or {}).get("pid")
        return isinstance(pid, int) and pid > 0 and _alive(pid)

    def remove(self, *, unsaved: bool = False) -> None:
        """Delete everything, the box's key first; SessionUnsaved when told that the record is not safe yet."""
        if unsaved:
            raise SessionUnsaved(folder=str(self.path))
        box.destroy(self.box)
        try:
            if self.path.exists():
                shutil.rmtree(self.path)
        except OSError as error:
            raise SessionFolderFailed(folder=str(self.path)) from error

    def _last_active(self) -> int:
        """Nanoseconds of the latest sign of life."""
        files = [file for file in (self.path, self.journal, self.status) if file.exists()]
        return max((file.stat().st_mtime_ns for file in files), default=0)


def _alive(pid: int) -> bool:
    if sys.platform == "win32":
        return _alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


if sys.platform == "win32":

    def _alive_on_windows(pid: int) -> bool:
        import ctypes  # os.kill would end the process there

        query, still_active = 0x1000, 259
        kernel = ctypes.windll.kernel32
        process = kernel.OpenProcess(query, False, pid)
        if not process:
            return False
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(process, ctypes.byref(code))
        kernel.CloseHandle(process)
        return not known or code.value == still_active
