"""A session's own folder on this laptop: its journal, its box and how it is doing, until the record is safe."""

import json
import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import durable
from sessionrunner.storage.file_lock import Claim
from sessionrunner.storage.plain_json import read_table

_SESSION = re.compile(r"[0-9a-f]{8}")


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
    claim: Claim = field(init=False, repr=False, compare=False)
    """Which program leads the session; its own for as long as that lives."""

    def __post_init__(self) -> None:
        self.claim = Claim(self.path / ".lock")

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
        return _replaced(self.status, {"pid": os.getpid(), **status})

    def read_status(self) -> dict[str, Any] | None:
        """The latest status; None when there is none that can be read."""
        return read_table(self.status) or None

    def write_sketch(self, sketch: Mapping[str, Any]) -> bool:
        """Replace what is being typed as a whole; False when the disk did not take it. One thread at a time."""
        return _replaced(self.sketch, sketch)

    def read_sketch(self) -> dict[str, Any]:
        """What was being typed; empty when nothing was, or it cannot be read."""
        return read_table(self.sketch)

    def set_box_aside(self) -> None:
        """Keep a box that cannot be opened under another name, so that a new one can take its place; or OSError."""
        names = (self.path / f"{self.box.name}.unreadable-{number}" for number in count(1))
        if self.box.exists():
            durable.patiently(lambda: self.box.rename(next(name for name in names if not name.exists())))
            durable.sync_folder(self.path)

    def remove(self, *, unsaved: bool = False) -> None:
        """Delete everything, the box's key first; SessionUnsaved when told that the record is not safe yet."""
        # What seals a box is not loaded for folders that are only looked at.
        from sessionrunner.storage import box

        if unsaved:
            raise SessionUnsaved(folder=str(self.path))
        self.claim.release()
        box.destroy(self.box)
        try:
            durable.remove_tree(self.path)
        except OSError as error:
            raise SessionFolderFailed(folder=str(self.path)) from error

    def _last_active(self) -> int:
        """Nanoseconds of the latest sign of life."""
        return max(map(durable.last_changed, (self.path, self.journal, self.status)))


def _replaced(file: Path, content: Mapping[str, Any]) -> bool:
    with suppress(OSError, ValueError):
        durable.replace_private(file, json.dumps(content, ensure_ascii=False).encode())
        return True
    return False
