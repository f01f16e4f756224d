"""The leader's app with rehearsals in it: the same screens over other surroundings, and back."""

from typing import TYPE_CHECKING

from textual import work

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.tui.day_app import DayApp
from sessionrunner.tui.messages import Rehearse

if TYPE_CHECKING:
    from sessionrunner.desk import Desk
    from sessionrunner.tui.start import Practice

_PEOPLE = "14"


class PractisingApp(DayApp):
    """While the leader practises, everything comes from the rehearsal's own laptop; the library is the real one."""

    @work(thread=True, exclusive=True, group="open")
    def on_rehearse(self, asked: Rehearse) -> None:
        """Begin a rehearsal; servers and phones take a moment."""
        if self.around.laptop.practise is None or self.around.practice is not None:
            self.call_from_thread(self.home.clear)
            return
        # Nobody practises before the library has been painted.
        from sessionrunner.core.exercise import Exercise

        practice = self.around.laptop.practise()
        try:
            if isinstance(asked.what, Exercise):
                host = practice.laptop.host()
                desk = host.open(asked.what, host.beforehand.people(_PEOPLE))
                self.call_from_thread(self._practise, practice, desk)
            else:
                self._practise_day(practice, asked)
        except SessionRunnerError as error:
            practice.stop()
            self.call_from_thread(self.home.clear)
            self.notify(self.words.explain(error), severity="warning", markup=False, timeout=12)

    def _practise_day(self, practice: "Practice", asked: Rehearse) -> None:
        from sessionrunner.core.programme import Programme

        assert isinstance(asked.what, Programme)
        day = practice.laptop.days().open(asked.what)
        day.plan.set_people(practice.laptop.host().beforehand.people(_PEOPLE))
        self.call_from_thread(self._go_into, practice)
        self.call_from_thread(self.lead, day)

    def _practise(self, practice: "Practice", desk: "Desk") -> None:
        self._go_into(practice)
        self.hour.take_up(desk)

    def _go_into(self, practice: "Practice") -> None:
        self.around.go_into(practice)
        self.mark = self.words("cli.rehearsal.mark")

    def go_home(self) -> None:
        """Out of the rehearsal, once it is over; a rehearsed day is over when it has been left."""
        practice = self.around.practice
        if practice is not None and self.home.day is None:
            self.run_worker(practice.stop, thread=True)
            self.around.come_out()
            self.mark = ""
        super().go_home()

    async def action_quit(self) -> None:
        """Leaving a rehearsal is going back to the library."""
        if self.around.practice is None:
            await super().action_quit()
        elif not isinstance(self.screen, self.around.views.ask):
            question = self.around.views.ask(
                self.words, self.words("library.rehearse.stop"), self.words("library.rehearse.stop-why")
            )
            self.push_screen(question, self._stop_if)

    def _stop_if(self, yes: bool | None) -> None:
        if yes:
            self.hour.desk = self.home.day = None
            self.go_home()
