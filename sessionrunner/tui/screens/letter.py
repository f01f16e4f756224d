"""The invitation: the day, the time and the place are asked for, then it is shown and copied."""

from collections.abc import Callable
from functools import partial

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.prepared import time_and_place
from sessionrunner.host import Host
from sessionrunner.locale import due_dates, heard
from sessionrunner.locale.invitation import Meeting, invitation
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.screens.leaflets import letter_leaflet
from sessionrunner.tui.widgets.readiness import Readiness


class Letter:
    """Asks over the screen it belongs to, and remembers through its checklist."""

    def __init__(self, screen: LeaderScreen, readiness: Readiness, host: Host) -> None:
        self._screen, self._readiness, self._host = screen, readiness, host
        self._words = screen.words

    def ask_day(self, then: Callable[[], None]) -> None:
        """Which day it is to be; ``then`` only once there is one."""
        held = self._readiness.prepared.held
        already = held.isoformat() if held else ""
        hear = partial(heard.day, self._words, self._host.today())
        ask = AskLine(self._words, self._words("prepare.ask-day"), already, take=self._say_day, hear=hear)
        self._screen.app.push_screen(ask, lambda text: then() if text else None)

    def send(self, exercise: Exercise) -> None:
        """Ask for what is not known yet, then show the letter."""
        if self._readiness.prepared.held is None:
            self.ask_day(lambda: self._ask_place(exercise))
        else:
            self._ask_place(exercise)

    def _say_day(self, text: str) -> str | None:
        try:
            held, time = due_dates.read_with_time(text, self._host.today())
        except ValueError:
            return self._words("line.no-such-day", said=text)
        self._readiness.say_day(held)
        if time:
            self._readiness.say_place(time, self._readiness.prepared.place)
        return None

    def _ask_place(self, exercise: Exercise) -> None:
        already = f"{self._readiness.prepared.time} {self._readiness.prepared.place}".strip()
        ask = AskLine(self._words, self._words("prepare.ask-place"), already, empty="")
        self._screen.app.push_screen(ask, lambda text: self._say_place(exercise, text))

    def _say_place(self, exercise: Exercise, text: str | None) -> None:
        if text is None:
            return
        self._readiness.say_place(*time_and_place(text))
        self._readiness.show()
        prepared = self._readiness.prepared
        meeting = Meeting(prepared.held, prepared.time, prepared.place, self._host.threshold)
        letter = invitation(self._words, exercise, meeting)
        self._screen.app.copy_to_clipboard(letter)
        self._screen.app.push_screen(letter_leaflet(self._words, exercise, letter))
