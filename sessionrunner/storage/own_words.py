"""The leader's own keywords for steps, apart from the exercises' files: an update of those keeps these."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.keywords import Keywords
from sessionrunner.storage.durable import replace_private
from sessionrunner.storage.plain_json import read_table


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A file with keywords by exercise and step."""

    file: Path

    def of(self, exercise: str) -> Mapping[str, str]:
        """The keywords by step; none when nothing has been written, or the file cannot be read."""
        return self._read().get(exercise, {})

    def every(self) -> Keywords:
        """All that has been written."""
        return self._read()

    def keep(self, exercise: str, step: str, text: str) -> None:
        """Keep these keywords for the step, or none when the text is empty; OSError when they cannot be kept."""
        known = self._read()
        steps = {**known.get(exercise, {}), step: text}
        self.put({**known, exercise: {name: kept for name, kept in steps.items() if kept}})

    def put(self, known: Keywords) -> None:
        """Keep these in place of all that has been written; OSError when they cannot be kept."""
        told = {name: dict(steps) for name, steps in known.items()}
        replace_private(self.file, json.dumps(told, ensure_ascii=False, indent=1).encode())

    def _read(self) -> dict[str, dict[str, str]]:
        """Only text; anything else in the file is passed over."""
        return {name: _texts(steps) for name, steps in read_table(self.file).items()}


def shelf(exercise: Exercise) -> str:
    """What keywords for a whole package are kept under; no exercise can be called so."""
    return f"package {exercise.package}"


def _texts(steps: object) -> dict[str, str]:
    return {step: text for step, text in steps.items() if isinstance(text, str)} if isinstance(steps, dict) else {}
