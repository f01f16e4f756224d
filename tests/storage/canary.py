"""Looks for names in files, in every way that Swedish letters are written."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path


def contents(folder: Path) -> Iterator[bytes]:
    """What every file of a folder holds; a program that lives may replace some while they are looked for."""
    for file in sorted(folder.rglob("*")):
        with suppress(FileNotFoundError):
            if file.is_file():
                yield file.read_bytes()


def names_under(folder: Path, names: Iterable[str]) -> set[str]:
    """Those of the names that stand in any file of a folder, as they are or without capitals."""
    content = b"".join(contents(folder))
    return {name for name in names if any(way in content for one in (name, name.casefold()) for way in _ways(one))}


def _ways(name: str) -> Iterable[bytes]:
    yield from (name.encode(encoding) for encoding in ("utf-8", "cp1252", "utf-16-le"))
    yield json.dumps(name)[1:-1].encode("ascii")
