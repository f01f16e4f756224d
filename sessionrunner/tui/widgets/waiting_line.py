"""One line over the list, for as long as something interrupted can be taken up again."""

from textual.widgets import Static

from sessionrunner.tui.safe import one_line
from sessionrunner.tui.start import Waiting


class WaitingLine(Static):
    """Tells what was interrupted, and which key goes on with it; takes no room when nothing was."""

    def __init__(self) -> None:
        super().__init__(id="waiting")
        self.waiting: Waiting | None = None
        """What can be taken up; None until that is known."""

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self.display = False

    def show(self, waiting: Waiting) -> None:
        """Tell of this."""
        self.waiting, self.display = waiting, bool(waiting.id)
        self.update(one_line(waiting.line))
