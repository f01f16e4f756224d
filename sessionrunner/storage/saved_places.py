"""Finds a session's file, and puts copies beside it without ever writing over anything."""

import re
from itertools import count
from pathlib import Path

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage.durable import sync, sync_folder, write_all
from sessionrunner.storage.folder_name import numbered
from sessionrunner.storage.lesson_file import FILE

_FOLDER = re.compile(r"\d{4}-\d\d-\d\d .*")


class NoSavedSession(SessionRunnerError):
    """No saved session by that name, or none at all."""

    cause = "export.no-session"


class CopyNotWritten(SessionRunnerError):
    """The copy could not be written where it should go."""

    cause = "export.not-written"


def find(wanted: str, folders: list[Path]) -> Path:
    """The file of a session named by its path, its folder or its id; the latest when nothing is named."""
    named = Path(wanted).expanduser()
    if wanted and named.is_file():
        return named
    if wanted and (named / FILE).is_file():
        return named / FILE
    found = [path for folder in folders for path in _sessions(folder) if path.parent.name.endswith(wanted)]
    if not found or "/" in wanted:
        raise NoSavedSession(session=wanted)
    return max(found, key=lambda path: path.parent.name[:10])


def _sessions(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    own = [path for path in folder.iterdir() if _FOLDER.fullmatch(path.name)]
    return sorted(path / FILE for path in own if (path / FILE).is_file())


def put_beside(folder: Path, name: str, content: bytes) -> Path:
    """Write the content under the first name that is free, or find it there already; CopyNotWritten when it fails."""
    for number in count(1):
        target = folder / numbered(name, number)
        try:
            if target.exists() and target.read_bytes() == content:
                return target
            with target.open("xb", buffering=0) as file:
                write_all(file.fileno(), content)
                sync(file.fileno())
            sync_folder(folder)
        except FileExistsError:
            continue
        except OSError as error:
            raise CopyNotWritten(file=str(target), reason=error.strerror or str(error)) from error
        return target
    raise AssertionError  # names never run out
