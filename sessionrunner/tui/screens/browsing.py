"""Looking through the library: packages, words, filters, and what they leave to choose from."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.tui.front_page import FrontPage
from sessionrunner.tui.messages import LibraryShown
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.start import Laptop, Waiting
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.legend import legend
from sessionrunner.tui.widgets.listing import Listing
from sessionrunner.tui.widgets.waiting_line import WaitingLine

if TYPE_CHECKING:
    from sessionrunner.core.browsing import Filters
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.core.progress import Progress
    from sessionrunner.tui.stands import Looking, Shown, Stand

FIRST_CHOICE = "introduktion/min-uppgift"
"""Chosen when the library is opened: short, and made for a group that has not done this before."""
_CALM = 0.25
"""Seconds with the list on the screen before what it leads to is loaded: until then the machine has enough to paint."""


def is_exercise(shown: "Shown | None") -> "TypeGuard[Exercise]":
    """Whether it is an exercise; what one is made of is not loaded before somebody asks."""
    from sessionrunner.core.exercise import Exercise

    return isinstance(shown, Exercise)


class BrowsingScreen(LeaderScreen):
    """Search, packages, what is found, and the chosen one; what is done with it is for the library to say."""

    AUTO_FOCUS = "#exercises"

    def __init__(self, words: Catalogue, laptop: Laptop) -> None:
        super().__init__(words)
        self._laptop = laptop
        self._exercises: tuple[Exercise, ...] = ()
        self._stands: list[Stand] = []
        self._shown: Sequence[Shown] = ()
        self._described: Shown | None = None
        self._package = 0
        self._asked: Looking | None = None
        self._front = FrontPage(laptop.front)
        self._begin_at = FIRST_CHOICE
        self._calm = False
        """Whether the list has been on the screen for a while."""
        self._wanted = False
        """Whether the programmes were asked for before they had been read."""

    def compose(self) -> ComposeResult:
        """Search first, then three columns."""
        with Horizontal(id="search-line"):
            yield Static(self.words("tui.library.search-word"), id="search-word")
            yield Input(placeholder=self.words("tui.library.search"), id="search", select_on_focus=False, compact=True)
        yield WaitingLine()
        with Horizontal(id="columns"):
            packages = Listing(id="packages", markup=False)
            packages.can_focus = False
            yield packages
            with Vertical(id="middle"):
                yield Static(id="package-name")
                yield Static(id="narrowed")
                yield Listing(id="exercises", markup=False)
                yield Static(legend(self.words), id="legend")
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(id="detail-text")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The first paint has the whole list in it."""
        if not self._front.paint(self):
            self._open()
        self.set_timer(_CALM, self._painted)

    def _open(self) -> None:
        """From here on the exercises themselves are at hand, not only what the list looks like."""
        if not self._stands:
            self._take(self._laptop.exercises())

    def _take(self, exercises: "Sequence[Exercise]") -> None:
        from sessionrunner.tui.stands import package_stands

        self._exercises = tuple(exercises)
        self._stands = package_stands(self.words, self._exercises)
        self._package = min(self._package, len(self._stands) - 1)
        if self._front.settle(self._stands, self._looking, self._begin_at):
            self._shown = self._stands[0].found(self._looking)
            self._described = next(one for at, one in enumerate(self._shown) if self._front.describes(at))
            if self.chosen is not self._described:
                self._describe()
        else:
            self._stack()
            self.fill(self._begin_at)

    @property
    def _looking(self) -> "Looking":
        from sessionrunner.tui.stands import Looking

        self._asked = self._asked or Looking()
        return self._asked

    def _painted(self) -> None:
        """The list stands; what can wait begins."""
        self._calm = True
        self._open()
        self.post_message(LibraryShown())
        self._look_back()

    def on_screen_resume(self) -> None:
        """An hour may just have ended."""
        if self._calm:
            self._look_back()

    @work(thread=True, exclusive=True, group="look-back")
    def _look_back(self) -> None:
        """The programmes, and what the group has done; a share that is slow or away costs only the memory."""
        host = self._laptop.host()
        exercises = tuple(host.exercises())
        changed = exercises != self._exercises
        if changed:
            self.call_later(self._take, exercises)
        if changed or self._stands[-1].filtered:
            from sessionrunner.tui.programme_stand import ProgrammeStand

            programmes = self._laptop.days().programmes()
            self.call_later(self._add, ProgrammeStand(self.words, programmes, exercises, host.today()))
        self.call_later(self._tell_waiting, self._laptop.unfinished().waiting())
        from sessionrunner.core.progress import progress

        with suppress(SessionRunnerError):
            self.call_later(self._remember, progress(host.memory.past(), exercises))

    def _tell_waiting(self, waiting: Waiting) -> None:
        self.query_one(WaitingLine).show(waiting)

    def _add(self, stand: "Stand") -> None:
        if not self._stands[-1].filtered:
            return
        self._stands.append(stand)
        self._stack()
        if self._wanted:
            self.action_programmes()

    def _remember(self, found: "Progress") -> None:
        if found != self._looking.so_far:
            self._look_for(replace(self._looking, so_far=found))
            self._stack()

    def begin_at(self, exercise: "Exercise") -> None:
        """Choose this exercise when the list is shown again: it has just been written."""
        self._begin_at, self._package = exercise.id, 0

    def _stack(self) -> None:
        """The packages, and how far the group has come in each."""
        packages = self.query_one("#packages", OptionList)
        packages.clear_options()
        packages.add_options(one.entry(self._looking) for one in self._stands)
        packages.highlighted = self._package

    def fill(self, choice: str = "") -> None:
        """Show what the chosen package has that fits, this one chosen if it is there."""
        stand = self._stands[self._package]
        self._shown = stand.found(self._looking)
        self._tell_filters()
        listing = self.query_one("#exercises", OptionList)
        listing.clear_options()
        listing.add_options(Option(line) for line in stand.lines(self._shown, self._looking))
        self.query_one("#package-name", Static).update(stand.name(len(self._shown)))
        ids = [one.id for one in self._shown]
        listing.highlighted = (ids.index(choice) if choice in ids else 0) if ids else None
        self._describe()

    @on(OptionList.OptionHighlighted, "#exercises")
    def _describe_other(self, event: OptionList.OptionHighlighted) -> None:
        if not self._stands and self._front.describes(event.option_index):
            return
        if self.chosen is not self._described:
            self._describe()

    def _describe(self) -> None:
        self._described = self.chosen
        text = self._stands[self._package].describe(self.chosen, self._looking)
        self.query_one("#detail-text", Static).update(text)
        self.query_one("#detail").scroll_home(animate=False)

    def _tell_filters(self) -> None:
        """What is asked for, in words, where something is."""
        from sessionrunner.core.browsing import ALL
        from sessionrunner.tui.widgets import narrowed

        line, filters = self.query_one("#narrowed", Static), self._looking.filters
        line.display = filters != ALL and self._stands[self._package].filtered
        if line.display:
            line.update(narrowed.line(self.words, filters))

    @property
    def chosen(self) -> "Shown | None":
        """What is under the cursor."""
        self._open()
        at = self.query_one("#exercises", OptionList).highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    def _look_for(self, looking: "Looking") -> None:
        """Look for something else, and stay where the cursor is if it is still there."""
        if looking != self._looking:
            self._asked = looking
            if self._stands:
                self.fill(self.chosen.id if self.chosen else "")

    @on(Input.Changed, "#search")
    def _searched(self, event: Input.Changed) -> None:
        if event.value:
            self._open()
        if self._stands and event.value != self._looking.query:
            self._asked = replace(self._looking, query=event.value)
            self.fill()

    @on(OptionList.OptionSelected, "#packages")
    def _package_clicked(self, event: OptionList.OptionSelected) -> None:
        self.action_package(event.option_index - self._package)

    def action_search(self) -> None:
        """Write in the search field."""
        self.query_one("#search").focus()

    def action_list(self) -> None:
        """Back to the list, with everything in it."""
        from sessionrunner.core.browsing import ALL

        self._open()
        self.narrow_to(ALL)
        self.query_one("#search", Input).value = ""
        self.query_one("#exercises").focus()

    def action_narrow(self) -> None:
        """Choose what is to be shown."""
        self._open()
        if self._stands[self._package].filtered:
            # Nobody narrows a list down before it has been painted.
            from sessionrunner.tui.screens.narrowing import NarrowingScreen

            self.app.push_screen(NarrowingScreen(self.words, self._looking.filters, self._hits), self.narrow_to)

    def _hits(self, filters: "Filters") -> int:
        return len(self._stands[self._package].found(replace(self._looking, filters=filters)))

    def narrow_to(self, filters: "Filters | None") -> None:
        """Show only what passes these; None changes nothing."""
        if filters is not None:
            self._look_for(replace(self._looking, filters=filters))

    def action_package(self, step: int) -> None:
        """Show the next or the previous package."""
        self._open()
        self._package = (self._package + step) % len(self._stands)
        self.query_one("#packages", OptionList).highlighted = self._package
        self.fill()

    def action_programmes(self) -> None:
        """Show the programmes, or all exercises again."""
        if not self._stands or self._stands[-1].filtered:
            self._wanted = True
            return
        last = len(self._stands) - 1
        self.action_package(-self._package if self._package == last else last - self._package)
