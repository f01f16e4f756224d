"""The library is painted as it looked last, and is right a moment later whatever was kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from textual.widgets import OptionList

from sessionrunner.core.exercise import Exercise
from sessionrunner.locale import load
from sessionrunner.output.qr import matrix
from sessionrunner.tui.day_app import DayApp
from sessionrunner.tui.screens.library import LibraryScreen
from tests.tui.fakes import FakeHost, a_laptop, themes
from tests.tui.looking import Look, looked_back, opened
from tests.tui.pictures import MIDDLE


class MemoryFront:
    """A page in memory."""

    def __init__(self, page: object = None) -> None:
        self.kept: Any = page

    def page(self) -> object:
        """What was kept."""
        return self.kept

    def keep(self, page: object) -> None:
        """Keep it."""
        self.kept = page


def an_app(front: MemoryFront, exercises: Callable[[], Sequence[Exercise]] | None = None) -> DayApp:
    laptop = a_laptop(FakeHost())
    laptop = replace(laptop, front=front, exercises=exercises or laptop.exercises)
    return DayApp(laptop, load("sv"), themes(), "morkt", qr=matrix)


async def opened_once() -> MemoryFront:
    front = MemoryFront()
    async with opened(an_app(front), MIDDLE):
        return front


def listed(look: Look) -> OptionList:
    return look.app.screen.query_one("#exercises", OptionList)


async def test_the_list_stands_before_the_exercises_are_asked_for() -> None:
    """Nobody waits for eighty exercises to be read in order to see what they are called."""
    seen: list[int] = []

    def exercises() -> Sequence[Exercise]:
        seen.append(app.screen.query_one("#exercises", OptionList).option_count)
        return FakeHost().exercises()

    app = an_app(await opened_once(), exercises)
    async with opened(app, MIDDLE) as look:
        await look.press("down")
        assert seen[0] == listed(look).option_count > 50


async def test_a_page_without_memory_is_made_of_the_exercises() -> None:
    """Control: the first start of all has nothing to paint before it has asked."""
    seen: list[int] = []

    def exercises() -> Sequence[Exercise]:
        seen.append(app.screen.query_one("#exercises", OptionList).option_count)
        return FakeHost().exercises()

    app = an_app(MemoryFront(), exercises)
    async with opened(app, MIDDLE):
        assert seen[0] == 0


async def test_the_painted_page_looks_as_the_made_one() -> None:
    """Every word and sign is the same, so nobody sees that it was kept."""
    front = MemoryFront()
    async with opened(an_app(front), MIDDLE) as look:
        made = await complete(look)
    async with opened(an_app(front), MIDDLE) as look:
        assert await complete(look) == made


async def complete(look: Look) -> str:
    """The library once the programmes stand in it too."""
    await look.until(lambda: "Program" in look.text())
    return look.text()


async def test_a_key_pressed_at_once_does_what_it_says() -> None:
    """Whoever knows the way need not wait."""
    async with opened(an_app(await opened_once()), MIDDLE) as look:
        screen = look.app.screen
        assert isinstance(screen, LibraryScreen)
        await look.press("down")
        assert is_described(screen)
        await look.press("enter")
        assert not isinstance(look.app.screen, LibraryScreen)


def is_described(screen: LibraryScreen) -> bool:
    assert screen.showcase.chosen is not None
    return screen.showcase.chosen.title in str(screen.query_one("#detail-text").render())


async def test_what_is_no_longer_so_is_put_right() -> None:
    """A page that tells of other exercises is gone as soon as the real ones have been read."""
    front = await opened_once()
    right = front.kept
    front.kept = [right[0], right[1], [["Finns inte längre"]], 0, ["Borta"]]
    async with opened(an_app(front), MIDDLE) as look:
        await look.press("down")
        await looked_back(look)
        assert "Finns inte" not in look.text()
        assert "Borta" not in look.text()
        assert front.kept == right


@pytest.mark.parametrize("damage", [0, [], [1, 2, 3, 4, 5], [[["A"]], ["B"], [["C"]], 7, ["D"]], {"a": 1}, "hejsa"])
async def test_a_damaged_page_is_not_painted(damage: object) -> None:
    """Nothing that was kept can stop the library, and what is wrong does not stay."""
    front = MemoryFront(damage)
    async with opened(an_app(front), MIDDLE) as look:
        assert listed(look).option_count > 50
        assert front.kept != damage


@pytest.mark.parametrize("text", [["Klicka här", [0, 6, "@click=app.quit"]], ["Klicka\x1b[2J"], ["Klicka\u202e"]])
async def test_what_the_screen_would_obey_is_not_painted(text: object) -> None:
    """Neither an action nor a character that hides something comes from a file to the screen."""
    front = await opened_once()
    front.kept = [*front.kept[:4], text]
    async with opened(an_app(front), MIDDLE) as look:
        assert "Klicka" not in look.text()
