"""One area of words: read from its TOML, and kept beside it as compiled code is, for parsing takes time."""

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path


def read_area(file: Path) -> Mapping[str, object]:
    """The words in this file; a copy is believed only as long as the file has neither its size nor its time changed."""
    mark, kept = _mark(file), file.parent / "__pycache__" / f"{file.stem}.words.json"
    found = _kept(kept, mark)
    if found is not None:
        return found
    # The parser is not loaded for words that have been read before.
    import tomllib

    words = tomllib.loads(file.read_text("utf-8"))
    if not sys.dont_write_bytecode:
        _keep(kept, json.dumps([mark, words], ensure_ascii=False))
    return words


def _mark(file: Path) -> list[int]:
    state = file.stat()
    return [state.st_size, state.st_mtime_ns]


def _kept(kept: Path, mark: list[int]) -> Mapping[str, object] | None:
    with contextlib.suppress(OSError, ValueError, RecursionError):
        told = json.loads(kept.read_bytes())
        if isinstance(told, list) and len(told) == 2 and told[0] == mark and isinstance(told[1], dict):
            return told[1]
    return None


def _keep(kept: Path, text: str) -> None:
    """Whole or not at all, whoever else starts at the same time; where nothing may be written, nothing is kept."""
    fresh = kept.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        fresh.write_text(text, "utf-8")
        fresh.replace(kept)
