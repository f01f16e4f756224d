"""What the library has on show: a stand for each package, and one for the programmes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from textual.content import Content

from sessionrunner.core.browsing import ALL, Filters, Search
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.progress import Progress
from sessionrunner.locale import Catalogue
from sessionrunner.tui import shelf
from sessionrunner.tui.safe import safe
from sessionrunner.tui.widgets import exercise_card, narrowed, progress_card

if TYPE_CHECKING:
    from sessionrunner.core.programme import Programme
    from sessionrunner.tui.widgets.hanging import Hanging

Shown: TypeAlias = "Exercise | Programme"
"""What can be chosen in the library."""


@dataclass(frozen=True, slots=True)
class Looking:
    """What the leader looks for, and what the group has done."""

    query: str = ""
    filters: Filters = ALL
    so_far: Progress = field(default_factory=Progress)


class Stand(Protocol):
    """One entry of the list to the left, and what it has to show."""

    @property
    def filtered(self) -> bool:
        """Whether the filters apply to it."""
        ...

    def entry(self, looking: Looking) -> Content:
        """The entry itself."""
        ...

    def found(self, looking: Looking) -> Sequence[Shown]:
        """What fits, in the order it is to be shown."""
        ...

    def name(self, count: int) -> Content:
        """What is shown, and how much of it."""
        ...

    def lines(self, found: Sequence[Shown], looking: Looking) -> Sequence[Content]:
        """A line each."""
        ...

    def describe(self, one: "Shown | None", looking: Looking) -> "Content | Hanging":
        """The chosen one in full; what to do when there is none."""
        ...


def package_stands(words: Catalogue, exercises: Sequence[Exercise]) -> "list[Stand]":
    """All exercises, then a stand a package."""
    search, shelves = Search(exercises), shelf.shelves(exercises, words("tui.library.all"))
    return [PackageStand(words, one, search, exercises) for one in shelves]


class PackageStand:
    """A package's exercises."""

    filtered = True

    def __init__(self, words: Catalogue, one: shelf.Shelf, search: Search, library: Sequence[Exercise]) -> None:
        self._words, self._shelf, self._search, self._library = words, one, search, library

    def entry(self, looking: Looking) -> Content:
        """The package, and how far the group has come in it."""
        return exercise_card.package_line(self._words, self._shelf, looking.so_far)

    def found(self, looking: Looking) -> Sequence[Shown]:
        """Exercises with all the words that pass the filters."""
        return self._search.found(self._shelf.exercises, looking.query, looking.filters, looking.so_far.done)

    def name(self, count: int) -> Content:
        """The package's name."""
        return exercise_card.shelf_name(self._words, self._shelf, count)

    def lines(self, found: Sequence[Shown], looking: Looking) -> Sequence[Content]:
        """Minutes, signs and title."""
        exercises = [one for one in found if isinstance(one, Exercise)]
        return exercise_card.lines(self._words, exercises, looking.so_far)

    def describe(self, one: "Shown | None", looking: Looking) -> Content:
        """Purpose, preparation and steps, after what the group has to do with it."""
        if not isinstance(one, Exercise):
            return safe(narrowed.nothing(self._words, looking.query, looking.filters))
        before = progress_card.lines(self._words, one, looking.so_far, self._library)
        return exercise_card.description(self._words, one, before)
