"""A start that was pressed too late, or not at all, put right."""

from functools import partial

from sessionrunner.core.session import Stage
from sessionrunner.locale import heard
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.session import SessionScreen


class CorrectingScreen(SessionScreen):
    """A screen from which the leader can say when the step, or the hour, really began."""

    def action_began(self) -> None:
        """Ask for the time of day."""
        waiting = self.desk.session.stage is Stage.LOBBY
        prompt = self.words("timing.began-lobby" if waiting else "time.began-prompt")
        hear = partial(heard.start, self.words, self.desk.time.wall)
        self.app.push_screen(AskLine(self.words, prompt, take=self._correct, hear=hear), self._began)

    def _correct(self, told: str) -> None:
        self.desk.handle(self.desk.time.began(told))

    def _began(self, told: str | None) -> None:
        if told:
            self.inform("time.began-done")
            self.corrected()

    def corrected(self) -> None:
        """The hour began when the leader says it did."""
