"""What does not work right now, calmly, with what to do about it."""

from textual.widgets import Static

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import one_line

_CHOSEN = "lessons.not-chosen"
"""Said when the people were asked for, and again at the end: not worth a line through the whole hour."""


def troubles(desk: Desk) -> list[SessionRunnerError]:
    """Everything that is wrong now, what can cost most first."""
    found = (
        desk.keeping.trouble,
        desk.runner.trouble,
        desk.audience.trouble,
        desk.answers.alarm(),
        desk.keeping.delivery().trouble,
    )
    return [trouble for trouble in found if trouble is not None and trouble.cause != _CHOSEN]


class TroubleLine(Static):
    """The gravest trouble with its remedy, or that the wall shows other rooms; takes no room when all is well."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="trouble")
        self._words = words
        self._told = ""

    def show(self, desk: Desk) -> None:
        """Look once more at what is wrong."""
        trouble = next(iter(troubles(desk)), None)
        if trouble is None and desk.room.rooms.on_wall():
            self._say(f"{self._words('gather.here-on')} {self._words('gather.stays')}")
        else:
            self.tell(trouble)

    def tell(self, trouble: SessionRunnerError | None) -> None:
        """Say this trouble and no other; None when all is well."""
        self._say(f"{self._words('tui.trouble')} {self._words.explain(trouble)}" if trouble else "")

    def _say(self, told: str) -> None:
        if told != self._told:
            self._told = told
            self.update(one_line(told))
            self.set_class(bool(told), "-shown")
