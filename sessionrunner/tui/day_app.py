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

    def begin(self) -> None:
        """To the day that was asked for, and straight into the exercise that is under way."""
        if self.start.day is None:
            super().begin()
        else:
            self.lead(self.start.day)

    @work(thread=True, exclusive=True, group="open")
    def on_take_up_again(self, asked: TakeUpAgain) -> None:
        """Go on with what was interrupted; a second press takes up nothing more, however slow the disk is."""
        with self.one_at_a_time:
            if self.hour.desk is not None or self.home.day is not None:
                return
            try:
                found = self.around.laptop.unfinished().take_up(asked.which)
            except SessionRunnerError as error:
                self.notify(self.words.explain(error), severity="warning", markup=False, timeout=12)
            else:
                self.call_from_thread(self._go_on, found)

    def _go_on(self, found: "Start") -> None:
        self.start = found
        self.begin()

    def lead(self, day: "DayDesk") -> None:
        """Show a day where it is."""
        self.home.clear()
        self.home.day = day
        self.home.show()
        desk = day.desk
        under_way = desk is not None and day.day.session and desk.session.stage is not self.around.views.stage.CLOSED
        # Of a day from another date the leader is asked first.
        if desk is not None and under_way and day.plan.old is None:
            self.hour.take_up(desk)

    @work(thread=True, exclusive=True, group="open")
    def on_open_programme(self, asked: OpenProgramme) -> None:
        """Plan a day; the disk may take its time, and a second press of the key opens no second day."""
        with self.one_at_a_time:
            if self.home.day is not None:
                return
            try:
                day = self.around.laptop.days().open(asked.programme)
            except SessionRunnerError as error:
                self.notify(self.words.explain(error), severity="warning", markup=False, timeout=12)
            else:
                self.call_from_thread(self.lead, day)

    def on_lead_part(self, asked: LeadPart) -> None:
        """Lead an exercise of the day."""
        self.hour.take_up(asked.desk)

    def on_leave_day(self) -> None:
        """Back to the library."""
        if self.home.day is not None:
            self.around.laptop.days().leave(self.home.day)
            self.home.day = None
        self.go_home()
