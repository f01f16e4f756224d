"""One room among several of a day: it lays its sheet, hears of the others', and knows what its wall shows of them."""

import contextlib
import threading
from collections.abc import Callable, Mapping

from sessionrunner.core.joint import Sheet
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.via.gathering import Direction, Meeting
from sessionrunner.via.hall import HallAway, HallRefuses

_LOOK = 2.0
"""Seconds between looks at what this room has come to, and at what the walls are to show."""


class Together:
    """``ports.Rooms`` with a thread of its own, which begins and ends with the line to the server."""

    joined = True

    def __init__(self, meeting: Meeting, desk: Desk, name: str) -> None:
        """``name`` is what the others see the room as."""
        self.changed: Callable[[], None] = lambda: None
        """Called, in whatever thread it happens, when this room's wall has something else to show."""
        self.trouble: SessionRunnerError | None = None
        """Why the server will not have this room among the others."""
        self._meeting, self._desk, self._name = meeting, desk, name
        self._sheets: tuple[Sheet, ...] = ()
        self._direction = Direction()
        self._own: bool | None = None
        """What this room's leader wants on her wall; None for what the day's leader wants."""
        self._laid: Mapping[str, object] = {}
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="together", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Lay the last sheet, if that can be done, and end."""
        self._ending.set()
        if self._thread.is_alive():
            self._thread.join()
        with contextlib.suppress(SessionRunnerError):
            self._lay()

    def sheets(self) -> tuple[Sheet, ...]:
        """What each room has come to, as last heard."""
        return self._sheets

    def on_wall(self) -> bool:
        """What this room's leader has said last; when the day's leader says something new, that."""
        return self._direction.shown if self._own is None else self._own

    def on_all_walls(self) -> bool:
        """What the day's leader has said last."""
        return self._direction.shown

    def look(self) -> None:
        """Hear what the rooms have come to, this one included."""
        self._lay()
        self._sheets = self._meeting.sheets()

    def show(self, on: bool) -> None:
        """Only here."""
        if on:
            self.look()
        self._own = on
        self.changed()

    def show_all(self, on: bool) -> None:
        """On every wall; HallRefuses for whoever has not made the code."""
        self._meeting.direct(on)
        self._follow()
        self.changed()

    def sheet(self) -> Mapping[str, object]:
        """What the room's own wall shows of the same: headings with numbers, and decisions; nothing somebody wrote."""
        cases, lessons = self._desk.session.exercise.touches_cases, self._desk.session.lessons
        piles = () if cases else self._desk.sorting.piles()
        headings = [[pile.name, pile.texts] for pile in piles]
        return {"room": self._name, "headings": headings, "decisions": [lesson.text for lesson in lessons]}

    def _run(self) -> None:
        while not self._ending.wait(_LOOK):
            before = (self._sheets, self.on_wall(), self.trouble is None)
            self.trouble = self._keep_up()
            if (self._sheets, self.on_wall(), self.trouble is None) != before:
                self.changed()

    def _keep_up(self) -> SessionRunnerError | None:
        """Tried again at the next look; the wall stays as it is. That the server is away is told by the line to it."""
        try:
            self._lay()
            self._follow()
        except HallAway:
            return self.trouble
        except HallRefuses as refusal:
            return refusal
        return None

    def _follow(self) -> None:
        """The day's leader has the last word each time; the sheets are fetched before they are shown."""
        direction = self._meeting.direction()
        fresh = direction.turn != self._direction.turn
        if direction.shown if fresh else self.on_wall():
            self._sheets = self._meeting.sheets()
        if fresh:
            self._direction, self._own = direction, None

    def _lay(self) -> None:
        sheet = self.sheet()
        if sheet == self._laid or not (sheet["headings"] or sheet["decisions"] or self._laid):
            return
        self._meeting.lay(self._desk.identity.session + "--", sheet)
        self._laid = sheet
