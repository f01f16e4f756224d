"""The leader's own keywords for steps, apart from the exercises' files: an update of those keeps these."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sessionrunner.storage.durable import replace_private
from sessionrunner.storage.plain_json import read_table


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
        replace_private(self.file, json.dumps(known, ensure_ascii=False, indent=1).encode())

    def _read(self) -> dict[str, dict[str, str]]:
        """Only text; anything else in the file is passed over."""
        return {name: _texts(steps) for name, steps in read_table(self.file).items()}


def _texts(steps: object) -> dict[str, str]:
    return {step: text for step, text in steps.items() if isinstance(text, str)} if isinstance(steps, dict) else {}
