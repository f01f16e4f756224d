"""Looks at the clock beside the commands."""

import threading
from collections.abc import Callable

from sessionrunner.core.exercise import Step
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.plain.lines import lap_line

_TICK = 0.25
"""Seconds between looks at the clock; fine enough that a warning comes when it is due."""


class Watch:
    """Tells what nobody asked about: time, rounds, answers, trouble."""

    def __init__(self, desk: Desk, words: Catalogue, say: Callable[[str], None]) -> None:
        self._desk = desk
        self._words = words
        self._say = say
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="plain-watch", daemon=True)
        self._step: Step | None = None
        self._told: dict[str, object] = {}

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def is_new(self, step: Step | None) -> bool:
        """Whether another step is under way than the last time this was asked."""
        new, self._step = step != self._step, step
        return new

    def _watch(self) -> None:
        while not self._stop.wait(_TICK):
            for line in self.news():
                self._say(line)

    def news(self) -> list[str]:
        """What has changed since the last look, as lines."""
        session, view = self._desk.session, self._desk.public()
        lap = view.lap and (view.lap.number, view.lap.part)
        trouble = self._desk.runner.trouble or self._desk.save_trouble
        now = {"pace": (view.number, view.pace), "lap": (view.number, lap), "answers": self._desk.answered()}
        now |= {"trouble": trouble and trouble.cause}
        changed = {name for name, value in now.items() if self._told.get(name, value) != value}
        self._told = now
        lines = [self._words(f"plain.pace.{view.pace.value}")] if "pace" in changed and session.step else []
        if "lap" in changed and view.lap:
            lines.append(lap_line(view.lap, self._words))
        if "answers" in changed:
            lines.append(self._words("plain.answers", n=self._desk.answered(), people=view.people))
        return lines + ([self._words.explain(trouble)] if trouble and "trouble" in changed else [])
