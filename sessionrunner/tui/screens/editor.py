"""The editor: notes, wall, questions, minutes and order of an exercise, and every change can be taken back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.table import Table
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.manuscript import Manuscript
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Workshop
from sessionrunner.locale import Catalogue
from sessionrunner.tui.editor_fields import Form
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.manuscript_look import ManuscriptLook
from sessionrunner.tui.screens.ask import Ask, AskLine
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.screens.writing import AskText, ChoosePart
from sessionrunner.tui.strokes import STROKES, Stroke, added, written
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.key_bar import KeyBar


class EditorScreen(LeaderScreen):
    """The steps to the left, what the chosen one says to the right."""

    PURPOSE = "editor"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("edit-field", "", "change", "enter"),
        Key("editor-save", "s,ctrl+s", "save", "s"),
        Key("editor-side", "tab", "side", "tab"),
        Key("undo", "z,ctrl+z", "stroke('undo')", "z"),
        Key("editor-add", "l,insert", "add", "l"),
        Key("editor-longer", "plus", "stroke('longer')", "+"),
        Key("editor-shorter", "minus", "stroke('shorter')", "−"),
        Key("editor-up", "u,shift+up,ctrl+up", "stroke('earlier')", "u"),
        Key("editor-down", "n,shift+down,ctrl+down", "stroke('later')", "n"),
        Key("editor-remove", "x,delete", "stroke('remove')", "x"),
        Key("editor-redo", "y,ctrl+y", "stroke('redo')", "y"),
        Key("editor-sum", "m", "stroke('sum')", "m"),
        Key("editor-leave", "escape", "leave", "escape"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS, ("right", "go_to('field-list')"), ("left", "go_to('step-list')"))

    def __init__(self, words: Catalogue, workshop: Workshop, manuscript: Manuscript) -> None:
        super().__init__(words)
        self._workshop, self._page = workshop, manuscript
        self._look = ManuscriptLook(words, manuscript)
        self._saved = manuscript.keys
        self.kept: Exercise | None = None
        """The exercise as it was saved last; None when it never was."""

    def compose(self) -> ComposeResult:
        """Title and total, the two lists, what is wrong, the keys."""
        yield Static(classes="headline")
        with Horizontal(id="columns"):
            yield Choices(id="step-list", markup=False)
            with Vertical(id="what"):
                yield Choices(id="field-list", markup=False)
        yield Static(id="editor-trouble")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Begin at the first step."""
        self._become(self._page, 1)
        self.query_one("#step-list").focus()

    @property
    def _step(self) -> int:
        """The chosen step, counted from 0; -1 for the exercise as a whole."""
        return (self.query_one("#step-list", OptionList).highlighted or 0) - 1

    def _become(self, page: Manuscript, down: int = 0) -> None:
        """Draw everything anew as it stands on this page, the cursor so many rows further down."""
        self._page = page
        self._look = ManuscriptLook(self.words, page, self._workshop.troubles(page))
        saved = self.kept is not None and page.keys == self._saved
        self.query_one(".headline", Static).update(self._look.headline(saved))
        listing = self.query_one("#step-list", OptionList)
        _fill(listing, self._look.rows(), (listing.highlighted or 0) + down)
        self._draw_fields()

    @on(OptionList.OptionHighlighted, "#step-list")
    def _draw_fields(self) -> None:
        listing = self.query_one("#field-list", OptionList)
        written = [self._look.field_row(field) for field in self._look.fields(self._step)]
        _fill(listing, written, listing.highlighted)
        self.query_one("#editor-trouble", Static).update(self._look.trouble(self._step))

    @on(OptionList.OptionSelected)
    def _enter(self, event: OptionList.OptionSelected) -> None:
        """In the steps Enter goes over to what the step says; there it opens the chosen text."""
        if event.option_list.id == "step-list":
            self.query_one("#field-list").focus()
        else:
            self.action_change()

    def action_side(self) -> None:
        """Over to the other list."""
        other = "field-list" if self.focused is self.query_one("#step-list") else "step-list"
        self.query_one(f"#{other}").focus()

    def action_change(self) -> None:
        """Write the chosen text."""
        field = self._look.fields(self._step)[self.query_one("#field-list", OptionList).highlighted or 0]
        already = field.text(self._page.keys)
        kind = AskLine if field.form is Form.LINE else AskText
        prompt = field.label if field.form is not Form.LIST else f"{field.label}: {self.words('editor.one-a-line')}"
        ask = kind(self.words, prompt, already, empty="")
        self.app.push_screen(ask, lambda text: self._make(written(field, text)))

    def action_add(self) -> None:
        """Another step after the chosen one."""
        self.app.push_screen(ChoosePart(self.words), lambda part: self._make(added(self.words, part)))

    def action_stroke(self, name: str) -> None:
        """Change something that needs no words, if it can be changed."""
        self._make(STROKES[name])

    def _make(self, stroke: Stroke) -> None:
        page = stroke.change(self._page, self._step)
        if page is not self._page:
            self._become(page, stroke.moves)

    def action_save(self) -> None:
        """Keep it among the leader's own."""
        try:
            self.kept = self._workshop.keep(self._page)
        except SessionRunnerError as error:
            self.tell(error)
        else:
            self._saved = self._page.keys
            self._become(replace(self._page, moved=()))
            self.inform("editor.saved", title=self.kept.title)

    def action_leave(self) -> None:
        """Back; what has not been saved is asked about."""
        if self._page.keys == self._saved:
            self.dismiss(None)
        else:
            ask = Ask(self.words, self.words("editor.leave"), self.words("editor.leave-why"))
            self.app.push_screen(ask, self._left)

    def _left(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(None)


def _fill(listing: OptionList, rows: Sequence[Content | Table], cursor: int | None) -> None:
    """Show these rows, the cursor as near to where it was as there are rows."""
    listing.clear_options()
    listing.add_options(Option(row) for row in rows)
    listing.highlighted = min(cursor or 0, len(rows) - 1)
