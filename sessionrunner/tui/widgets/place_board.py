"""Groups and tables: who sits where, who reports, where they go next."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sessionrunner.core.public import Place
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import one_line

_WIDEST_TABLE = 14
_GAP = 3
_WIDEST_END = 48
"""Columns for who speaks, who stays and who goes where."""


class PlaceBoard(Widget):
    """One line a group; members are cut before anything else, and what does not fit is counted."""

    def __init__(self, words: Catalogue, name: str = "places") -> None:
        super().__init__(id=name)
        self._words = words
        self._places: tuple[Place, ...] = ()
        self._short = False

    def show(self, places: Sequence[Place], short: bool = False) -> None:
        """Draw these places; ``short`` only counts them, when the notes need the room."""
        if (tuple(places), short) == (self._places, self._short):
            return
        self._places, self._short = tuple(places), short
        self.display = bool(places)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A row a group; the screen's styles say how many there is room for."""
        return 1 if self._short else len(self._places)

    def render(self) -> Content:
        """As many groups as there are rows."""
        if self._short and self._places:
            sizes = "+".join(str(len(place.members)) for place in self._places)
            return one_line(self._words("tui.places.short", n=len(self._places), sizes=sizes))
        rows = self._rows()
        height = max(self.size.height, 1)
        if len(rows) > height:
            hidden = len(rows) - height + 1
            rows = [*rows[: height - 1], one_line(self._words("tui.places.more", n=hidden), "$muted")]
        return Content("\n").join(rows)

    def _rows(self) -> list[Content]:
        tables = _column([place.table or "" for place in self._places], _WIDEST_TABLE)
        labels = _column([place.label for place in self._places], 4)
        ends = [self._end(place) for place in self._places]
        members = [one_line(phrases.names(place.members)) for place in self._places]
        room = self._room_for_members(members, ends, len((tables or [""])[0]) + len((labels or [""])[0]))
        return [
            Content.assemble((table, "bold"), (label, "bold $accent"), _cut(who, room), end)
            for table, label, who, end in zip(tables, labels, members, ends, strict=True)
        ]

    def _room_for_members(self, members: Sequence[Content], ends: Sequence[Content], start: int) -> int:
        """What the longest list needs, or what is left beside the other columns."""
        longest = max((who.cell_length for who in members), default=0) + _GAP
        left = self.size.width - start - max((end.cell_length for end in ends), default=0)
        return max(min(longest, left), 6)

    def _end(self, place: Place) -> Content:
        """Who speaks or stays, and where the group goes."""
        parts = []
        if place.reporter:
            parts.append(self._words("tui.places.reporter", name=place.reporter))
        if place.host:
            parts.append(self._words("tui.places.host", name=place.host))
        if place.next_table:
            parts.append(f"→ {place.next_table}")
        elif place.moves:
            parts.append(moving(place))
        return one_line("  ".join(parts), "$muted").truncate(_WIDEST_END, ellipsis=True)


def moving(place: Place) -> str:
    """Who leaves a table whose host stays, and where each of them goes: ``Ann → Bord 2  Bo → Bord 3``."""
    return "  ".join(f"{phrases.names(move.members)} → {move.table}" for move in place.moves)


def _cut(text: Content, width: int) -> Content:
    """Cut to the width, with a gap before what follows."""
    return text.truncate(width - _GAP, ellipsis=True, pad=True) + " " * _GAP


def _column(texts: Sequence[str], widest: int) -> list[str]:
    """Texts cut and padded to one width; nothing at all when every one is empty."""
    plain = [one_line(text).truncate(widest, ellipsis=True).plain for text in texts]
    width = max((cell_len(text) for text in plain), default=0)
    return [f"{text}{' ' * (width - cell_len(text) + 2)}" if width else "" for text in plain]
