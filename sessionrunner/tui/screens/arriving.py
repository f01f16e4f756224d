"""What a leader can do about answers on their way in: type slips, decide about those that wait."""

from sessionrunner.core.opening import latest_form
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.tui.screens.ask import Ask
from sessionrunner.tui.screens.correcting import CorrectingScreen
from sessionrunner.tui.screens.paper import PaperScreen
from sessionrunner.tui.screens.waiting import WaitingScreen


class ArrivingScreen(CorrectingScreen):
    """A screen with the keys for answers that come in."""

    def action_paper(self) -> None:
        """Type in paper slips for the form that matters now."""
        step = latest_form(self.desk.session)
        if step is None:
            self.inform("tui.reveal.nothing")
        else:
            self.app.push_screen(PaperScreen(self.words, self.desk, step), lambda _: self.show_session())

    def action_waiting(self) -> None:
        """Decide about answers that wait: more than there are people first, then those held back."""
        session, answers = self.desk.session, self.desk.answers
        full = [step for step in session.reached if step.collect and answers.receiving.full(step.id)]
        held = answers.held_back.counts()
        if full:
            question = self.words("paper.more-ask", step=full[0].title, people=len(session.people))
            asked = Ask(self.words, question, self.words("paper.more-why"))
            self.app.push_screen(asked, lambda yes: answers.receiving.let_in(full[0].id) if yes else None)
        elif held:
            self.app.push_screen(WaitingScreen(self.words, sum(held.values())), self._settle)
        else:
            self.inform("paper.nothing-waits")

    def _settle(self, what: str | None) -> None:
        held = self.desk.answers.held_back
        try:
            for step in held.counts() if what else ():
                held.redact(step) if what == "redact" else held.leave_out(step)
        except SessionRunnerError as error:
            self.tell(error)
            return
        if what:
            self.inform("paper.let-in" if what == "redact" else "paper.left-out")
        self.show_session()
