"""After a sleep, a stop or an outage: what became of the time is for the leader to say."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sessionrunner.core.commands import Passed
from sessionrunner.core.gap import Gap
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import minutes
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar


class GapQuestion(Overlay[Passed]):
    """Three answers, a digit each; there is no way round, for either clock may be the one that is right."""

    KEYS = (
        Key("gap-counted", "1", "answer('counted')", "1"),
        Key("gap-stood", "2", "answer('stood')", "2"),
        Key("gap-clock", "3", "answer('clock')", "3"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, gap: Gap) -> None:
        super().__init__(words)
        self._gap = gap

    def compose(self) -> ComposeResult:
        """What was noticed, the question, the answers in whole sentences."""
        found = "time.gap.slept" if self._gap.settable else "time.gap.stopped"
        with Vertical(classes="card"):
            yield Static(safe(self.words(found, minutes=minutes(self._gap.length, self.words))), classes="card-title")
            yield Static(safe(self.words("time.gap.ask")))
            for number, passed in enumerate(self._answers(), 1):
                yield Static(safe(f"  {number}  {self.words(f'time.gap.{passed.value}')}"))
            yield KeyBar(self.KEYS[: len(self._answers())], self.words)

    def _answers(self) -> tuple[Passed, ...]:
        """Two clocks that agree were not set."""
        return tuple(Passed) if self._gap.settable else (Passed.COUNTED, Passed.STOOD)

    def action_answer(self, answer: str) -> None:
        """Give the answer, if it is one that was offered."""
        if Passed(answer) in self._answers():
            self.dismiss(Passed(answer))
