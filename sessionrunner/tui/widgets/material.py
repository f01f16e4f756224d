"""What the room talks about while it decides: its answers."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from sessionrunner.core.lesson import Collected
from sessionrunner.locale import Catalogue
from sessionrunner.tui.widgets.answers import answer_text

_COUNT = 1.0
"""Seconds between counts: the last answers come in while the summary has begun."""


class Material(VerticalScroll, can_focus=False):
    """The opened answers, or that some wait to be opened."""

    def __init__(self, words: Catalogue, waiting: Callable[[], int], changed: Callable[[int], None]) -> None:
        """``waiting`` tells how many answers can be opened and have not been, ``changed`` is told when that changes."""
        super().__init__(id="material")
        self._words = words
        self._waiting, self._changed = waiting, changed
        self._told = -1

    def compose(self) -> ComposeResult:
        """What waits, answers, and that there are none."""
        yield Static(id="waiting-answers")
        yield Static(id="material-answers")
        yield Static(self._words("tui.summary.no-answers"), id="no-answers", classes="muted")

    def on_mount(self) -> None:
        """Count now and then."""
        self.count()
        self.set_interval(_COUNT, self.count)

    def count(self) -> None:
        """Say how many answers wait, and by which key they are opened."""
        waiting = self._waiting()
        if waiting == self._told:
            return
        self._told = waiting
        told = self.query_one("#waiting-answers", Static)
        told.update(self._words("tui.summary.waiting", n=waiting) if waiting else "")
        told.display = bool(waiting)
        self.set_class(bool(waiting), "-waiting")
        self._changed(waiting)

    def show_answers(self, collected: Sequence[Collected]) -> None:
        """Show these, or say that there are none."""
        answers = self.query_one("#material-answers", Static)
        answers.update(answer_text(self._words, collected))
        answers.display = bool(collected)
        self.query_one("#no-answers").display = not collected
        self.count()
