"""The line of the summary that is being written, kept while the leader looks elsewhere."""

from dataclasses import dataclass
from datetime import date

from sessionrunner.core.commands import PutLesson
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.desk import Desk
from sessionrunner.tui import due_dates


@dataclass(slots=True)
class Draft:
    """What stands in the fields, as it was typed."""

    kind: LessonKind = LessonKind.CONCLUSION
    text: str = ""
    owner: str = ""
    due: str = ""
    replaces: str | None = None
    """Id of the line that is being changed; None for a new one."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing that could be lost."""
        return not (self.text.strip() or self.owner.strip() or self.due.strip())

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

    def write(self, desk: Desk) -> None:
        """Make a row of it and start afresh; SessionRunnerError when it cannot be one, ValueError for a bad date."""
        if not self.empty:
            due = due_dates.read(self.due, desk.wall().date())
            self._put(desk, self.text.strip(), self.owner.strip(), due)
        self.clear()

    def _put(self, desk: Desk, text: str, owner: str, due: date | None) -> None:
        """A row that was only looked at is not put again: the room's yes to it still holds."""
        if self.replaces is None:
            desk.add_lesson(self.kind, text, owner, due)
            return
        changed = Lesson(self.replaces, self.kind, text, owner, due)
        if changed not in desk.session.lessons:
            desk.handle(PutLesson(changed))

    def clear(self) -> None:
        """Ready for the next line, of the same kind."""
        self.text = self.owner = self.due = ""
        self.replaces = None
