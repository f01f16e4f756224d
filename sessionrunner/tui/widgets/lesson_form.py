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
from sessionrunner.tui import due_dates

_FIELDS = ("text", "owner", "due")


class LessonForm(Vertical):
    """Enter in any field is done; the kind is changed with a key of its own."""

    @dataclass
    class Written(Message):
        """A line to add, or to put in the place of the one that was being changed."""

        kind: LessonKind
        text: str
        owner: str
        due: date | None
        replaces: str | None

    @dataclass
    class BadDate(Message):
        """The date could not be understood."""

    def __init__(self, words: Catalogue, kinds: Sequence[LessonKind], today: date) -> None:
        super().__init__(id="lesson-form")
        self._words, self._today = words, today
        self._kinds = list(dict.fromkeys([*kinds, *LessonKind]))
        self._replaces: str | None = None

    def compose(self) -> ComposeResult:
        """What kind on the first line, what on the second, who and when on the third."""
        yield Static(id="kind")
        for names in (("text",), ("owner", "due")):
            with Horizontal(classes="fields"):
                for name in names:
                    yield Static(self._words(f"tui.lesson.{name}"), classes="field-word", markup=False)
                    yield Input(id=f"lesson-{name}", compact=True, max_length=400, select_on_focus=False)

    def on_mount(self) -> None:
        """Say what is expected in the fields that may be left empty."""
        for name in _FIELDS:
            self._field(name).placeholder = self._words(f"tui.lesson.{name}-hint")
        self._show_kind()

    def _field(self, name: str) -> Input:
        return self.query_one(f"#lesson-{name}", Input)

    def _show_kind(self) -> None:
        now = self._words(f"lesson.kind.{self._kinds[0].value}")
        word = "change" if self._replaces else "new"
        self.query_one("#kind", Static).update(
            Content.assemble((self._words(f"tui.lesson.{word}"), "$muted"), "  ", (f"‹ {now} ›", "bold $accent"))
        )

    def next_kind(self) -> None:
        """Offer the next kind; those the step is meant to end in come first."""
        self._kinds = [*self._kinds[1:], self._kinds[0]]
        self._show_kind()

    def edit(self, lesson: Lesson) -> None:
        """Put a line back into the fields."""
        self._replaces = lesson.id
        at = self._kinds.index(lesson.kind)
        self._kinds = [*self._kinds[at:], *self._kinds[:at]]
        due = lesson.due.isoformat() if lesson.due else ""
        for name, value in zip(_FIELDS, (lesson.text, lesson.owner, due), strict=True):
            self._field(name).value = value
            self._field(name).cursor_position = len(value)
        self._show_kind()
        self._field("text").focus()

    def clear(self) -> None:
        """Ready for the next line, of the same kind."""
        self._replaces = None
        for name in _FIELDS:
            self._field(name).value = ""
        self._show_kind()
        self._field("text").focus()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        text = self._field("text").value.strip()
        if not text:
            self._field("text").focus()
            return
        try:
            due = due_dates.read(self._field("due").value, self._today)
        except ValueError:
            self.post_message(self.BadDate())
        else:
            owner = self._field("owner").value.strip()
            self.post_message(self.Written(self._kinds[0], text, owner, due, self._replaces))
