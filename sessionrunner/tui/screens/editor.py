"""The editor: notes, wall, questions, minutes and order of an exercise, and every change can be taken back."""

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.blueprint import Part
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.manuscript import (
    Keys,
    Manuscript,
    add_step,
    at,
    minutes_of,
    move_step,
    put,
    remove_step,
)
from sessionrunner.core.manuscript import planned_minutes as planned
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Workshop
from sessionrunner.locale import Catalogue, blueprint
from sessionrunner.tui.editor_fields import Field, Form
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.manuscript_look import ManuscriptLook
from sessionrunner.tui.screens.ask import Ask, AskLine
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.screens.writing import AskText, ChoosePart
from sessionrunner.tui.widgets.key_bar import KeyBar


class EditorScreen(LeaderScreen):
    """The steps to the left, what the chosen one says to the right."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("edit-field", "", "change", "enter"),
        Key("editor-save", "s,ctrl+s", "save", "s"),
        Key("editor-side", "tab", "side", "tab"),
        Key("undo", "z,ctrl+z", "undo", "z"),
        Key("editor-add", "l,insert", "add", "l"),
        Key("editor-longer", "plus", "minutes(1)", "+"),
        Key("editor-shorter", "minus", "minutes(-1)", "−"),
        Key("editor-up", "u,shift+up,ctrl+up", "move(-1)", "u"),
        Key("editor-down", "n,shift+down,ctrl+down", "move(1)", "n"),
        Key("editor-remove", "x,delete", "remove", "x"),
        Key("editor-redo", "y,ctrl+y", "redo", "y"),
        Key("editor-sum", "m", "use_sum", "m"),
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
            yield OptionList(id="step-list", markup=False)
            with Vertical(id="what"):
                yield OptionList(id="field-list", markup=False)
        yield Static(id="editor-trouble")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Begin at the first step."""
        self._draw(1)
        self.query_one("#step-list").focus()

    @property
    def _step(self) -> int:
        """The chosen step, counted from 0; -1 for the exercise as a whole."""
        return (self.query_one("#step-list", OptionList).highlighted or 0) - 1

    def _become(self, keys: Keys, row: int | None = None) -> None:
        self._page = self._page.become(keys)
        self._draw(row)

    def _draw(self, row: int | None = None) -> None:
        """Everything anew, the cursor where it was or on this row."""
        self._look = ManuscriptLook(self.words, self._page, self._workshop.troubles(self._page))
        saved = self.kept is not None and self._page.keys == self._saved
        self.query_one(".headline", Static).update(self._look.headline(saved))
        listing = self.query_one("#step-list", OptionList)
        _fill(listing, self._look.rows(), listing.highlighted if row is None else row)
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
        self.app.push_screen(ask, lambda text: self._written(field, text))

    def _written(self, field: Field, text: str | None) -> None:
        if text is not None:
            self._become(put(self._page.keys, field.place, field.value(text)))

    def action_minutes(self, more: int) -> None:
        """One minute more or less for the chosen step."""
        place = ("steps", self._step, "minutes")
        if self._step >= 0 and at(self._page.keys, place) is not None:
            minutes = max(1.0, minutes_of(at(self._page.keys, place)) + more)
            self._become(put(self._page.keys, place, f"{minutes:g}"))

    def action_use_sum(self) -> None:
        """Let the exercise take what its steps take."""
        self._become({**self._page.keys, "minutes": f"{planned(self._page.keys):g}"})

    def action_move(self, by: int) -> None:
        """The chosen step earlier or later."""
        if self._step >= 0 and 0 <= self._step + by < len(self._page.steps()):
            self._become(move_step(self._page.keys, self._step, by), self._step + by + 1)

    def action_add(self) -> None:
        """Another step after the chosen one."""
        self.app.push_screen(ChoosePart(self.words), self._added)

    def _added(self, part: Part | None) -> None:
        if part is not None:
            number = self._step + 1
            self._become(add_step(self._page.keys, number, blueprint.step(self.words, part)), number + 1)

    def action_remove(self) -> None:
        """Take the chosen step away; one key brings it back."""
        if self._step >= 0:
            self._become(remove_step(self._page.keys, self._step))

    def action_undo(self) -> None:
        """Take the latest change back."""
        self._page = self._page.undo()
        self._draw()

    def action_redo(self) -> None:
        """Make it again."""
        self._page = self._page.redo()
        self._draw()

    def action_save(self) -> None:
        """Keep it among the leader's own."""
        try:
            self.kept = self._workshop.keep(self._page)
        except SessionRunnerError as error:
            self.tell(error)
        else:
            self._saved = self._page.keys
            self._draw()
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
