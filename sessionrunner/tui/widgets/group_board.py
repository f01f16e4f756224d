"""One step's groups with a cursor: somebody is picked up with Enter and put down in another group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.exercise import Step
from sessionrunner.core.groups import Division, Group
from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import joined, one_line

_WIDEST = 24
"""Columns of the longest name that sets the width of all of them."""


@dataclass(frozen=True, slots=True)
class Seats:
    """What the board shows: a step, its groups, and what is special about some of them."""

    step: Step
    division: Division
    locked: frozenset[str]
    tables: Mapping[str, str]
    """Name of the table each group sits at, by label."""
    marked: frozenset[str] = frozenset()
    """People whom a wish is broken about."""


class GroupBoard(Static):
    """Every group with its members; the cursor is on a person."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="board")
        self._words = words
        self._seats: Seats | None = None
        self._at = (0, 0)
        """Group and member under the cursor."""
        self._cursor_line = 0
        self._width = 0
        """Columns that a name takes, so that names stand in columns."""
        self.held: str | None = None
        """Who has been picked up."""

    def show(self, seats: Seats | None) -> None:
        """Draw these groups; the cursor stays with the person it was on, if they are there."""
        person = self.person
        self._seats = seats
        groups = self._groups()
        found = [(at, one.members.index(person)) for at, one in enumerate(groups) if person in one.members]
        row = min(self._at[0], max(len(groups) - 1, 0))
        self._at = found[0] if found else (row, 0)
        if self.held is not None and not any(self.held in group.members for group in groups):
            self.held = None
        self.redraw()

    @property
    def group(self) -> Group | None:
        """The group under the cursor."""
        groups = self._groups()
        return groups[self._at[0]] if groups else None

    @property
    def person(self) -> str | None:
        """The person under the cursor."""
        return self.group.members[self._at[1]] if self.group else None

    def label(self, number: int) -> str | None:
        """The label of the group with this number, counted from 1."""
        groups = self._groups()
        return groups[number - 1].label if 0 < number <= len(groups) else None

    def move(self, rows: int, columns: int) -> None:
        """Let the cursor go to another group or another member."""
        groups = self._groups()
        if not groups:
            return
        row = min(max(self._at[0] + rows, 0), len(groups) - 1)
        last = len(groups[row].members) - 1
        self._at = row, min(max(self._at[1] + columns, 0), last)
        self.redraw()

    def hold(self, person: str | None) -> None:
        """Pick somebody up, or nobody."""
        self.held = person
        self.redraw()

    def _groups(self) -> Sequence[Group]:
        return [group for group in self._seats.division.groups if group.members] if self._seats else ()

    def redraw(self) -> None:
        """Write the groups out, as wide as there is room, and keep the cursor in sight."""
        rows: list[Content] = []
        lengths = [cell_len(name) + 3 for group in self._groups() for name in group.members]
        self._width = min(max(lengths, default=0), _WIDEST)
        for at, group in enumerate(self._groups()):
            if at == self._at[0]:
                self._cursor_line = len(rows)
            rows += self._rows(at, group)
        self.update(Content("\n").join(rows))
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        parent = self.parent
        if parent is not None and self.is_attached:
            top = self._cursor_line + self.virtual_region.y
            scroll = self.screen.query_one("#sheet")
            if not scroll.scroll_y <= top < scroll.scroll_y + scroll.size.height - 1:
                scroll.scroll_to(y=max(top - 2, 0), animate=False)

    def _rows(self, at: int, group: Group) -> list[Content]:
        """A group on as many lines as its names need."""
        start = self._start(at, group)
        width = max((self.size.width or 78) - start.cell_length - 1, 12)
        lines = list(_wrapped([self._cell(at, number, name) for number, name in enumerate(group.members)], width))
        end = self._end(group)
        column = max(len(one.members) for one in self._groups()) * self._width
        if len(lines) == 1 and end and column + end.cell_length + 2 <= width:
            lines = [lines[0] + " " * (column - lines[0].cell_length)]
        if lines and end and lines[-1].cell_length + end.cell_length + 2 <= width:
            lines[-1] = joined(lines[-1], end, between="  ")
        elif end:
            lines.append(end)
        hang = Content(" " * start.cell_length)
        return [(start if number == 0 else hang) + line for number, line in enumerate(lines)]

    def _start(self, at: int, group: Group) -> Content:
        assert self._seats is not None  # there is a group
        here = at == self._at[0]
        number = f"{at + 1}" if self.held and at < 9 else "▸" if here else " "
        sign = "▣" if group.label in self._seats.locked else " "
        table = self._seats.tables.get(group.label, "")
        widest = max((len(name) for name in self._seats.tables.values()), default=-2)
        shown = one_line(table, "bold").truncate(14, ellipsis=True)
        gap = " " * (min(widest, 14) - shown.cell_length + 2)
        label = (f"{group.label:<3}", "bold $accent")
        return Content.assemble((number, "$soon bold" if self.held else "bold"), f"{sign} ", label, shown, gap)

    def _cell(self, at: int, number: int, name: str) -> Content:
        """A name with its two brackets' room, so that the cursor moves nothing."""
        assert self._seats is not None  # there is a name
        plain = one_line(name).plain or "?"
        shown = f"{plain}!" if name in self._seats.marked else plain
        if name == self.held:
            cell = Content.styled(f"↕{shown}↕", "bold $soon")
        elif (at, number) == self._at:
            cell = Content.styled(f"[{shown}]", "bold reverse")
        else:
            cell = Content.styled(f" {shown} ", "$soon" if name in self._seats.marked else "")
        return cell + " " * (self._width - cell.cell_length)

    def _end(self, group: Group) -> Content:
        assert self._seats is not None  # there is a group
        parts = [self._words("board.locked")] if group.label in self._seats.locked else []
        parts += [self._words("tui.places.host", name=group.host)] if group.host else []
        parts += [self._words("tui.places.reporter", name=group.reporter)] if group.reporter else []
        return one_line(" · ".join(parts), "$muted")


def _wrapped(names: Sequence[Content], width: int) -> Iterator[Content]:
    """Names on lines no wider than this; a name is never broken in two."""
    line = Content("")
    for name in names:
        fitting = name.truncate(width, ellipsis=True)
        if line.cell_length and line.cell_length + fitting.cell_length > width:
            yield line
            line = Content("")
        line = line + fitting
    yield line
