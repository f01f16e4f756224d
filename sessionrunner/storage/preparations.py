"""What has been prepared for the next time an exercise is held: the day, and what has been ticked off."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sessionrunner.core.prepared import NOTHING_PREPARED, Prepared
from sessionrunner.storage.durable import replace_private
from sessionrunner.storage.plain_json import read_table


@dataclass(frozen=True, slots=True)
class Preparations:
    """A file by exercise; a day that has passed begins a new list."""

    file: Path

    def of(self, exercise: str, today: date) -> Prepared:
        """What has been prepared; nothing when the day has passed, or the file cannot be read."""
        found = _prepared(read_table(self.file).get(exercise))
        return NOTHING_PREPARED if found.held is not None and found.held < today else found

    def keep(self, exercise: str, prepared: Prepared) -> None:
        """Remember it; OSError when it cannot be written."""
        held = prepared.held.isoformat() if prepared.held else None
        told = {"held": held, "done": sorted(prepared.done), "time": prepared.time, "place": prepared.place}
        known = {**read_table(self.file), exercise: told}
        replace_private(self.file, json.dumps(known, ensure_ascii=False, indent=1).encode())


def _prepared(found: object) -> Prepared:
    """Only what can be understood."""
    if not isinstance(found, Mapping):
        return NOTHING_PREPARED
    held, done = found.get("held"), found.get("done")
    ticked = frozenset(one for one in done if isinstance(one, str)) if isinstance(done, list) else frozenset()
    time, place = (one if isinstance(one, str) else "" for one in (found.get("time"), found.get("place")))
    day = None
    with suppress(TypeError, ValueError):
        day = date.fromisoformat(held) if held else None
    return Prepared(day, ticked, time, place)
