"""How a day's break is doing, for other programs: an exercise has a folder that tells, a break has this file."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sessionrunner.storage.durable import remove, replace_private
from sessionrunner.storage.file_lock import Claim
from sessionrunner.storage.plain_json import read_json


@dataclass(frozen=True, slots=True)
class DayStatus:
    """The status of the break under way in one day."""

    folder: Path
    """Where the days are."""
    day: str
    more: Mapping[str, object]
    """What is said beside how the clock stands: programme and item."""

    @property
    def file(self) -> Path:
        """The file itself."""
        return self.folder / f".{self.day}.status"

    def write_status(self, status: Mapping[str, Any]) -> bool:
        """Replace the status as a whole; False when the disk did not take it."""
        try:
            replace_private(self.file, json.dumps({**status, **self.more}, ensure_ascii=False).encode())
        except OSError:
            return False
        return True

    def write_sketch(self, sketch: Mapping[str, Any]) -> bool:
        """Nothing is summed up in a break."""
        return True

    def remove(self) -> None:
        """The break is over."""
        with suppress(OSError):
            remove(self.file)


def read_status(folder: Path) -> dict[str, Any] | None:
    """The break that some program is in now; None when none is."""
    for file in sorted(folder.glob(".*.status")):
        with suppress(OSError, ValueError):
            if Claim(folder / f"{file.stem}.lock").is_taken():
                found = read_json(file.read_text("utf-8"))
                return found if isinstance(found, dict) else None
    return None
