"""The library: what there is, what each exercise needs, which one to lead."""

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.browsing import ALL, Filters, Search
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.progress import Progress, progress
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.tui import shelf
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.messages import AskForPeople, LibraryShown, PrepareExercise, ShowDoctor, ShowLessons
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.start import Laptop
from sessionrunner.tui.widgets import exercise_card, narrowed, progress_card
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
        Key("narrow", "f", "narrow", "f"),
        Key("lessons", "l", "lessons", "l"),
        Key("package", "left", "package(-1)", "←→"),
        Key("doctor", "d", "doctor", "d"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        Key("rehearse", "ö,r", "rehearse", "ö"),
        HELP,
    )
    BINDINGS = bindings(KEYS, ("right", "package(1)"), ("escape", "list"), ("down", "go_to('exercises')"))

    def __init__(self, words: Catalogue, laptop: Laptop) -> None:
        super().__init__(words)
        self._laptop = laptop
        self._shelves: tuple[shelf.Shelf, ...] = ()
        self._shown: tuple[Exercise, ...] = ()
        self._package = 0
        self._filters = ALL
        self._search = Search(())
        self._progress = Progress()

    def compose(self) -> ComposeResult:
        """Search first, then three columns."""
        with Horizontal(id="search-line"):
            yield Static(self.words("tui.library.search-word"), id="search-word")
            yield Input(placeholder=self.words("tui.library.search"), id="search", select_on_focus=False, compact=True)
        with Horizontal(id="columns"):
            yield OptionList(id="packages", markup=False)
            with Vertical(id="middle"):
                yield Static(id="package-name")
                yield Static(id="narrowed")
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
        exercises = self._laptop.exercises()
        self.app.call_from_thread(self._take, exercises)

    def _take(self, exercises: Sequence[Exercise]) -> None:
        self._shelves = shelf.shelves(exercises, self.words("tui.library.all"))
        self._search = Search(exercises)
        self._stack()
        self._fill(FIRST_CHOICE)
        self.call_after_refresh(self._shown_now)

    def _shown_now(self) -> None:
        """The list stands; what can wait begins."""
        self.post_message(LibraryShown())
        self._look_back()

    def on_screen_resume(self) -> None:
        """An hour may just have ended."""
        if self._shelves:
            self._look_back()

    @work(thread=True, exclusive=True, group="look-back")
    def _look_back(self) -> None:
        """What the group has done; a share that is slow or away costs only the memory."""
        with suppress(SessionRunnerError):
            past = self._laptop.host().memory.past()
            self.app.call_from_thread(self._remember, progress(past, self._shelves[0].exercises))

    def _remember(self, found: Progress) -> None:
        if found != self._progress:
            self._progress = found
            self._stack()
            self._fill(self.chosen.id if self.chosen else "")

    def _stack(self) -> None:
        """The packages, and how far the group has come in each."""
        packages = self.query_one("#packages", OptionList)
        packages.clear_options()
        packages.add_options(exercise_card.package_line(self.words, one, self._progress) for one in self._shelves)
        packages.highlighted = self._package

    def _fill(self, choice: str = "") -> None:
        """Show the exercises of the chosen package that fit the search and the filters."""
        chosen = self._shelves[self._package]
        self._shown = self._search.found(chosen.exercises, self._query, self._filters, self._progress.done)
        self._tell_filters()
        listing = self.query_one("#exercises", OptionList)
        listing.clear_options()
        listing.add_options(Option(line) for line in exercise_card.lines(self.words, self._shown, self._progress))
        self.query_one("#package-name", Static).update(exercise_card.shelf_name(self.words, chosen, len(self._shown)))
        ids = [exercise.id for exercise in self._shown]
        listing.highlighted = (ids.index(choice) if choice in ids else 0) if ids else None
        self._describe()

    @on(OptionList.OptionHighlighted, "#exercises")
    def _describe(self) -> None:
        exercise = self.chosen
        if exercise:
            text = exercise_card.description(self.words, exercise, self._before(exercise))
        else:
            text = safe(narrowed.nothing(self.words, self._query, self._filters))
        self.query_one("#detail-text", Static).update(text)
        self.query_one("#detail").scroll_home(animate=False)

    def _before(self, exercise: Exercise) -> list[Content]:
        return progress_card.lines(self.words, exercise, self._progress, self._shelves[0].exercises)

    def _tell_filters(self) -> None:
        """What is asked for, in words, where something is."""
        line = self.query_one("#narrowed", Static)
        line.display = self._filters != ALL
        if line.display:
            line.update(narrowed.line(self.words, self._filters))

    @property
    def _query(self) -> str:
        return self.query_one("#search", Input).value

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
        self._narrow_to(ALL)
        self.query_one("#search", Input).value = ""
        self.query_one("#exercises").focus()

    def action_narrow(self) -> None:
        """Choose what is to be shown."""
        if self._shelves:
            # Nobody narrows a list down before it has been painted.
            from sessionrunner.tui.screens.narrowing import NarrowingScreen

            self.app.push_screen(NarrowingScreen(self.words, self._filters, self._hits), self._narrow_to)

    def _hits(self, filters: Filters) -> int:
        chosen = self._shelves[self._package]
        return len(self._search.found(chosen.exercises, self._query, filters, self._progress.done))

    def _narrow_to(self, filters: Filters | None) -> None:
        if filters is not None and filters != self._filters:
            self._filters = filters
            self._fill(self.chosen.id if self.chosen else "")

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
