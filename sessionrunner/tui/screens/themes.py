"""A step's questions by theme: a tab a theme, and one key to put it on the wall."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.commands import TakeTheme
from sessionrunner.core.prompts import Theme
from sessionrunner.core.public import theme_on_wall
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar

_DIGITS = tuple((str(number), f"open({number - 1})") for number in range(1, 10))


class ThemesOverlay(Overlay[None]):
    """Reading a tab shows the room nothing; the wall changes only when the leader says so."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("theme-wall", "enter", "put_up", "enter"),
        Key("theme-other", "tab,right", "turn(1)", "tab"),
        Key("theme-task", "delete,backspace,0", "take_down", "delete"),
        Key("close", "escape,f,space", "close", "escape"),
    )
    BINDINGS = bindings(KEYS, ("shift+tab,left", "turn(-1)"), ("up", "scroll(-1)"), ("down", "scroll(1)"), *_DIGITS)

    def __init__(self, words: Catalogue, desk: Desk) -> None:
        super().__init__(words)
        self._desk = desk
        step = desk.session.step
        self._themes = step.prompts if step else ()
        up = self._up()
        self._open = self._themes.index(up) if up else 0

    def _up(self) -> Theme | None:
        return theme_on_wall(self._desk.session)

    def compose(self) -> ComposeResult:
        """The tabs, the questions of the open one, what the wall shows, the keys."""
        with Vertical(classes="leaflet"):
            yield Static(id="theme-tabs")
            with VerticalScroll(can_focus=False):
                yield Static(id="theme-questions")
            yield Static(id="theme-wall")
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Begin with the theme that is on the wall, else the first."""
        self.add_class("-wide-leaflet")
        self._draw()

    def _draw(self) -> None:
        tabs = [self._tab(number, theme) for number, theme in enumerate(self._themes)]
        self.query_one("#theme-tabs", Static).update(Content("  ").join(tabs))
        asked = [safe(f"·  {question}") for question in self._themes[self._open].ask]
        self.query_one("#theme-questions", Static).update(Content("\n").join(asked))
        up = self._up()
        said = self.words("themes.on-wall", theme=up.name) if up else self.words("themes.task-on-wall")
        self.query_one("#theme-wall", Static).update(one_line(said, "$text-muted"))

    def _tab(self, number: int, theme: Theme) -> Content:
        style = "bold reverse" if number == self._open else ""
        return one_line(f" {number + 1} {theme.name} ", style)

    def action_open(self, number: int) -> None:
        """To the tab with this number, if there is one."""
        if number < len(self._themes):
            self._open = number
            self._draw()

    def action_turn(self, by: int) -> None:
        """To the next tab or the one before."""
        self.action_open((self._open + by) % len(self._themes))

    def action_put_up(self) -> None:
        """Show the room the open tab."""
        self._take(self._open)

    def action_take_down(self) -> None:
        """Show the room the task again."""
        self._take(None)

    def _take(self, number: int | None) -> None:
        try:
            self._desk.handle(TakeTheme(number))
        except SessionRunnerError as error:
            self.notify(safe(self.words.explain(error)).plain, severity="warning", markup=False)
        self._draw()

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_close(self) -> None:
        """Back to the notes."""
        self.dismiss()
