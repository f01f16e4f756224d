"""What would end an app of Textual's own: keys that come as no text, while a screen is on its way, or after the end."""

import sys
from asyncio import Event
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

    async def _replace_screen(self, screen: Screen[Any]) -> Screen[Any]:
        """A screen on its way in is let in before it is taken away: half of it would look for its other half."""
        whole: Event = screen._mounted_event
        await whole.wait()
        return await super()._replace_screen(screen)


def _driver() -> type[Driver] | None:
    """What reads the keyboard; None where Textual's own has to do."""
    if sys.platform == "win32" or constants.DRIVER:
        return None
    # There is nothing to import it from on Windows.
    from sessionrunner.tui.input import SturdyDriver

    return SturdyDriver
