"""A day's surroundings in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sessionrunner.core.commands import Open
from sessionrunner.core.exercise import Exercise, Mode
from sessionrunner.core.programme import Part
from sessionrunner.core.programme_day import Day, Row
from sessionrunner.core.record import Identity
from sessionrunner.desk import Desk
from sessionrunner.ports import Delivery
from sessionrunner.runner import SessionRunner
from tests.core.rooms import a_step, an_exercise
from tests.fakes import FakeClock, MemoryArchive, MemoryBox, MemoryJournal


class FakeDay:
    """A day's surroundings in memory."""

    def __init__(self, exercises: Sequence[Exercise], clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.known: dict[str, Exercise] = {one.id: one for one in exercises}
        self.done: dict[str, date] = {}
        self.kept: list[Day] = []
        self.told: list[bool] = []

    def wall(self) -> datetime:
        """The clock's own."""
        return self.clock.wall()

    def open_part(self, day: Day, part: Part) -> Desk:
        """A session in memory."""
        assert part.exercise is not None
        return self._desk(day, part.exercise, "12345678")

    def open_break(self, day: Day, part: Part) -> Desk:
        """A session of one step."""
        return self._desk(day, replace(an_exercise(a_step("paus", 20, Mode.BREAK)), title=part.title), "")

    def _desk(self, day: Day, exercise: Exercise, session: str) -> Desk:
        runner = SessionRunner(exercise, self.clock, MemoryJournal())
        desk = Desk(runner, Identity(session, date(2026, 11, 21), "sv"), MemoryBox(), MemoryArchive())
        desk.handle(Open(day.people, 1))
        return desk

    def invite(self, desk: Desk) -> None:
        """Nobody comes."""

    def keep(self, day: Day) -> None:
        """In memory."""
        self.kept.append(day)

    def tell(self, day: Day, rows: tuple[Row, ...], over: bool) -> Delivery:
        """Only whether it was the last time."""
        self.told.append(over)
        return Delivery()
