"""The leader's own keywords for each step of an exercise, and for its whole package."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Memory
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.screens.keyword_exchange import KeywordExchange
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.key_bar import KeyBar


class OwnWordsScreen(Overlay[None]):
    """Kept apart from the exercise, so that an update keeps them; seen beside the notes during the hour."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("own-words-write", "", "write", "enter"),
        Key("own-words-give", "g", "give", "g"),
        Key("own-words-take", "h", "take", "h"),
        Key("close", "escape", "close", "escape"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, memory: Memory, exercise: Exercise) -> None:
        super().__init__(words)
        self._memory, self._exercise = memory, exercise
        package = words("prepare.words-package", package=exercise.package)
        self._exchange = KeywordExchange(self, words, memory, self._redraw)
        self._names = {"": package, **{step.id: step.title for step in exercise.steps}}

    def compose(self) -> ComposeResult:
        """The package first, then the steps."""
        with Vertical(classes="line"):
            yield Static(safe(self.words("prepare.words-title")), classes="card-title")
            yield Choices(id="own-words", markup=False)
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Begin at the first step."""
        self._draw(1)

    def _draw(self, row: int) -> None:
        listing = self.query_one("#own-words", OptionList).clear_options()
        written = self._memory.own_words(self._exercise)
        listing.add_options(Option(self._line(name, written)) for name in self._names)
        listing.highlighted = row

    def _line(self, name: str, written: Mapping[str, str]) -> Content:
        return Content.assemble(one_line(self._names[name], "bold"), "  ", one_line(written.get(name, "–")))

    @on(OptionList.OptionSelected)
    def action_write(self) -> None:
        """Write keywords for what is under the cursor."""
        row = self.query_one("#own-words", OptionList).highlighted or 0
        name = [*self._names][row]
        already = self._memory.own_words(self._exercise).get(name, "")
        prompt = self.words("prepare.words-prompt", name=self._names[name])
        self.app.push_screen(AskLine(self.words, prompt, already, empty=""), lambda text: self._keep(row, name, text))

    def _keep(self, row: int, name: str, text: str | None) -> None:
        if text is None:
            return
        try:
            self._memory.keep_words(self._exercise, name, text)
        except SessionRunnerError as error:
            self.notify(safe(self.words.explain(error)).plain, severity="warning", markup=False)
        self._draw(row)

    def _redraw(self) -> None:
        self._draw(self.query_one("#own-words", OptionList).highlighted or 0)

    def action_give(self) -> None:
        """Put them where a colleague finds them."""
        self._exchange.give(self._exercise)

    def action_take(self) -> None:
        """Take over a colleague's."""
        self._exchange.take()

    def action_close(self) -> None:
        """Back to the preparation."""
        self.dismiss(None)
