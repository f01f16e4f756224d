"""What would end an app of Textual's own: keys that come as no text, while a screen is on its way, or after the end."""

import sys
from asyncio import Event
from collections.abc import Callable
from functools import partial
from typing import Any

from textual import constants, events
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen


class SturdyApp(App[None]):
    """An app that goes on whatever comes from the keyboard, and whenever."""

    def __init__(self) -> None:
        super().__init__(driver_class=_driver())

    async def on_event(self, event: events.Event) -> None:
        """What is pressed while the program is being left has no screen to go to."""
        if self.screen_stack or not isinstance(event, events.InputEvent | events.Paste):
            await super().on_event(event)

    def push_screen(self, screen: Any, callback: Any = None, *more: Any, **how: Any) -> Any:
        """Whoever asks may have gone when the answer comes, and has no use for it then."""
        there = self.screen_stack[-1] if callback is not None and self.screen_stack else None
        answered = callback if there is None else partial(self._answer, there, callback)
        return super().push_screen(screen, answered, *more, **how)

    def _answer(self, asker: Screen[Any], callback: Callable[[Any], Any], result: Any) -> Any:
        return callback(result) if asker in self.screen_stack and not asker._pruning else None

    async def _replace_screen(self, screen: Screen[Any]) -> Screen[Any]:
        """A screen on its way in is let in before it is taken away: half of it would look for its other half."""
        await _is_in(screen)
        return await super()._replace_screen(screen)

    def _handle_exception(self, error: Exception) -> None:
        """Screens that are taken apart because the leader leaves may miss their parts; nothing has stopped then."""
        if not self._exit:
            super()._handle_exception(error)


async def _is_in(screen: Screen[Any]) -> None:
    """Return when it has all its parts, or never will."""
    if screen._task is not None and not screen._task.done():
        whole: Event = screen._mounted_event
        await whole.wait()


def _driver() -> type[Driver] | None:
    """What reads the keyboard; None where Textual's own has to do."""
    # There is nothing to import ours from on Windows.
    if sys.platform != "win32" and not constants.DRIVER:
        from sessionrunner.tui.input import SturdyDriver

        return SturdyDriver
    return None
