"""The room's Wi-Fi between sessions: readable for the leader's own account only."""

import contextlib
import json
from pathlib import Path

from sessionrunner.core.network.wifi import Wifi
from sessionrunner.storage.durable import replace_private
from sessionrunner.storage.plain_json import read_table


def read(path: Path, name: str) -> Wifi:
    """What was kept, if ``name`` is the same network or not known; else only the name."""
    found = read_table(path)
    if not {"name", "password"} <= found.keys():
        return Wifi(name)
    kept = Wifi(str(found["name"]), str(found["password"]))
    return kept if name in ("", kept.name) else Wifi(name)


def write(path: Path, wifi: Wifi) -> None:
    """Keep it in place of what was kept; a disk that refuses costs only the memory."""
    text = json.dumps({"name": wifi.name, "password": wifi.password}, ensure_ascii=False)
    with contextlib.suppress(OSError):
        replace_private(path, text.encode())
