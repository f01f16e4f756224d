"""Looks for names in files, in every way that Swedish letters are written."""

import json
from collections.abc import Iterable
from pathlib import Path


def names_under(folder: Path, names: Iterable[str]) -> set[str]:
    """Those of the names that stand in any file of a folder, as they are or without capitals."""
    content = b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())
    return {name for name in names if any(way in content for one in (name, name.casefold()) for way in _ways(one))}


def _ways(name: str) -> Iterable[bytes]:
    yield from (name.encode(encoding) for encoding in ("utf-8", "cp1252", "utf-16-le"))
    yield json.dumps(name)[1:-1].encode("ascii")
