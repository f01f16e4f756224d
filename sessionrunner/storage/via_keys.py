"""The leader's keys to servers that phones come through: readable for the leader's own account only."""

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from sessionrunner.storage.durable import replace_private
from sessionrunner.storage.plain_json import read_table


def read(path: Path) -> Mapping[str, str]:
    """Keys by the server's URL; none when the file is not there or cannot be understood."""
    return {str(url): str(key) for url, key in read_table(path).items()}


def keep(path: Path, url: str, key: str) -> None:
    """Remember this key for this server; a disk that refuses costs only the memory."""
    text = json.dumps({**read(path), url: key}, ensure_ascii=False, indent=2)
    with contextlib.suppress(OSError):
        replace_private(path, text.encode())
