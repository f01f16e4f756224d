"""The library: what there is, what each exercise needs, which one to lead."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.exercise import Exercise
from sessionrunner.locale import Catalogue
from sessionrunner.tui import shelf
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import AskForPeople, LibraryShown, PrepareExercise, ShowDoctor, ShowLessons
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.widgets import exercise_card
from sessionrunner.tui.widgets.key_bar import KeyBar

FIRST_CHOICE = "introduktion/min-uppgift"
"""Chosen when the library is opened: short, and made for a group that has not done this before."""


class LibraryScreen(LeaderScreen):
    """Search, packages, exercises, and the chosen exercise."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("prepare", "", "prepare", "enter"),
        Key("start-now", "s", "start_now", "s"),
        Key("search", "slash,ctrl+f", "search", "/"),
        Key("choose", "", "search", "↑↓"),
        Key("lessons", "l", "lessons", "l"),
        Key("package", "left", "package(-1)", "←→"),
        Key("doctor", "d", "doctor", "d"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        Key("rehearse", "ö,r", "rehearse", "ö"),
        HELP,
    )
    BINDINGS = bindings(KEYS, ("right", "package(1)"), ("escape", "list"), ("down", "go_to('exercises')"))

    def __init__(self, words: Catalogue, read: Callable[[], Sequence[Exercise]]) -> None:
        super().__init__(words)
        self._read = read
        self._shelves: tuple[shelf.Shelf, ...] = ()
        self._shown: tuple[Exercise, ...] = ()
        self._package = 0

    def compose(self) -> ComposeResult:
        """Search first, then three columns."""
        with Horizontal(id="search-line"):
            yield Static(self.words("tui.library.search-word"), id="search-word")
            yield Input(placeholder=self.words("tui.library.search"), id="search", select_on_focus=False, compact=True)
        with Horizontal(id="columns"):
            yield OptionList(id="packages", markup=False)
            with Vertical(id="middle"):
                yield Static(id="package-name")
                yield OptionList(id="exercises", markup=False)
                yield Static(exercise_card.legend(self.words), id="legend")
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(id="detail-text")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The list is ready for keys at once; the exercises are read beside."""
        self.query_one("#packages").can_focus = False
        self.query_one("#exercises").focus()
        self._read_exercises()

    @work(thread=True)
    def _read_exercises(self) -> None:
        exercises = self._read()
        self.app.call_from_thread(self._take, exercises)

    def _take(self, exercises: Sequence[Exercise]) -> None:
        self._shelves = shelf.shelves(exercises, self.words("tui.library.all"))
        packages = self.query_one("#packages", OptionList)
        packages.add_options(exercise_card.package_line(self.words, one) for one in self._shelves)
        packages.highlighted = 0
        self._fill(FIRST_CHOICE)
        self.call_after_refresh(self.post_message, LibraryShown())

    def _fill(self, choice: str = "") -> None:
        """Show the exercises of the chosen package that fit the search."""
        chosen = self._shelves[self._package]
        self._shown = shelf.found(chosen.exercises, self.query_one("#search", Input).value)
        listing = self.query_one("#exercises", OptionList)
        listing.clear_options()
        listing.add_options(Option(line) for line in exercise_card.lines(self.words, self._shown))
        self.query_one("#package-name", Static).update(exercise_card.shelf_name(self.words, chosen, len(self._shown)))
        ids = [exercise.id for exercise in self._shown]
        listing.highlighted = (ids.index(choice) if choice in ids else 0) if ids else None
        self._describe()

    @on(OptionList.OptionHighlighted, "#exercises")
    def _describe(self) -> None:
        exercise = self.chosen
        text = exercise_card.description(self.words, exercise) if exercise else Content(self.words("tui.library.none"))
        self.query_one("#detail-text", Static).update(text)
        self.query_one("#detail").scroll_home(animate=False)

    @property
    def chosen(self) -> Exercise | None:
        """The exercise under the cursor."""
        at = self.query_one("#exercises", OptionList).highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    @on(Input.Changed, "#search")
    def _searched(self) -> None:
        if self._shelves:
            self._fill()

    @on(OptionList.OptionSelected, "#packages")
    def _package_clicked(self, event: OptionList.OptionSelected) -> None:
        self.action_package(event.option_index - self._package)

    @on(OptionList.OptionSelected, "#exercises")
    @on(Input.Submitted, "#search")
    def action_prepare(self) -> None:
        """Go to the preparation of the chosen exercise."""
        if self.chosen:
            self.post_message(PrepareExercise(self.chosen))

    def action_start_now(self) -> None:
        """Skip the preparation: ask who is here."""
        if self.chosen:
            self.post_message(AskForPeople(self.chosen))

    def action_lessons(self) -> None:
        """Earlier decisions, and what became of them."""
        self.post_message(ShowLessons())

    def action_search(self) -> None:
        """Write in the search field."""
        self.query_one("#search").focus()

    def action_list(self) -> None:
        """Back to the list, with everything in it."""
        self.query_one("#search", Input).value = ""
        self.query_one("#exercises").focus()

    def action_package(self, step: int) -> None:
        """Show the next or the previous package."""
        if self._shelves:
            self._package = (self._package + step) % len(self._shelves)
            self.query_one("#packages", OptionList).highlighted = self._package
            self._fill()

    def action_rehearse(self) -> None:
        """Tell how to practise the chosen exercise with simulated phones."""
        if self.chosen:
            # Whoever practises does not do so before the first screen has been painted.
            from sessionrunner.tui.screens.practising import practice_leaflet

            self.app.push_screen(practice_leaflet(self.words, self.chosen))

    def action_doctor(self) -> None:
        """Look whether the laptop is ready."""
        self.post_message(ShowDoctor())
