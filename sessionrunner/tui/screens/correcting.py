"""A start that was pressed too late, or not at all, put right."""

from sessionrunner.core.session import Stage
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.session import SessionScreen


class CorrectingScreen(SessionScreen):
    """A screen from which the leader can say when the step, or the hour, really began."""

    def action_began(self) -> None:
        """Ask for the time of day."""
        waiting = self.desk.session.stage is Stage.LOBBY
        prompt = self.words("timing.began-lobby" if waiting else "time.began-prompt")
        self.app.push_screen(AskLine(self.words, prompt), self._began)

    def _began(self, told: str | None) -> None:
        if not told:
            return
        try:
            command = self.desk.time.began(told)
        except SessionRunnerError as error:
            self.tell(error)
        else:
            if self.give(command):
                self.inform("time.began-done")
                self.corrected()

    def corrected(self) -> None:
        """The hour began when the leader says it did."""
