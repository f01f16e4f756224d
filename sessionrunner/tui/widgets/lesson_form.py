"""Where the room's decisions are typed: kind, what, who and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import weekday
from sessionrunner.tui.draft import Draft

_FIELDS = ("text", "owner", "due", "level")


class LessonForm(Vertical):
    """Enter in any field is done; the kind is changed with a key of its own."""

    @dataclass
    class Typed(Message):
        """Something in the line has changed."""

    @dataclass
    class Done(Message):
        """Enter was pressed."""

    def __init__(self, words: Catalogue, kinds: Sequence[LessonKind], draft: Draft, today: date) -> None:
        super().__init__(id="lesson-form")
        self._words, self._draft, self._today = words, draft, today
        self._kinds = list(dict.fromkeys([*kinds, *LessonKind]))
        if draft.empty:
            draft.kind = self._kinds[0]

    def compose(self) -> ComposeResult:
        """Kind on the first line, what on the second, who and when on the third, whom it is passed on to last."""
        yield Static(id="kind")
        for names in (("text",), ("owner", "due"), ("level",)):
            with Horizontal(classes="fields"):
                for name in names:
                    yield Static(self._words(f"tui.lesson.{name}"), classes="field-word", markup=False)
                    yield Input(id=f"lesson-{name}", compact=True, max_length=400, select_on_focus=False)

    def on_mount(self) -> None:
        """Say what is expected in the fields that may be left empty; what was typed before stands there again."""
        for name in _FIELDS:
            self._field(name).placeholder = self._words(f"tui.lesson.{name}-hint")
        self.show()

    def _field(self, name: str) -> Input:
        return self.query_one(f"#lesson-{name}", Input)

    def show(self) -> None:
        """Put the draft into the fields."""
        for name in _FIELDS:
            field, value = self._field(name), getattr(self._draft, name)
            if field.value != value:
                field.value = value
                field.cursor_position = len(value)
        self._show_kind()

    def keep(self) -> None:
        """Put what stands in the fields into the draft."""
        for name in _FIELDS:
            setattr(self._draft, name, self._field(name).value)
        self._show_kind()

    def _show_kind(self) -> None:
        now = self._words(f"lesson.kind.{self._draft.kind.value}")
        word = "change" if self._draft.replaces else "new"
        due = self._draft.meant(self._today)
        when = f"  → {weekday(due, self._words)}" if due else "  → ?" if self._draft.due.strip() else ""
        self.query_one("#kind", Static).update(
            Content.assemble(
                (self._words(f"tui.lesson.{word}"), "$muted"), "  ", (f"‹ {now} ›", "bold $accent"), (when, "$muted")
            )
        )

    def next_kind(self) -> None:
        """Offer the next kind; those the step is meant to end in come first."""
        at = self._kinds.index(self._draft.kind) + 1
        self._draft.kind = self._kinds[at % len(self._kinds)]
        self._show_kind()
        self.post_message(self.Typed())

    def edit(self, lesson: Lesson) -> None:
        """Put a line back into the fields."""
        self._draft.kind, self._draft.replaces = lesson.kind, lesson.id
        self._draft.text, self._draft.owner = lesson.text, lesson.owner
        self._draft.due = lesson.due.isoformat() if lesson.due else ""
        self._draft.level = lesson.level
        self.show()
        self.write_on()

    def write_on(self) -> None:
        """The cursor where the next words are expected, or where something must be put right."""
        usual = "owner" if self._draft.named else "text"
        self._field(self._draft.wrong_field(self._today) or usual).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.keep()
        self.post_message(self.Typed())

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done())
