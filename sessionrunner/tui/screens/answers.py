"""Opened answers: the leader reads them here, and chooses what of them the room sees."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.exercise import QuestionKind, Step
from sessionrunner.core.lesson import Collected
from sessionrunner.core.showing import Shown, Turn, cards
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.again import last_time
from sessionrunner.locale.bands import bands_note
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.answers import counted
from sessionrunner.tui.widgets.key_bar import KeyBar

TURNS: tuple[Key, ...] = (
    Key("answer-next", "n,space,right,pagedown", "turn('next')", "n"),
    Key("answer-previous", "b,left,pageup", "turn('previous')", "b"),
    Key("answers-all", "a", "turn('all')", "a"),
    Key("answers-hide", "d,h", "turn('none')", "d"),
)
"""What is done with the answers on the wall, wherever they are shown."""


def on_wall(words: Catalogue, shown: Shown) -> str:
    """What the room sees of the answers, in words."""
    if not shown.answers:
        return words("answers.wall-none")
    return words("answers.wall-one" if shown.number else "answers.wall-all", number=shown.number, total=shown.total)


class AnswersScreen(Overlay[bool]):
    """Every answer as a line; the one the room sees is marked. True when the leader goes on to sort the texts."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        *TURNS,
        Key("answers-sort", "x", "sort", "x"),
        Key("close", "escape,enter,r", "close", "escape"),
    )
    BINDINGS = bindings(KEYS, ("up", "scroll(-1)"), ("down", "scroll(1)"))

    def __init__(self, words: Catalogue, desk: Desk, step: Step) -> None:
        super().__init__(words)
        self._desk, self._step = desk, step
        self._collected = [one for one in desk.answers.collected() if one.step == step.id]

    def compose(self) -> ComposeResult:
        """What the room sees, then the questions with their answers, then the keys."""
        with Vertical(classes="leaflet"):
            yield Static(one_line(self.words("tui.reveal.title", step=self._step.title)), classes="card-title")
            yield Static(id="on-wall")
            with VerticalScroll(can_focus=False):
                yield from self._lines()
            yield KeyBar(self.KEYS, self.words)

    def _lines(self) -> ComposeResult:
        for one in self._collected:
            yield Static(safe(one.question.ask, "bold $accent"), classes="asked")
            for card in cards([one]):
                yield Static(_card(card), classes="answer")
            if note := bands_note(one, self.words):
                yield Static(safe(note, "$text-muted"))
            if one.before:
                yield Static(one_line(last_time(one, self.words), "$text-muted"))

    def on_mount(self) -> None:
        """Say what is on the wall from the start."""
        self._mark(self._desk.room.shown())

    def action_turn(self, turn: str) -> None:
        """Show the room another answer, all of them or none."""
        try:
            self._mark(self._desk.show(Turn(turn)))
        except SessionRunnerError as error:
            self.notify(self.words.explain(error), severity="warning", markup=False)

    def _mark(self, shown: Shown) -> None:
        self.query_one("#on-wall", Static).update(Content.styled(on_wall(self.words, shown), "bold"))
        every = bool(shown.answers) and shown.number == 0
        for number, line in enumerate(self.query(".answer"), 1):
            line.set_class(every or number == shown.number, "-shown")
            if number == shown.number:
                line.scroll_visible(animate=False)

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_sort(self) -> None:
        """Leave this list and sort the texts."""
        self.dismiss(True)

    def action_close(self) -> None:
        """Back to where the answers were asked for; the wall stays as it is."""
        self.dismiss(False)


def _card(card: Collected) -> Content:
    if card.question.kind is QuestionKind.TEXT:
        return safe(card.answers[0])
    return counted(card)
