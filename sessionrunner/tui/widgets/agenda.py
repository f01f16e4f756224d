"""The hour's steps with planned and actual minutes."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from sessionrunner.core.timeline import AgendaRow
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import one_line

_SIGNS = {(False, False): " ", (True, False): "▸", (False, True): "✓"}


class Agenda(Widget):
    """A line a step: done, under way or to come."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="agenda")
        self._words = words
        self._rows: tuple[AgendaRow, ...] = ()
        self._drawn: tuple[object, ...] = ()

    def show(self, rows: Sequence[AgendaRow]) -> None:
        """Draw these rows, if a minute or a step has changed."""
        seen = tuple((row.step.id, self._planned(row), phrases.whole_minutes(row.actual), row.current) for row in rows)
        if seen != self._drawn:
            self._rows, self._drawn = tuple(rows), seen
            self.refresh(layout=True)

    def render(self) -> Content:
        """Titles are cut; the figures stand in columns."""
        head = f"{self._words('tui.agenda.planned'):>7}{self._words('tui.agenda.actual'):>7}"
        title = one_line(self._words("tui.agenda.title"), "bold").truncate(self._room, pad=True)
        return Content("\n").join([title + Content.styled(head, "$muted"), *(self._row(row) for row in self._rows)])

    @property
    def _room(self) -> int:
        return max(self.size.width - 14, 8)

    def _row(self, row: AgendaRow) -> Content:
        title = Content(f"{_SIGNS[row.current, row.done]} ") + one_line(row.step.title)
        title = title.truncate(self._room, ellipsis=True, pad=True)
        actual = str(phrases.whole_minutes(row.actual)) if row.done or row.current else ""
        style = "bold" if row.current else "$muted" if row.done else ""
        return (title + f"{self._planned(row):>7}{actual:>7}").stylize(style)

    def _planned(self, row: AgendaRow) -> str:
        """``5``, or ``5→3`` when minutes have been taken or given."""
        planned, now = phrases.whole_minutes(row.planned), phrases.whole_minutes(row.allotted)
        return str(planned) if planned == now else f"{planned}→{now}"
