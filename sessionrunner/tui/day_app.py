"""The leader's app for a whole day: between the exercises the day's own screen is home."""

from collections.abc import Mapping

from sessionrunner.core.session import Stage
from sessionrunner.core.theme import Theme
from sessionrunner.daydesk import DayDesk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.screens.day import DayScreen, LeadPart
from sessionrunner.tui.screens.leaflets import QrMatrix
from sessionrunner.tui.start import Laptop


class DayApp(SessionApp):
    """Leads each exercise as usual, and comes back to the day."""

    def __init__(
        self,
        day: DayDesk,
        laptop: Laptop,
        catalogue: Catalogue,
        themes: Mapping[str, Theme],
        theme: str,
        *,
        qr: QrMatrix,
    ) -> None:
        super().__init__(laptop, catalogue, themes, theme, qr=qr)
        self._day = day

    def begin(self) -> None:
        """To the day, and straight into the exercise that is under way."""
        self.go_home()
        desk = self._day.desk
        if desk is not None and self._day.day.session and desk.session.stage is not Stage.CLOSED:
            self._take_up(desk)

    def _clear(self) -> None:
        """Take away every screen above the day."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, DayScreen):
            self.pop_screen()

    def go_home(self) -> None:
        """Show the day."""
        self._clear()
        if not isinstance(self.screen, DayScreen):
            self.push_screen(DayScreen(self.words, self._day, self.host.beforehand.people))

    def on_lead_part(self, asked: LeadPart) -> None:
        """Lead an exercise of the day."""
        self._take_up(asked.desk)
