"""What the room talks about while it decides: its answers, and the notes of the step."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from sessionrunner.core.lesson import Collected
from sessionrunner.locale import Catalogue
from sessionrunner.tui.widgets.answers import answer_text
from sessionrunner.tui.widgets.script import Script


class Material(VerticalScroll, can_focus=False):
    """Opened answers stand before the notes: now they are what it is about."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="material")
        self._words = words

    def compose(self) -> ComposeResult:
        """Answers, notes, and that there are no answers."""
        yield Static(id="material-answers")
        yield Script(self._words)
        yield Static(self._words("tui.summary.no-answers"), id="no-answers", classes="muted")

    def show_answers(self, collected: Sequence[Collected]) -> None:
        """Put these before the notes, or say that there are none."""
        answers = self.query_one("#material-answers", Static)
        answers.update(answer_text(self._words, collected))
        answers.display = bool(collected)
        self.query_one("#no-answers").display = not collected
