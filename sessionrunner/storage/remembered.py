"""What files held when they were last read, so that a library of eighty need not be read anew at every start."""

import contextlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from sessionrunner import __version__
from sessionrunner.storage.durable import write_private
from sessionrunner.storage.plain_values import shape, sparse, typed

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """Values read from files, kept in one file of our own; believed only about files that have not changed since.

    The files are always right: whatever is missing, old, damaged or from another version is read anew.
    """

    def __init__(self, kept: Path | None, kind: type[Value], read: Callable[[Path], Value]) -> None:
        """``kept`` is where the values are remembered, None for nowhere; ``read`` reads a file that is not known."""
        self._kept, self._kind, self._read = kept, kind, read
        self._known = _entries(kept, self._stamp()) if kept else {}
        self._news: dict[str, tuple[list[int], Value]] = {}
        self._used: dict[str, Any] = {}

    def value(self, file: Path) -> Value:
        """What the file holds, read or remembered; whatever ``read`` raises."""
        name, mark = str(file), _mark(file)
        entry = self._known.get(name)
        if mark is not None and entry is not None and entry[:2] == mark:
            with contextlib.suppress(AttributeError, KeyError, TypeError, ValueError):
                found: Value = typed(self._kind, entry[2])
                self._used[name] = entry
                return found
        value = self._read(file)
        if mark is not None:
            self._news[name] = (mark, value)
        return value

    def keep(self) -> None:
        """Remember what was read; a disk that refuses costs only the memory."""
        if self._kept is None or (not self._news and self._used.keys() == self._known.keys()):
            return
        read = {name: [*mark, sparse(value)] for name, (mark, value) in self._news.items()}
        told = json.dumps(
            {"stamp": self._stamp(), "files": {**self._used, **read}}, ensure_ascii=False, separators=(",", ":")
        )
        fresh = self._kept.with_suffix(".new")
        # A name that is no text cannot be kept, nor can what it is the name of.
        with contextlib.suppress(OSError, UnicodeEncodeError):
            content = told.encode()
            self._kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_private(fresh, content)
            fresh.replace(self._kept)

    def _stamp(self) -> str:
        return f"{__version__} {shape(self._kind)}"


def remembered_all(known: "Remembered[Value]", files: Iterable[Path]) -> list[Value]:
    """What all these files hold, remembered for the next time."""
    values = [known.value(file) for file in files]
    known.keep()
    return values


def _entries(kept: Path, stamp: str) -> Mapping[str, Any]:
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        told = json.loads(kept.read_text("utf-8"))
        if told["stamp"] == stamp:
            return {name: entry for name, entry in told["files"].items() if isinstance(entry, list) and len(entry) == 3}
    return {}


def _mark(file: Path) -> list[int] | None:
    """Size and time of the latest change: what tells one state of a file from another."""
    try:
        state = file.stat()
    except OSError:
        return None
    return [state.st_size, state.st_mtime_ns]
