"""Answers that seem to carry personal data, and what the leader lets become of them unread."""

from collections.abc import Mapping

from sessionrunner.core.opening import latest_wave
from sessionrunner.core.reflections import without_personal
from sessionrunner.door import Door
from sessionrunner.ports import Box
from sessionrunner.runner import SessionRunner


class HeldBack:
    """The answers that wait in the box until the leader has decided about them."""

    def __init__(self, runner: SessionRunner, box: Box, door: Door) -> None:
        self._runner = runner
        self._box = box
        self._door = door

    def counts(self) -> Mapping[str, int]:
        """How many wait, by step id; steps where none do are left out."""
        return {step: count for step, count in self._box.held().items() if count}

    def redact(self, step: str) -> None:
        """Take a step's answers in without what seems to be personal data; the original is gone then."""
        with self._door.shut():
            wave = latest_wave(self._runner.session, step)
            self._box.settle(step, lambda held: without_personal(held, wave))

    def leave_out(self, step: str) -> None:
        """Delete a step's answers."""
        with self._door.shut():
            self._box.settle(step, lambda _: None)
