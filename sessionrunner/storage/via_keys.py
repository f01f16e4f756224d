"""The leader's keys to servers that phones come through: readable for the leader's own account only."""

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from sessionrunner.storage.durable import create_private
from sessionrunner.storage.plain_json import read_json


def read(path: Path) -> Mapping[str, str]:
    """Keys by the server's URL; none when the file is not there or cannot be understood."""
    try:
        found = read_json(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(url): str(key) for url, key in found.items()} if isinstance(found, dict) else {}


def keep(path: Path, url: str, key: str) -> None:
    """Remember this key for this server; a disk that refuses costs only the memory."""
    text = json.dumps({**read(path), url: key}, ensure_ascii=False, indent=2)
    fresh = path.with_suffix(".new")
    with contextlib.suppress(OSError):
        fresh.unlink(missing_ok=True)
        create_private(fresh, text.encode())
        fresh.replace(path)
