"""What everything comes back to: the library, or the day while there is one."""

from typing import TYPE_CHECKING

from sessionrunner.tui.screens.library import LibraryScreen
from sessionrunner.tui.speaking import SpeakingApp
from sessionrunner.tui.surroundings import Surroundings

if TYPE_CHECKING:
    from sessionrunner.daydesk import DayDesk


class Home:
    """Finds its screen beneath the others, or shows it."""

    def __init__(self, app: SpeakingApp, around: Surroundings) -> None:
        self._app, self._around = app, around
        self.day: DayDesk | None = None
        """The day that is planned or led, if any."""

    @property
    def shown(self) -> bool:
        """Whether it is the screen on top."""
        return isinstance(self._app.screen, LibraryScreen if self.day is None else self._around.views.day)

    def clear(self) -> None:
        """Take away every screen above it, or above nothing."""
        while len(self._app.screen_stack) > 1 and not self.shown:
            self._app.pop_screen()

    def go(self) -> None:
        """Show it as it was left."""
        self.clear()
        if not self.shown:
            self.show()

    def show(self) -> None:
        """Push it, where it is not to be found beneath the others."""
        words, around = self._app.words, self._around
        if self.day is None:
            self._app.push_screen(LibraryScreen(words, around.laptop))
        else:
            self._app.push_screen(around.views.day(words, self.day, around.host.beforehand.people))
