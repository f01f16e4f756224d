"""The leader's keys to servers that phones come through: readable for the leader's own account only."""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path


def read(path: Path) -> Mapping[str, str]:
    """Keys by the server's URL; none when the file is not there or cannot be understood."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(url): str(key) for url, key in found.items()} if isinstance(found, dict) else {}


def keep(path: Path, url: str, key: str) -> None:
    """Remember this key for this server; a disk that refuses costs only the memory."""
    text = json.dumps({**read(path), url: key}, ensure_ascii=False, indent=2)
    fresh = path.with_suffix(".new")
    with contextlib.suppress(OSError):
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        fresh.replace(path)
