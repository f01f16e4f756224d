"""The library: found by any word, narrowed by what an hour allows, and marked with how far the group has come."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.widgets import OptionList

from sessionrunner.tui.screens.day import DayScreen
from sessionrunner.tui.screens.library import LibraryScreen
from tests.tui.earlier import remembering
from tests.tui.fakes import FakeHost, an_app
from tests.tui.looking import SMALL, Look, looked_back, opened
from tests.tui.pictures import MIDDLE, Size, typed


@asynccontextmanager
async def library(host: FakeHost | None = None, size: Size = MIDDLE) -> AsyncIterator[Look]:
    async with opened(an_app(host or FakeHost()), size) as look:
        await looked_back(look)
        yield look


def hits(look: Look) -> int:
    return look.app.screen.query_one("#exercises", OptionList).option_count


async def test_a_word_of_the_task_finds_the_exercise() -> None:
    """A leader remembers what was done as often as what it was called."""
    async with library() as look:
        everything = hits(look)
        await look.press("slash", *typed("bikupa"))
        assert 0 < hits(look) < everything


async def test_filters_are_chosen_by_digits_counted_and_said_in_words() -> None:
    """And one key shows everything again."""
    async with library(size=SMALL) as look:
        everything = hits(look)
        await look.press("f", "1", "1", "2", "4")
        assert "övningar passar" in look.text()
        await look.press("enter")
        assert 0 < hits(look) < everything
        assert "Bara högst 30 min · utan hemuppgift" in look.words(48)
        await look.press("escape")
        assert hits(look) == everything
        assert "Bara högst" not in look.text()


async def test_an_empty_result_says_what_was_asked_and_what_to_do() -> None:
    """Nobody stands before an empty list."""
    async with library() as look:
        await look.press("f", "5", "5", "enter", "slash", *typed("zebra"))
        assert hits(look) == 0
        for told in ("Ingen övning passar", "zebra", "gjorda förut", "Esc"):
            assert told in look.words()
        await look.press("escape")
        assert hits(look) > 50


async def test_filters_can_be_left_as_they_were() -> None:
    """Esc in the question changes nothing; 0 in it takes everything away."""
    async with library() as look:
        await look.press("f", "down", "space", "escape")
        everything = hits(look)
        await look.press("f", "1", "0", "enter")
        assert hits(look) == everything


async def test_what_the_group_has_done_is_remembered() -> None:
    """In the package, on the exercise and in words."""
    async with library(remembering()) as look:
        assert "1 av 5 gjorda" in look.words()
        assert "35 min ✓ Min" in look.words()
        assert "Ni har gjort den här 3 gånger" in look.words()


async def test_the_next_in_the_series_is_suggested_and_what_was_left_out_is_told() -> None:
    """A warning, never a stop: Enter still prepares it."""
    async with library(remembering()) as look:
        await look.press("down")
        assert "Nästa i er serie" in look.words()
        assert "inte gjort än: Inledning, Våra" in look.text()
        await look.press("enter")
        assert not isinstance(look.app.screen, LibraryScreen)


async def test_a_programme_is_chosen_looked_at_and_opened() -> None:
    """One key shows them; the day asks who is here, and Esc goes back as if nothing had been."""
    async with library() as look:
        await look.press("p")
        assert "‹ Program" in look.text()
        await look.press("slash", *typed("halv dag"))
        assert "08:30  Våra spelregler" in look.text()
        assert "Fika ◆" in look.text()
        await look.press("enter", "1", "2", "enter")
        assert isinstance(look.app.screen, DayScreen)
        assert "12 deltagare" in look.text()
        await look.press("escape")
        assert isinstance(look.app.screen, LibraryScreen)


async def test_a_days_length_follows_who_is_here_and_what_is_chosen() -> None:
    """Turns take as long as there are people; another exercise has another length."""
    async with library() as look:
        await look.press("p", "slash", *typed("journal i ordning"), "enter", "6", "enter")
        before = look.words()
        await look.press("b")
        assert look.words() != before
        assert "min sammanlagt, klart" in look.words()


async def test_the_smallest_library_shows_the_way_to_the_lessons_and_opens_programmes() -> None:
    """The bottom line says what the keys do to what is chosen."""
    async with library(size=(80, 24)) as look:
        assert "l lärdomar" in look.text().splitlines()[-1]
        assert "Enter förbered" in look.text().splitlines()[-1]
        await look.press("p")
        assert "Enter öppna" in look.text().splitlines()[-1]
