"""What the leader says and does in this step."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.exercise import Step
from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.widgets.bullets import bullets

_WORD = 6
"""Columns for the word beside a note."""
_PARTS = ("say", "do", "if_quiet")
_OWN, _THEMES, _OWNER, _PURPOSE = "own", "themes", "owner", "purpose"
_ROWS = (_OWNER, "say", _PURPOSE, "do", "if_quiet", _OWN, _THEMES)
"""The rows that are always seen, from the top."""
_WITH_ROOM = ("questions", "roles", "now")
"""Those that come after, where the screen has room."""


class Script(VerticalScroll, can_focus=False):
    """The step's title, the notes and, where there is room, the follow-up questions."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="script")
        self._words = words
        self._texts: list[Content] = []
        """Title and rows as they are shown, empty ones too."""
        self._shown: tuple[object, ...] = ()
        self._advice: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """One row a note: its word to the left, its text beside."""
        yield Static(id="step-title")
        for part in (*_ROWS, *_WITH_ROOM):
            with Horizontal(classes="note -empty", id=f"note-{part}"):
                yield Static(self._words(f"tui.note.{part}"), classes="note-word", markup=False)
                yield Static(classes="note-text")

    def show(self, step: Step, own: str = "", purpose: Sequence[str] = ()) -> None:
        """Show this step's notes, the leader's ``own`` keywords and a ``purpose`` to read; empty ones leave no gap."""
        if (step, own, purpose) == self._shown:
            return
        self._shown = step, own, purpose
        self.query_one("#step-title", Static).update(one_line(step.title))
        texts = {part: getattr(step.notes, part) for part in _PARTS}
        texts[_OWN], texts[_OWNER], texts[_PURPOSE] = own, step.owner, " ".join(purpose)
        names = " · ".join(theme.name for theme in step.prompts)
        texts[_THEMES] = self._words("themes.in-script", themes=names) if names else ""
        for part, text in texts.items():
            self._fill(part, safe(text))
        self._fill("questions", bullets(step.questions) if step.questions else "")
        roles = [f"{role.name} ({role.count}): {role.card}" for role in step.roles]
        self._fill("roles", bullets(roles) if roles else "")
        self._texts = [one_line(step.title), *(safe(texts[part]) for part in _ROWS)]
        self.scroll_home(animate=False)

    def advise(self, told: Iterable[str]) -> None:
        """What somebody who leads for the first time does now; seen where there is room for more than the notes."""
        advice = tuple(told)
        if advice != self._advice:
            self._advice = advice
            self._fill("now", bullets(advice) if advice else "")

    def _fill(self, part: str, text: Content | Table | str) -> None:
        row = self.query_one(f"#note-{part}")
        row.set_class(not text, "-empty")
        row.query_one(".note-text", Static).update(text)

    def rows(self) -> tuple[int, int]:
        """Rows that title and notes need, and how many gaps there are between them."""
        width = self.outer_size.width - self.gutter.width
        widths = (width, *(width - _WORD,) * len(_ROWS))
        heights = [text.get_height({}, max(at, 1)) for text, at in zip(self._texts, widths, strict=False) if text]
        return sum(heights), len(heights) - 1
