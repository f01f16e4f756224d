"""Lines that begin with a sign or a number: a long one goes on beside it, not under it."""

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_NARROWEST = 10
"""Columns that a text always has beside its sign; a narrower place breaks the line elsewhere."""
Line = tuple[Content, Content]
"""What a line begins with, and what stands beside that."""


class Hanging(Visual):
    """Such lines, one below the other, for whatever width there is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = tuple(lines)

    @property
    def plain(self) -> str:
        """The text alone, a line for each."""
        return self._whole().plain

    def at(self, width: int) -> Content:
        """The lines as they stand in so many columns."""
        return Content("\n").join([row for sign, text in self._lines for row in _rows(sign, text, width)])

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """For Textual."""
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """For Textual: every line unbroken."""
        return self._whole().get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """For Textual."""
        return self.at(width).get_height(rules, width)

    def _whole(self) -> Content:
        return Content("\n").join([sign + text for sign, text in self._lines])


def plain_line(text: Content) -> Line:
    """One that begins with nothing."""
    return Content(""), text


def _rows(sign: Content, text: Content, width: int) -> list[Content]:
    room = width - sign.cell_length
    if room < _NARROWEST:
        return [sign + text]
    first, *more = text.wrap(room) or [text]
    return [sign + first, *(Content(" " * sign.cell_length) + row for row in more)]
