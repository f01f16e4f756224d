"""Small questions over a screen: yes or no, one line, something to read."""

from collections.abc import Callable
from typing import TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar

_YES = Key("yes", "enter", "answer(True)", "enter")
_NO = Key("no", "escape", "answer(False)", "escape")
_KEEP = Key("keep", "", "screen.keep", "enter")
_LEAVE = Key("leave", "escape", "answer(None)", "escape")
_CLOSE = Key("close", "escape,enter,space,q,f,g,h,y,question_mark,f1", "answer(None)", "escape")

Take: TypeAlias = Callable[[str], str | None]
"""Does what the line says, or gives the reason why not; a SessionRunnerError is a reason too."""


class Ask(Overlay[bool]):
    """A question: Enter is yes, Esc is no."""

    KEYS = (_YES, _NO)
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, question: str, consequence: str = "") -> None:
        super().__init__(words)
        self._question, self._consequence = question, consequence

    def compose(self) -> ComposeResult:
        """The question, what it leads to, the two keys."""
        with Vertical(classes="card"):
            yield Static(safe(self._question), classes="card-title")
            yield Static(safe(self._consequence))
            yield KeyBar(self.KEYS, self.words)

    def action_answer(self, yes: bool) -> None:
        """Give the answer to whoever asked."""
        self.dismiss(yes)


class AskAgreement(Ask):
    """A question to the whole room: Enter says that it has agreed."""

    KEYS = (Key("agree", "enter", "answer(True)", "enter"), _NO)
    BINDINGS = bindings(KEYS)


class AskLine(Overlay[str | None]):
    """One line of text, written at the bottom so that the clock stays in sight.

    What cannot be taken stays in the field, and under it stands why.
    """

    KEYS = (_KEEP, _LEAVE)
    BINDINGS = bindings(KEYS)

    def __init__(
        self,
        words: Catalogue,
        prompt: str,
        already: str = "",
        empty: str | None = None,
        take: Take | None = None,
        hear: Callable[[str], str] | None = None,
    ) -> None:
        """``empty`` is what an empty line gives: by default the same as leaving.

        ``hear`` says what is understood while it is written, nothing for what is not.
        """
        super().__init__(words)
        self._prompt, self._already, self._empty = prompt, already, empty
        self._take, self._hear = take, hear

    def compose(self) -> ComposeResult:
        """What is asked for, the field, what is to be said about it, the two keys."""
        with Vertical(classes="line"):
            yield Static(safe(self._prompt), classes="card-title")
            yield Input(self._already, max_length=2000, select_on_focus=False)
            yield Static(id="remark")
            yield KeyBar(self.KEYS, self.words)

    @on(Input.Changed)
    def _listen(self) -> None:
        said = self.query_one(Input).value.strip()
        self._remark(self._hear(said) if self._hear and said else "")

    def _remark(self, told: str, style: str = "$muted") -> None:
        remark = self.query_one("#remark", Static)
        remark.display = bool(told)
        remark.update(safe(told, style))

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the line once it has been taken; an empty one counts as none."""
        said = self.query_one(Input).value.strip() or self._empty
        why = self._refused(said) if said is not None and self.stands else None
        if why is None:
            self.dismiss(said)
        else:
            self._remark(why, "$soon")
            self.query_one(Input).focus()

    def _refused(self, said: str) -> str | None:
        try:
            return self._take(said) if self._take else None
        except SessionRunnerError as error:
            return self.words.explain(error)

    def action_answer(self, nothing: None) -> None:
        """Leave without a line."""
        self.dismiss(nothing)


class Leaflet(Overlay[None]):
    """Something to read, laid over the notes; any of the usual keys takes it away."""

    KEYS = (_CLOSE,)
    BINDINGS = bindings(KEYS, ("up", "scroll(-1)"), ("down", "scroll(1)"))

    def __init__(self, words: Catalogue, title: str, *body: Content | Widget) -> None:
        super().__init__(words)
        self._title, self._body = title, body

    def compose(self) -> ComposeResult:
        """Title, text, key."""
        with Vertical(classes="leaflet"):
            yield Static(one_line(self._title), classes="card-title")
            with VerticalScroll(can_focus=False):
                for part in self._body:
                    yield part if isinstance(part, Widget) else Static(part)
            yield KeyBar(self.KEYS, self.words)

    def action_answer(self, nothing: None) -> None:
        """Take the leaflet away."""
        self.dismiss(nothing)

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)
