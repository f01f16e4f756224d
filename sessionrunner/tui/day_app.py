"""The leader's app with whole days in it: while a day is led, its own screen is home."""

from typing import TYPE_CHECKING

from textual import work

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.messages import LeadPart, OpenProgramme, TakeUpAgain

if TYPE_CHECKING:
    from sessionrunner.daydesk import DayDesk
    from sessionrunner.tui.start import Start


class DayApp(SessionApp):
    """Leads single exercises and days of several; each exercise of a day as usual, and then back to the day."""

    day: "DayDesk | None" = None
    """The day that is planned or led, if any."""

    def begin(self) -> None:
        """To the day that was asked for, and straight into the exercise that is under way."""
        if self.start.day is None:
            super().begin()
        else:
            self.lead(self.start.day)

    @work(thread=True, exclusive=True, group="open")
    def on_take_up_again(self, asked: TakeUpAgain) -> None:
        """Go on with what was interrupted; a second press of the key takes up nothing more."""
        if self.desk is not None or self.day is not None:
            return
        try:
            found = self.laptop.unfinished().take_up(asked.which)
        except SessionRunnerError as error:
            self.notify(self.words.explain(error), severity="warning", markup=False, timeout=12)
        else:
            self.call_from_thread(self._go_on, found)

    def _go_on(self, found: "Start") -> None:
        self.start = found
        self.begin()

    def lead(self, day: "DayDesk") -> None:
        """Show a day where it is."""
        self._clear()
        self.day = day
        self.show_home()
        desk = day.desk
        under_way = desk is not None and day.day.session and desk.session.stage is not self.views.stage.CLOSED
        # Of a day from another date the leader is asked first.
        if desk is not None and under_way and day.plan.old is None:
            self.take_up(desk)

    def is_home(self) -> bool:
        """Whether the screen on top is the day's while there is a day, else the library."""
        return super().is_home() if self.day is None else isinstance(self.screen, self.views.day)

    def show_home(self) -> None:
        """The day, or the library."""
        if self.day is None:
            super().show_home()
        else:
            self.push_screen(self.views.day(self.words, self.day, self.host.beforehand.people))

    @work(thread=True, exclusive=True, group="open")
    def on_open_programme(self, asked: OpenProgramme) -> None:
        """Plan a day; the disk may take its time, and a second press of the key opens no second day."""
        if self.day is not None:
            return
        try:
            day = self.days().open(asked.programme)
        except SessionRunnerError as error:
            self.notify(self.words.explain(error), severity="warning", markup=False, timeout=12)
        else:
            self.call_from_thread(self.lead, day)

    def on_lead_part(self, asked: LeadPart) -> None:
        """Lead an exercise of the day."""
        self.take_up(asked.desk)

    def on_leave_day(self) -> None:
        """Back to the library."""
        if self.day is not None:
            self.days().leave(self.day)
            self.day = None
        self.go_home()
