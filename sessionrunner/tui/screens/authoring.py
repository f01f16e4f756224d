"""From the library or the preparation to the editor: an exercise there is, or a new one."""

from collections.abc import Callable
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from sessionrunner.core.blueprint import Part
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.manuscript import Manuscript
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Workshop
from sessionrunner.locale import Catalogue, blueprint
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import HELP_WHILE_WRITING, LeaderScreen
from sessionrunner.tui.screens.editor import EditorScreen
from sessionrunner.tui.widgets.key_bar import KeyBar

Then = Callable[[Exercise], None]
"""What is done with the exercise once the leader comes back having saved it."""
_LINE = 76
"""Letters in a line of the smallest screen."""
_FIELDS = ("title", "purpose", "question", "parts", "minutes")


def edit(screen: LeaderScreen, workshop: Workshop, exercise: Exercise, then: Then) -> None:
    """Open the exercise in the editor; one that is not the leader's own as a version of her own."""
    words = screen.words
    try:
        manuscript = workshop.open(
            exercise.id, lambda title: words("author.own-title", title=title), words("author.own-package")
        )
    except SessionRunnerError as error:
        screen.tell(error)
    else:
        _open(screen, workshop, manuscript, then)


def begin(screen: LeaderScreen, workshop: Workshop, then: Then) -> None:
    """Ask what the new exercise is to be, and open it in the editor."""

    def drawn(plan: blueprint.Blueprint) -> None:
        name = workshop.free_id(blueprint.slug(plan.title))
        _open(screen, workshop, workshop.begin(blueprint.drawn(screen.words, plan, name)), then)

    screen.app.push_screen(NewScreen(screen.words, drawn))


def _open(screen: LeaderScreen, workshop: Workshop, manuscript: Manuscript, then: Then) -> None:
    editor = EditorScreen(screen.words, workshop, manuscript)
    screen.app.push_screen(editor, lambda _: then(editor.kept) if editor.kept else None)


class NewScreen(LeaderScreen):
    """Five questions; Enter goes to the next, and after the last to the editor."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("new-next", "", "go_on", "enter"),
        Key("leave", "escape", "leave", "escape"),
        HELP_WHILE_WRITING,
    )
    BINDINGS = bindings(KEYS, ("up", "app.focus_previous"), ("down", "app.focus_next"))

    def __init__(self, words: Catalogue, done: Callable[[blueprint.Blueprint], None]) -> None:
        super().__init__(words)
        self._done = done

    def compose(self) -> ComposeResult:
        """The questions, what is wrong with an answer, the keys."""
        yield Static(self.words("editor.new-title"), classes="headline")
        with Vertical(id="form"):
            for name in _FIELDS:
                yield Static(self._question(name), classes="heading")
                yield Input("45" if name == "minutes" else "", id=f"new-{name}", select_on_focus=False, compact=True)
            yield Static(id="new-wrong")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Begin at the first question."""
        self.query_one("#new-title").focus()

    def _question(self, name: str) -> str:
        if name != "parts":
            return self.words(f"editor.new.{name}")
        kinds = [f"{n} {self.words(f'author.kind.{part.value}')}" for n, part in enumerate(Part, 1)]
        # No number is parted from what it stands for.
        kept = [kind.replace(" ", "\N{NO-BREAK SPACE}") for kind in kinds]
        return "\n".join([self.words("editor.new.parts"), *wrap(" · ".join(kept), _LINE)])

    def _answer(self, name: str) -> str:
        return self.query_one(f"#new-{name}", Input).value.strip()

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """The next question that has no good answer; when there is none, the editor."""
        name = ""
        try:
            for name in ("title", "purpose", "question"):
                blueprint.read_line(self._answer(name))
            name = "parts"
            parts = blueprint.read_parts(self._answer(name))
            name = "minutes"
            minutes = blueprint.read_minutes(self._answer(name), parts)
        except blueprint.Unfit as unfit:
            self._ask_again(name, self.words.render(unfit.text))
        else:
            told = {name: self._answer(name) for name in ("title", "purpose", "question")}
            self._draw_up(blueprint.Blueprint(minutes=minutes, parts=parts, **told))

    def _draw_up(self, plan: blueprint.Blueprint) -> None:
        """Once, however often Enter was pressed."""
        if self.stands:
            self.dismiss()
            self._done(plan)

    def _ask_again(self, name: str, told: str) -> None:
        """A question that has not been reached yet is only asked."""
        field = self.query_one(f"#new-{name}", Input)
        reached = field.has_focus or bool(field.value)
        field.focus()
        self.query_one("#new-wrong", Static).update(safe(f"⚠ {told}" if reached else "", "$soon"))

    def action_leave(self) -> None:
        """No new exercise after all."""
        self.app.pop_screen()
