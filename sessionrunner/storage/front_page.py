"""A page of the library as it looked, believed only while nothing that it was made of has changed."""

import contextlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from sessionrunner import __version__


class KeptPage:
    """One page of plain values, kept in one file of our own."""

    def __init__(self, kept: Path, made_of: Callable[[], Iterable[Path]]) -> None:
        """``made_of`` lists every file that has a part in what the page looks like."""
        self._kept, self._made_of = kept, made_of
        self._marks: object = None
        """The files as they were before anything was read from them."""

    def page(self) -> object:
        """The page, or None."""
        self._marks = [__version__, *([str(file), *_mark(file)] for file in self._made_of())]
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            told = json.loads(self._kept.read_bytes())
            if told["made of"] == self._marks:
                found: object = told["page"]
                return found
        return None

    def keep(self, page: object) -> None:
        """Keep it; a disk that refuses costs only the memory."""
        fresh = self._kept.with_suffix(".new")
        # A name that is no text cannot be kept, nor can what it is the name of.
        with contextlib.suppress(OSError, UnicodeEncodeError):
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps({"made of": self._marks, "page": page}, ensure_ascii=False), "utf-8")
            fresh.replace(self._kept)


def _mark(file: Path) -> list[int]:
    with contextlib.suppress(OSError):
        state = file.stat()
        return [state.st_size, state.st_mtime_ns]
    return []
