"""The library's three columns: packages, what fits in the chosen one, and the chosen exercise in full."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.locale import Catalogue
from sessionrunner.tui.front_page import FrontPage
from sessionrunner.tui.on_show import OnShow
from sessionrunner.tui.start import Laptop
from sessionrunner.tui.widgets.legend import legend
from sessionrunner.tui.widgets.listing import Listing

if TYPE_CHECKING:
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.tui.stands import Looking, Shown, Stand

FIRST_CHOICE = "introduktion/min-uppgift"
"""Chosen when the library is opened: short, and made for a group that has not done this before."""


class Showcase(Horizontal):
    """Painted as it looked last; the exercises themselves are read when something is asked of them."""

    def __init__(self, words: Catalogue, laptop: Laptop, described: "Callable[[Stand], None]") -> None:
        """``described`` is called when something else is under the cursor, with its stand."""
        super().__init__(id="columns")
        self._words, self._laptop, self._tell = words, laptop, described
        self._front = FrontPage(laptop.front)
        self._described: Shown | None = None
        self._begin_at = FIRST_CHOICE
        self.exercises: tuple[Exercise, ...] = ()
        self.on_show = OnShow()

    def compose(self) -> ComposeResult:
        """Packages, exercises, the chosen one."""
        packages = Listing(id="packages", markup=False)
        packages.can_focus = False
        yield packages
        with Vertical(id="middle"):
            yield Static(id="package-name")
            yield Static(id="narrowed")
            yield Listing(id="exercises", markup=False)
            yield Static(legend(self._words), id="legend")
        with VerticalScroll(id="detail", can_focus=False):
            yield Static(id="detail-text")

    def paint(self) -> None:
        """The first paint has the whole list in it: as it was kept, else as it is."""
        if not self._front.paint(self):
            self.open()

    def open(self) -> None:
        """From here on the exercises themselves are at hand, not only what the list looks like."""
        if not self.on_show.stands:
            self.take(self._laptop.exercises())

    def take(self, exercises: "Sequence[Exercise]") -> None:
        """Show these exercises."""
        from sessionrunner.tui.stands import package_stands

        on_show, self.exercises = self.on_show, tuple(exercises)
        on_show.take(package_stands(self._words, self.exercises))
        if self._front.settle(on_show.stands, on_show.looking, self._begin_at):
            on_show.shown = on_show.stands[0].found(on_show.looking)
            self._described = next(one for at, one in enumerate(on_show.shown) if self._front.describes(at))
            if self.chosen is not self._described:
                self._describe()
        else:
            self.stack()
            self.fill(self._begin_at)

    def begin_at(self, exercise: "Exercise") -> None:
        """Choose this exercise when the list is shown again: it has just been written."""
        self._begin_at, self.on_show.at = exercise.id, 0

    def stack(self) -> None:
        """The packages, and how far the group has come in each."""
        packages = self.query_one("#packages", OptionList)
        packages.clear_options()
        packages.add_options(one.entry(self.on_show.looking) for one in self.on_show.stands)
        packages.highlighted = self.on_show.at

    def fill(self, choice: str = "") -> None:
        """Show what the chosen package has that fits, this one chosen if it is there."""
        on_show, stand = self.on_show, self.on_show.stand
        on_show.find()
        # The signs are those of exercises.
        self.query_one("#legend").display = stand.filtered
        self._tell_filters()
        listing = self.query_one("#exercises", OptionList)
        listing.clear_options()
        listing.add_options(Option(line) for line in stand.lines(on_show.shown, on_show.looking))
        self.query_one("#package-name", Static).update(stand.name(len(on_show.shown)))
        listing.highlighted = on_show.line_of(choice)
        self._describe()

    def _tell_filters(self) -> None:
        """What is asked for, in words, where something is."""
        from sessionrunner.core.browsing import ALL
        from sessionrunner.tui.widgets import narrowed

        line, filters = self.query_one("#narrowed", Static), self.on_show.looking.filters
        line.display = filters != ALL and self.on_show.stand.filtered
        if line.display:
            line.update(narrowed.line(self._words, filters))

    @on(OptionList.OptionHighlighted, "#exercises")
    def _describe_other(self, event: OptionList.OptionHighlighted) -> None:
        if not self.on_show.stands and self._front.describes(event.option_index):
            return
        if self.chosen is not self._described:
            self._describe()

    def _describe(self) -> None:
        self._described = self.chosen
        text = self.on_show.stand.describe(self.chosen, self.on_show.looking)
        self.query_one("#detail-text", Static).update(text)
        self.query_one("#detail").scroll_home(animate=False)
        self._tell(self.on_show.stand)

    @property
    def chosen(self) -> "Shown | None":
        """What is under the cursor."""
        self.open()
        return self.on_show.on_line(self.query_one("#exercises", OptionList).highlighted)

    def look_for(self, looking: "Looking") -> bool:
        """Look for something else, and stay where the cursor is if it is still there; whether it is anything else."""
        changed = self.on_show.look_for(looking)
        if changed and self.on_show.stands:
            self.fill(self.chosen.id if self.chosen else "")
        return changed

    def turn(self) -> None:
        """Show the stand that is looked at now."""
        self.query_one("#packages", OptionList).highlighted = self.on_show.at
        self.fill()

    @on(OptionList.OptionSelected, "#packages")
    def _package_clicked(self, event: OptionList.OptionSelected) -> None:
        self.on_show.at = event.option_index
        self.turn()
