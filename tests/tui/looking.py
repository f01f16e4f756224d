"""Looking at the screen and pressing keys, as a leader does."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from time import monotonic

from rich.segment import Segment
from textual.command import Command, CommandList
from textual.pilot import Pilot

from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.widgets.waiting_line import WaitingLine
from tests.tui.pictures import SMALL, Size, settled, typed

__all__ = ["SMALL", "Look", "looked_back", "opened"]
_PATIENCE = 60.0
"""Seconds to wait for what must come."""


class Look:
    """An app that is running, with eyes and fingers."""

    def __init__(self, app: SessionApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    def segments(self) -> Iterator[list[Segment]]:
        """What is painted, a list a row, on the screen on top."""
        for strip in self.app.screen._compositor.render_strips():
            yield list(strip)

    def text(self) -> str:
        """What can be read on the screen on top."""
        return "\n".join("".join(segment.text for segment in row) for row in self.segments())

    def words(self, columns: int = 1000) -> str:
        """The leftmost columns, with every run of spaces and line breaks as one space."""
        return " ".join(" ".join(line[:columns] for line in self.text().splitlines()).split())

    def told(self) -> str:
        """The latest notification."""
        messages = [notification.message for notification in self.app._notifications]
        return messages[-1] if messages else ""

    async def until(self, true: Callable[[], object]) -> None:
        """Return when it is, and all that came with it is drawn; AssertionError with the screen if it never is."""
        end = monotonic() + _PATIENCE
        while not true():
            assert monotonic() < end, self.text()
            await self.pilot.pause(0.02)
        await settled(self.pilot)

    async def offered(self, word: str) -> None:
        """Return when what the palette would do is something with this word."""
        commands = self.app.screen.query_one(CommandList)
        await self.until(lambda: commands.highlighted is not None and word in _told_of(commands))

    async def press(self, *keys: str) -> None:
        """Press keys one at a time, waiting for each to take effect."""
        for key in keys:
            await self.pilot.press(key)
            await settled(self.pilot)
        await settled(self.pilot)

    async def write(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*typed(text))
        await settled(self.pilot)


def _told_of(commands: CommandList) -> str:
    """The command that Enter would carry out, in small letters."""
    assert commands.highlighted is not None
    chosen = commands.get_option_at_index(commands.highlighted)
    return str(chosen.hit.text).casefold() if isinstance(chosen, Command) else ""


@asynccontextmanager
async def opened(app: SessionApp, size: Size = SMALL) -> AsyncIterator[Look]:
    """The app on a screen of this size, ready for keys; what it tells stays until it has been looked at."""
    notify = app.notify
    app.notify = lambda message, **how: notify(message, **{**how, "timeout": _PATIENCE})  # type: ignore[method-assign]
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield Look(app, pilot)


async def looked_back(look: Look) -> None:
    """Return when the library has read what was done and what was interrupted; it lets the first paint go before."""
    await look.until(lambda: look.app.screen.query_one(WaitingLine).waiting is not None)
