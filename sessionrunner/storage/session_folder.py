"""A session's own folder on this laptop: its journal, its box and how it is doing, until the record is safe."""

import json
import os
import re
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import durable
from sessionrunner.storage.file_lock import locked
from sessionrunner.storage.plain_json import read_json

_SESSION = re.compile(r"[0-9a-f]{8}")
_LOCK = ".lock"


class SessionFolderFailed(SessionRunnerError):
    """The session's folder could not be made or removed."""

    cause = "storage.session-folder"


class SessionUnsaved(SessionRunnerError):
    """The session's record has not reached a safe place, so its folder stays."""

    cause = "storage.session-unsaved"


@dataclass(slots=True)
class SessionFolder:
    """One session's folder under the folder of all sessions."""

    root: Path
    """Where all sessions' folders are: ``<state>/sessions``."""
    session: str
    """Eight random hex digits."""
    _lock: int | None = field(default=None, repr=False, compare=False)

    @classmethod
    def create(cls, root: Path) -> "SessionFolder":
        """A folder for a new session, for this user only; SessionFolderFailed when the disk does not allow it."""
        folder = cls(root, secrets.token_hex(4))
        try:
            durable.make_private_folder(root)
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

    @property
    def sketch(self) -> Path:
        """The file that keeps the line of the summary that is being typed."""
        return self.path / "sketch.json"

    def write_status(self, status: Mapping[str, Any]) -> bool:
        """Replace the status as a whole, with this program's process id; False when the disk did not take it.

        ``elapsed`` in it, seconds of session time, is where a resumed session goes on. One thread at a time.
        """
        return _replace(self.status, {"pid": os.getpid(), **status})

    def read_status(self) -> dict[str, Any] | None:
        """The latest status; None when there is none that can be read."""
        try:
            status = read_json(self.status.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return status if isinstance(status, dict) else None

    def write_sketch(self, sketch: Mapping[str, Any]) -> bool:
        """Replace what is being typed as a whole; False when the disk did not take it. One thread at a time."""
        return _replace(self.sketch, sketch)

    def read_sketch(self) -> dict[str, Any]:
        """What was being typed; empty when nothing was, or it cannot be read."""
        try:
            sketch = read_json(self.sketch.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return sketch if isinstance(sketch, dict) else {}

    def set_box_aside(self) -> None:
        """Keep a box that cannot be opened under another name, so that a new one can take its place; or OSError."""
        names = (self.path / f"{self.box.name}.unreadable-{number}" for number in count(1))
        if self.box.exists():
            self.box.rename(next(name for name in names if not name.exists()))
            durable.sync_folder(self.path)

    def hold(self) -> bool:
        """Keep the session to this program until it ends, however it ends; False when another program has it."""
        if self._lock is None:
            self._lock = locked(self.path / _LOCK)
        return self._lock is not None

    def release(self) -> None:
        """Let another program take the session up."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def is_running(self) -> bool:
        """Whether some program has the session now."""
        if self._lock is not None:
            return True
        try:
            lock = locked(self.path / _LOCK) if self.path.is_dir() else None
        except OSError:
            return False
        if lock is not None:
            os.close(lock)
        return lock is None and self.path.is_dir()

    def remove(self, *, unsaved: bool = False) -> None:
        """Delete everything, the box's key first; SessionUnsaved when told that the record is not safe yet."""
        # What seals a box is not loaded for folders that are only looked at.
        from sessionrunner.storage import box

        if unsaved:
            raise SessionUnsaved(folder=str(self.path))
        self.release()
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


def _replace(file: Path, content: Mapping[str, Any]) -> bool:
    """Put new content in a file's place as a whole, so that a power cut leaves the old or the new; whether it did."""
    fresh, first = file.with_suffix(".new"), not file.exists()
    with suppress(OSError, ValueError):
        with open(fresh, "wb", buffering=0, opener=durable.private) as stream:
            durable.write_all(stream.fileno(), json.dumps(content, ensure_ascii=False).encode())
            durable.sync(stream.fileno())
        fresh.replace(file)
        if first:
            durable.sync_folder(file.parent)
        return True
    return False
