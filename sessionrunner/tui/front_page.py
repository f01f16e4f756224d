"""The library's first page, kept as it looks: painted at once, while what it tells of is still being loaded."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.content import Content, Span
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.cleaning import clean

if TYPE_CHECKING:
    from sessionrunner.tui.stands import Looking, Stand
    from sessionrunner.tui.start import Front

_STYLES = frozenset({"bold", "$muted", "$accent", "bold $accent"})
"""All that the page has use for: a style from a file could otherwise be an action."""


class FrontPage:
    """Paints what was kept, and keeps what looks otherwise."""

    def __init__(self, kept: "Front | None") -> None:
        self._kept = kept
        self._painted: object = None
        self._chosen = -1

    def paint(self, showcase: Widget) -> bool:
        """Show the page that was kept; False when there is none that can be shown."""
        told: Any = self._kept.page() if self._kept else None
        with suppress(AttributeError, IndexError, KeyError, TypeError, ValueError):
            packages, name, lines, chosen, text = told
            found = [_read(one) for one in packages], _read(name), [_read(one) for one in lines], _read(text)
            _show(showcase, *found, lines and range(len(lines))[chosen])
            self._painted, self._chosen = told, chosen
            return True
        return False

    def describes(self, line: int) -> bool:
        """Whether the page has the whole of what is on this line."""
        return line == self._chosen

    def settle(self, stands: "Sequence[Stand]", looking: "Looking", choice: str) -> bool:
        """Whether what was painted is what these stands show; if not, that is kept as the next first page."""
        kept, self._kept = self._kept, None
        page = _page(stands, looking, choice) if kept else None
        if kept and page is not None and page != self._painted:
            kept.keep(page)
        return page is not None and page == self._painted


def _show(
    showcase: Widget, packages: list[Content], name: Content, lines: list[Content], text: Content, chosen: int
) -> None:
    shelves, listing = showcase.query_one("#packages", OptionList), showcase.query_one("#exercises", OptionList)
    shelves.add_options(packages)
    shelves.highlighted = 0
    listing.add_options(Option(line) for line in lines)
    listing.highlighted = chosen
    showcase.query_one("#package-name", Static).update(name)
    showcase.query_one("#detail-text", Static).update(text)


def _page(stands: "Sequence[Stand]", looking: "Looking", choice: str) -> object:
    """What the first stand looks like when nobody has asked for anything; None when there is nothing in it."""
    first = stands[0]
    found = first.found(looking)
    if not found:
        return None
    ids = [one.id for one in found]
    chosen = ids.index(choice) if choice in ids else 0
    packages, lines = [one.entry(looking) for one in stands], first.lines(found, looking)
    text = first.describe(found[chosen], looking)
    if not isinstance(text, Content):
        return None
    return [
        [_told(one) for one in packages],
        _told(first.name(len(found))),
        [_told(one) for one in lines],
        chosen,
        _told(text),
    ]


def _told(content: Content) -> list[object]:
    return [content.plain, *([span.start, span.end, str(span.style)] for span in content.spans if span.style)]


def _read(told: Any) -> Content:
    """The text as it was told; ValueError or the like when it was not, or hides something."""
    text, *spans = told
    if clean(text) != text.strip() or not all(style in _STYLES for _, _, style in spans):
        raise ValueError(told)
    return Content(text, spans=[Span(int(start), int(end), style) for start, end, style in spans])
