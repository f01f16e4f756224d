"""A list is drawn anew between a press on the mouse and what comes of it."""

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.style import Style
from textual.widgets import OptionList

from sessionrunner.tui.widgets.choices import Choices
from tests.tui.pictures import settled


class Pointing(App[None]):
    """A list of two lines."""

    def __init__(self, kind: type[OptionList]) -> None:
        super().__init__()
        self.kind = kind
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.kind("ett", "två", id="list")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Remember it."""
        self.chosen.append(event.option_index)


async def clicked(kind: type[OptionList], left: int) -> list[int]:
    """What is chosen when somebody clicks on the second line, and so many are left when the click arrives."""
    app = Pointing(kind)
    async with app.run_test() as pilot:
        listing = app.query_one("#list", OptionList)
        click = events.Click(
            listing, 0, 1, 0, 0, 1, False, False, False, style=Style.from_meta({"option": 1}).rich_style
        )
        for line in range(2, left, -1):
            listing.remove_option_at_index(line - 1)
        listing.post_message(click)
        await settled(pilot)
    return app.chosen


async def test_a_click_on_a_line_chooses_it() -> None:
    """As in any list."""
    assert await clicked(Choices, left=2) == [1]


async def test_a_click_on_a_line_that_has_gone_chooses_nothing() -> None:
    """Rule: a list that gets shorter while somebody points at it ends nothing."""
    assert await clicked(Choices, left=1) == []


async def test_a_list_of_the_usual_kind_would_fall() -> None:
    """The control."""
    with pytest.raises(IndexError):
        await clicked(OptionList, left=1)
