"""What the library is to show: a line a filter, a key each, and how many exercises that leaves."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.browsing import ALL, Filter, Filters
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets import narrowed
from sessionrunner.tui.widgets.key_bar import KeyBar


class NarrowingScreen(Overlay[Filters | None]):
    """A digit turns a filter to its next value; the exercises are counted at once."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("filter-keep", "enter,f", "keep", "enter"),
        Key("filter-turn", "", "turn(0)", "1–5"),
        Key("filter-clear", "0,delete,backspace", "clear", "0"),
        Key("leave", "escape", "dismiss(None)", "escape"),
    )
    BINDINGS = bindings(
        KEYS,
        *((str(number), f"turn({number - 1})") for number in range(1, 1 + len(Filter))),
        ("up", "move(-1)"),
        ("down", "move(1)"),
        ("space,right,left", "turn_here"),
    )

    def __init__(self, words: Catalogue, filters: Filters, count: Callable[[Filters], int]) -> None:
        super().__init__(words)
        self._filters, self._count = filters, count
        self._at = 0

    def compose(self) -> ComposeResult:
        """The question, the filters, how many are left."""
        with Vertical(classes="card"):
            yield Static(self.words("library.filter.title"), classes="card-title")
            yield Static(id="filters")
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """As the library stands."""
        self._draw()

    def _draw(self) -> None:
        rows = [self._row(number, which) for number, which in enumerate(Filter)]
        count = self._count(self._filters)
        told = self.words("library.filter.count", n=count) if count else self.words("library.filter.count-none")
        hits = Content.styled(told, "bold" if count else "bold $soon")
        self.query_one("#filters", Static).update(Content("\n").join([*rows, Content(""), hits]))

    def _row(self, number: int, which: Filter) -> Content:
        name = self.words(f"library.filter.name.{which.value}")
        asked = narrowed.value(self.words, self._filters, which)
        chosen = self._filters.value(which) is not None
        at = "▸" if number == self._at else " "
        return Content.assemble(f"{at} {number + 1}  {name:<16}", (asked, "bold $accent" if chosen else "$muted"))

    def action_turn(self, number: int) -> None:
        """Ask for this filter's next value."""
        self._at = number
        self._filters = self._filters.turned(list(Filter)[number])
        self._draw()

    def action_turn_here(self) -> None:
        """The same for the filter under the cursor."""
        self.action_turn(self._at)

    def action_move(self, step: int) -> None:
        """Another filter under the cursor."""
        self._at = (self._at + step) % len(Filter)
        self._draw()

    def action_clear(self) -> None:
        """Ask for nothing."""
        self._filters = ALL
        self._draw()

    def action_keep(self) -> None:
        """Show what these filters leave."""
        self.dismiss(self._filters)
