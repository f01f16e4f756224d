"""Lessons: what earlier sessions decided, what became of it, and where it comes from."""

from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.appointment import appointments
from sessionrunner.core.followup import Found, Past
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Memory, Page
from sessionrunner.locale import Catalogue
from sessionrunner.tui import drawers
from sessionrunner.tui.drawers import Drawer
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import GoHome
from sessionrunner.tui.safe import joined, one_line, safe
from sessionrunner.tui.screens.ask import Leaflet
from sessionrunner.tui.screens.base import HELP_WHILE_WRITING, LeaderScreen
from sessionrunner.tui.widgets import lesson_card
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.key_bar import KeyBar


class LessonsScreen(LeaderScreen):
    """One drawer at a time: open decisions first, then rules, ideas, what was done and what was dropped."""

    PURPOSE = "lessons"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("source", "", "source", "enter"),
        Key("drawer", "left", "drawer(-1)", "←→"),
        Key("choose", "", "source", "↑↓"),
        Key("page-bring", "m", "page('bring')", "m"),
        Key("page-handover", "o", "page('handover')", "o"),
        Key("home", "escape", "home", "escape"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP_WHILE_WRITING,
    )
    BINDINGS = bindings(KEYS, ("right", "drawer(1)"), ("down", "go_to('found')"), ("slash", "go_to('lesson-search')"))

    def __init__(self, words: Catalogue, memory: Memory, today: date) -> None:
        super().__init__(words)
        self._memory, self._today = memory, today
        self._past: Past | None = None
        self._drawers: tuple[Drawer, ...] = ()
        self._at = 0
        self._shown: tuple[Found, ...] = ()

    def compose(self) -> ComposeResult:
        """Search, the drawer's name, its lessons, and the chosen one."""
        with Horizontal(id="search-line"):
            yield Static(self.words("tui.library.search-word"), id="search-word")
            yield Input(placeholder=self.words("lessons.screen.search"), id="lesson-search", compact=True)
        yield Static(id="appointments", markup=False)
        with Horizontal(id="columns"):
            with Vertical(id="middle"):
                yield Static(id="drawer-name")
                yield Choices(id="found", markup=False)
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(id="detail-text")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The folder is read beside: a share may take its time."""
        self.query_one("#found").focus()
        self.query_one("#appointments").display = False
        self.query_one("#drawer-name", Static).update(self.words("lessons.screen.reading"))
        self._read()

    @work(thread=True)
    def _read(self) -> None:
        try:
            past = self._memory.past()
        except SessionRunnerError as error:
            self.call_later(self._not_read, error)
        else:
            self.call_later(self._take, past)

    def _not_read(self, error: SessionRunnerError) -> None:
        self.query_one("#drawer-name", Static).update("")
        self.query_one("#detail-text", Static).update(safe(self.words.explain(error), "$soon"))

    def _take(self, past: Past) -> None:
        self._past, self._drawers = past, drawers.drawers(past)
        coming = lesson_card.coming(self.words, appointments(past), self._today)
        self.query_one("#appointments", Static).update(coming)
        self.query_one("#appointments").display = bool(coming)
        self._fill()

    @on(Input.Changed, "#lesson-search")
    def _fill(self) -> None:
        """Show the drawer, or while something is searched for everything that fits."""
        if self._past is None:
            return
        query = self.query_one("#lesson-search", Input).value
        self._shown = drawers.found(self._past, self._drawers[self._at], query)
        listing = self.query_one("#found", OptionList)
        listing.clear_options()
        listing.add_options(Option(lesson_card.row(self.words, one, self._today)) for one in self._shown)
        listing.highlighted = 0 if self._shown else None
        self.query_one("#drawer-name", Static).update(self._heading(query))
        self._describe()

    def _heading(self, query: str) -> Content:
        title = "lessons.screen.hits" if query.strip() else f"lessons.drawer.{self._drawers[self._at].name}"
        counted = self.words("lessons.screen.count", n=len(self._shown))
        sides = ("", "") if query.strip() else ("‹ ", " ›")
        return joined(sides[0], Content.styled(self.words(title), "bold"), f"  {counted}", sides[1])

    @on(OptionList.OptionHighlighted, "#found")
    def _describe(self) -> None:
        self.query_one("#detail-text", Static).update(self._detail())
        self.query_one("#detail").scroll_home(animate=False)

    def _detail(self) -> Content:
        if self._past is None or (self._drawers[self._at].name == "troubles" and not self._shown):
            return lesson_card.troubles(self.words, self._past.troubles if self._past else ())
        chosen = self.chosen
        if chosen is None:
            empty = self.words(drawers.nothing(self._past, self.query_one("#lesson-search", Input).value))
            return Content(empty)
        return lesson_card.whole(self.words, chosen, self._today)

    @property
    def chosen(self) -> Found | None:
        """The lesson under the cursor."""
        at = self.query_one("#found", OptionList).highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    @on(OptionList.OptionSelected, "#found")
    @on(Input.Submitted, "#lesson-search")
    def action_source(self) -> None:
        """The whole session that the lesson came out of."""
        if self.chosen:
            session = self.chosen.session
            body = lesson_card.session(self.words, session, self._today)
            self.app.push_screen(Leaflet(self.words, one_line(session.title).plain, body))

    def action_drawer(self, step: int) -> None:
        """Open the next or the previous drawer."""
        if self._drawers:
            self._at = (self._at + step) % len(self._drawers)
            self._fill()

    @work(thread=True)
    def action_page(self, page: str) -> None:
        """Put a page to print in the lessons folder and say what it is called; a share may take its time."""
        try:
            made = self._memory.put_page(Page(page), self.words, self._today)
        except SessionRunnerError as error:
            self.call_later(self.tell, error)
        else:
            self.call_later(self.inform, "lessons.page-made", file=made.name)

    def action_home(self) -> None:
        """Esc first clears the search, then goes back to the library."""
        search = self.query_one("#lesson-search", Input)
        if search.value:
            search.value = ""
            self.query_one("#found").focus()
        else:
            self.post_message(GoHome())
