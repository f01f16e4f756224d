"""The leader's own keywords, beside the notes of each step."""

from collections.abc import Callable, Mapping

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Memory
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import LeaderScreen


class Keywords:
    """Read when a step begins; asked for over the screen they belong to, and kept for the next time."""

    def __init__(self, screen: LeaderScreen, memory: Memory, written: Callable[[], None]) -> None:
        self._screen, self._memory, self._written = screen, memory, written
        self.by_step: Mapping[str, str] = {}
        """By step id; those for the whole package under the empty one."""

    def read(self, exercise: Exercise) -> None:
        """What was written for this exercise."""
        self.by_step = self._memory.own_words(exercise)

    def beside(self, exercise: Exercise, step: Step) -> str:
        """Those for the step; those for the whole package stand by the first one."""
        first = step.id == exercise.steps[0].id
        return " · ".join(filter(None, [self.by_step.get("", "") if first else "", self.by_step.get(step.id, "")]))

    def ask(self, exercise: Exercise, step: Step) -> None:
        """Let the leader write keywords for this step."""
        words = self._screen.words
        line = AskLine(words, words("tui.own-words.prompt"), self.by_step.get(step.id, ""), empty="")
        self._screen.app.push_screen(line, lambda text: self._keep(exercise, step, text))

    def _keep(self, exercise: Exercise, step: Step, text: str | None) -> None:
        if text is None:
            return
        try:
            self._memory.keep_words(exercise, step.id, text)
        except SessionRunnerError as error:
            self._screen.tell(error)
        self.by_step = {**self.by_step, step.id: text}
        self._written()
