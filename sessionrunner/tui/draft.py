"""The line of the summary that is being written, kept while the leader looks elsewhere."""

from dataclasses import dataclass, replace
from datetime import date

from sessionrunner.core.commands import PutLesson
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson, Sketch
from sessionrunner.desk import Desk
from sessionrunner.locale import due_dates


@dataclass(slots=True)
class Draft:
    """What stands in the fields, as it was typed."""

    kind: LessonKind = LessonKind.CONCLUSION
    text: str = ""
    owner: str = ""
    due: str = ""
    level: str = ""
    replaces: str | None = None
    """Id of the line that is being changed; None for a new one."""
    doubted: date | None = None
    """The day that the leader was asked about last, for having been."""
    named: bool = False
    """Whether the leader has been asked to write a role instead of somebody's name."""

    @classmethod
    def of(cls, sketch: Sketch) -> "Draft":
        """The line that was being typed when the program stopped."""
        return cls(sketch.kind, sketch.text, sketch.owner, sketch.due, sketch.level, sketch.replaces)

    @property
    def sketch(self) -> Sketch:
        """The line as the room sees it while it is typed."""
        return Sketch(self.kind, self.text, self.owner, self.due, self.level, self.replaces)

    @property
    def empty(self) -> bool:
        """Whether there is nothing that could be lost."""
        return self.sketch.empty

    def meant(self, today: date) -> date | None:
        """The day that is meant by what stands in the field; None when it is empty or cannot be understood."""
        try:
            return due_dates.read(self.due, today)
        except ValueError:
            return None

    def wrong_field(self, today: date) -> str:
        """Field that keeps this from being a line: ``text`` or ``due``; empty when it is one, or nothing is written."""
        if self.empty:
            return ""
        if not self.text.strip():
            return "text"
        try:
            due_dates.read(self.due, today)
        except ValueError:
            return "due"
        return ""

    def doubtful(self, desk: Desk) -> date | None:
        """A day that has already been, the first time it is asked about; None when there is nothing to ask."""
        today = desk.runner.wall().date()
        day, before = self.meant(today), self._before(desk)
        stood = before is not None and before.due == day
        if day is None or day >= today or stood or day == self.doubted:
            return None
        self.doubted = day
        return day

    def write(self, desk: Desk) -> None:
        """Make a row of it and start afresh; SessionRunnerError when it cannot be one, ValueError for a bad date."""
        if not self.empty:
            due = due_dates.read(self.due, desk.time.wall().date())
            line = Lesson(
                self.replaces or "", self.kind, self.text.strip(), self.owner.strip(), due, self.level.strip()
            )
            self._put(desk, line)
        self.clear()

    def _put(self, desk: Desk, line: Lesson) -> None:
        """A row that was only looked at is not put again: the room's yes to it still holds."""
        before = self._before(desk)
        if self.replaces is None:
            desk.add_lesson(line.kind, line.text, line.owner, line.due, line.level)
        elif before is None or replace(before, important=False) != line:
            desk.handle(PutLesson(line))

    def _before(self, desk: Desk) -> Lesson | None:
        """The row that is being changed, as it stands."""
        return next((one for one in desk.session.lessons if one.id == self.replaces), None)

    def clear(self) -> None:
        """Ready for the next line, of the same kind."""
        self.text = self.owner = self.due = self.level = ""
        self.replaces = self.doubted = None
        self.named = False
