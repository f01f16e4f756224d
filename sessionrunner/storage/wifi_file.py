"""The room's Wi-Fi between sessions: readable for the leader's own account only."""

import contextlib
import json
import os
from pathlib import Path

from sessionrunner.core.network.wifi import Wifi
from sessionrunner.storage.plain_json import read_json


def read(path: Path, name: str) -> Wifi:
    """What was kept, if ``name`` is the same network or not known; else only the name."""
    try:
        found = read_json(path.read_text("utf-8"))
        kept = Wifi(str(found["name"]), str(found["password"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Wifi(name)
    return kept if name in ("", kept.name) else Wifi(name)


def write(path: Path, wifi: Wifi) -> None:
    """Keep it in place of what was kept; a disk that refuses costs only the memory."""
    text = json.dumps({"name": wifi.name, "password": wifi.password}, ensure_ascii=False)
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
