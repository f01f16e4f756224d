"""The day of an exercise, or of a programme, and what must be in place by then, ticked off and remembered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.prepared import Prepared
from sessionrunner.core.programme import Programme
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.locale.checklist import Listing, Task, late, long_day
from sessionrunner.tui.safe import joined, safe
from sessionrunner.tui.widgets.checklist import Checklist


class Readiness(Vertical):
    """Nothing here is demanded; what is said is kept for the next time."""

    def __init__(
        self,
        words: Catalogue,
        what: Exercise | Programme,
        listing: Listing,
        host: Host,
        tell: Callable[[SessionRunnerError], None],
    ) -> None:
        """``listing`` is what it asks for, remembered as that of ``what``."""
        super().__init__(id="checks")
        self._words, self._what, self._listing, self._tell = words, what, listing, tell
        self._kept, self._today = host.checklists, host.today
        self.prepared = self._kept.of(what)
        self._listed: list[Task] = []

    def compose(self) -> ComposeResult:
        """Heading, day, tasks."""
        asked = any(not task.key.startswith("check:") for task in self._listing(None))
        yield Static(self._words("tui.prepare.title" if asked else "tui.prepare.nothing"), classes="heading")
        yield Static(id="day-held")
        yield Checklist()

    def ask_for(self, listing: Listing) -> None:
        """Another reading of the exercise may ask for something else."""
        self._listing = listing
        self.show()

    def show(self) -> None:
        """What is asked for, with dates when the day is known."""
        self._listed = self._listing(self.prepared.held)
        self._draw_day()
        checklist = self.query_one(Checklist)
        checklist.show(self._listed, self.prepared.done)
        checklist.focus()

    def _draw_day(self) -> None:
        """The day, and whether it comes too soon for what is to be sent before it."""
        day = safe(self._day(), "$accent" if self.prepared.held else "$muted")
        behind = late(self._listed, self.prepared.done, self._today())
        told = safe(self._words("prepare.late", n=behind), "$soon")
        self.query_one("#day-held", Static).update(joined(day, told, between="\n") if behind else day)

    def tick(self) -> None:
        """Tick or untick, and step down to what is left."""
        self._keep(replace(self.prepared, done=self.query_one(Checklist).tick()))
        self._draw_day()

    def say_day(self, held: date | None) -> None:
        """The day it is to be held."""
        self._keep(replace(self.prepared, held=held))

    def say_place(self, time: str, place: str) -> None:
        """When on that day, and where."""
        self._keep(replace(self.prepared, time=time, place=place))

    def _day(self) -> str:
        held, told = self.prepared.held, f"{self.prepared.time} {self.prepared.place}".strip()
        if held is None:
            return self._words("prepare.no-day")
        at = self._words("prepare.at", told=told) if told else ""
        return self._words("prepare.held", day=long_day(self._words, held)) + at

    def _keep(self, prepared: Prepared) -> None:
        self.prepared = prepared
        try:
            self._kept.keep(self._what, prepared)
        except SessionRunnerError as error:
            self._tell(error)
