"""The group's own lengths for steps, once a leader has said yes to what earlier sessions have taught.

Kept on the laptop and not in the lessons folder, where nothing may ever be replaced: another leader of the same group
is offered the same lengths from the same files. Told apart by lessons folder, since a leader may have two groups.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sessionrunner.core.history import StepMinutes
from sessionrunner.storage.durable import replace_private
from sessionrunner.storage.plain_json import read_table

_LONGEST = 12 * 60


@dataclass(frozen=True, slots=True)
class OwnTimes:
    """A file with lengths by lessons folder and exercise."""

    file: Path

    def of(self, lessons: Path, exercise: str) -> tuple[StepMinutes, ...]:
        """The lengths in force; none when nothing has been accepted, or the file cannot be read."""
        steps = self._read().get(str(lessons), {}).get(exercise, {})
        return tuple(StepMinutes(step, minutes) for step, minutes in steps.items())

    def keep(self, lessons: Path, exercise: str, lengths: tuple[StepMinutes, ...]) -> None:
        """Use these lengths from now on, or the exercise's own when there are none; OSError when it cannot be noted."""
        known = self._read()
        group = {**known.get(str(lessons), {}), exercise: {one.step: one.minutes for one in lengths}}
        known[str(lessons)] = {name: steps for name, steps in group.items() if steps}
        replace_private(self.file, json.dumps(known, ensure_ascii=False, indent=1).encode())

    def _read(self) -> dict[str, dict[str, dict[str, int]]]:
        """Only what can be a length; anything else in the file is passed over."""
        found = read_table(self.file)
        return {group: {name: _lengths(steps) for name, steps in _table(known)} for group, known in found.items()}


def _table(found: object) -> list[tuple[str, object]]:
    return list(found.items()) if isinstance(found, Mapping) else []


def _lengths(found: object) -> dict[str, int]:
    return {step: minutes for step, minutes in _table(found) if isinstance(minutes, int) and 0 < minutes <= _LONGEST}
