"""Typing in what people wrote on paper: a line, Enter, the next slip."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from sessionrunner.core.exercise import Question, QuestionKind, Step
from sessionrunner.core.reflections import LONGEST, Rejection, only_personal
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.slip import Slip
from sessionrunner.tui.widgets.key_bar import KeyBar


class PaperScreen(Overlay[None]):
    """Takes slip after slip; what was typed is not seen again."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("slip-next", "", "screen.enter", "enter"),
        Key("slip-done", "escape", "finish", "escape"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk, step: Step) -> None:
        super().__init__(words)
        self._desk = desk
        self._slip = Slip(step)
        self._taken = 0

    def compose(self) -> ComposeResult:
        """How many there are, what is asked, the field, what is wrong, the keys."""
        with Vertical(classes="line"):
            yield Static(id="slip-title", classes="card-title")
            yield Static(id="slip-ask")
            yield Input(max_length=LONGEST, select_on_focus=False)
            yield Static(id="slip-wrong")
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Ask for the first answer of the first slip."""
        self._ask()

    @on(Input.Submitted)
    def action_enter(self) -> None:
        """Go on to the next question; after the last one the slip is handed in."""
        self._slip.write(self.query_one(Input).value)
        if self._slip.whole:
            self._hand_in()
        else:
            self._ask()

    def action_finish(self) -> None:
        """Leave; a slip that was begun and not handed in is not kept, and that is said."""
        if any(self._slip.written.values()) or self.query_one(Input).value.strip():
            self.notify(self.words("paper.last-not-kept"), markup=False)
        self.dismiss(None)

    def _hand_in(self) -> None:
        try:
            rejections = self._desk.answers.receiving.slip(self._slip.step.id, self._slip.number, self._slip.written)
        except SessionRunnerError as error:
            self._slip.go_back_to("")
            self._ask(self.words.explain(error))
            return
        if rejections:
            self._slip.go_back_to(rejections[0].question)
            self._ask(self._why(rejections[0]))
        else:
            self._taken += 1
            self._slip = Slip(self._slip.step)
            self._ask()

    def _why(self, rejection: Rejection) -> str:
        said = self.words.render(rejection.reason)
        return f"{said} {self.words('paper.again-waits')}" if only_personal([rejection]) else said

    def _ask(self, wrong: str = "") -> None:
        slip = self._slip
        self.query_one("#slip-title", Static).update(one_line(self.words("paper.title", n=self._taken)))
        self.query_one("#slip-ask", Static).update(one_line(self._prompt(slip.question)))
        self.query_one("#slip-wrong", Static).update(one_line(wrong))
        field = self.query_one(Input)
        field.value = slip.written.get(slip.question.id, "")
        field.cursor_position = len(field.value)

    def _prompt(self, question: Question) -> str:
        many = len(self._slip.step.collect)
        where = self.words("paper.which", number=self._slip.at + 1, total=many) if many > 1 else ""
        return " ".join(part for part in (where, question.ask, self._choices(question)) if part)

    def _choices(self, question: Question) -> str:
        if question.kind is QuestionKind.SCALE:
            return self.words("paper.scale", low=question.least, high=question.most)
        return f"({' / '.join(question.options)})" if question.options else ""
