"""The dots of a vote as bars in the terminal."""

from collections.abc import Sequence

from textual.content import Content

from sessionrunner.core.ballot import Result, places
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.widgets.hanging import Hanging

_BAR = 30
"""The longest bar, in characters: it fits the narrowest window."""


def numbered(texts: Sequence[str]) -> Hanging:
    """A line for each, with the number that is written on a paper ballot."""
    wide = len(str(len(texts)))
    return Hanging([(Content(f"{at:{wide}} "), one_line(text)) for at, text in enumerate(texts, 1)])


def ranking(result: Result) -> list[Content]:
    """Two lines for each: place and text, then bar and number."""
    most = max((row.dots for row in result.rows), default=1)
    rows: list[Content] = []
    for place, row in zip(places(result), result.rows, strict=True):
        rows.append(one_line(f"{place}. {row.text}", "bold"))
        rows.append(Content.assemble("   ", ("█" * max(1, round(_BAR * row.dots / most)), "$accent"), f" {row.dots}"))
    return rows
