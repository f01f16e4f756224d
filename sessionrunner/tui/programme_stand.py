"""The programmes in the library: made when everything else has been painted."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.programme import Programme
from sessionrunner.locale import Catalogue
from sessionrunner.tui.stands import Looking, Shown
from sessionrunner.tui.widgets import programme_card
from sessionrunner.tui.widgets.hanging import Hanging


class ProgrammeStand:
    """All programmes."""

    filtered = False

    def __init__(
        self, words: Catalogue, all_of_them: Sequence[Programme], library: Sequence[Exercise], today: date
    ) -> None:
        self._words, self._all, self._today = words, tuple(all_of_them), today
        self._known = {one.id: one for one in library}

    def entry(self, looking: Looking) -> Content:
        """How many there are."""
        return programme_card.shelf_line(self._words, len(self._all))

    def found(self, looking: Looking) -> Sequence[Shown]:
        """Programmes with all the words in their own title or that of an exercise in them."""
        words = looking.query.casefold().split()
        return tuple(one for one in self._all if all(word in self._text(one) for word in words))

    def _text(self, one: Programme) -> str:
        titles = [self._known[item.exercise].title for item in one.items if item.exercise in self._known]
        return " ".join((one.title, one.package, *titles)).casefold()

    def name(self, count: int) -> Content:
        """That it is programmes."""
        return programme_card.shelf_name(self._words, count)

    def lines(self, found: Sequence[Shown], looking: Looking) -> Sequence[Content]:
        """Length and title."""
        return programme_card.lines(self._words, [one for one in found if isinstance(one, Programme)], self._known)

    def describe(self, one: "Shown | None", looking: Looking) -> Content | Hanging:
        """Its day."""
        if not isinstance(one, Programme):
            return Content(self._words("library.no-programme"))
        return programme_card.description(self._words, one, self._known, looking.so_far, self._today)
