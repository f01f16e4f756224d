"""The leader's own keywords for steps, apart from the exercises' files: an update of those keeps these."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sessionrunner.storage.durable import create_private
from sessionrunner.storage.plain_json import read_json


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A file with keywords by exercise and step."""

    file: Path

    def of(self, exercise: str) -> Mapping[str, str]:
        """The keywords by step; none when nothing has been written, or the file cannot be read."""
        return self._read().get(exercise, {})

    def keep(self, exercise: str, step: str, text: str) -> None:
        """Keep these keywords for the step, or none when the text is empty; OSError when they cannot be kept."""
        known = self._read()
        steps = {**known.get(exercise, {}), step: text}
        known[exercise] = {name: kept for name, kept in steps.items() if kept}
        fresh = self.file.with_suffix(".new")
        with suppress(FileNotFoundError):
            fresh.unlink()
        create_private(fresh, json.dumps(known, ensure_ascii=False, indent=1).encode())
        fresh.replace(self.file)

    def _read(self) -> dict[str, dict[str, str]]:
        """Only text; anything else in the file is passed over."""
        try:
            found = read_json(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {name: _texts(steps) for name, steps in found.items()} if isinstance(found, dict) else {}


def _texts(steps: object) -> dict[str, str]:
    return {step: text for step, text in steps.items() if isinstance(text, str)} if isinstance(steps, dict) else {}
