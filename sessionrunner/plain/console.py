"""Takes lines and carries them out."""

from collections.abc import Callable, Iterable

from sessionrunner.core.exercise import Step
from sessionrunner.core.secrecy import secrecy_waits
from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.plain.actions import Context, UnknownCommand, action
from sessionrunner.plain.lines import greeting_lines, step_lines
from sessionrunner.plain.news import News
from sessionrunner.plain.watch import Watch


class PlainConsole:
    """Leads one session from lines of text."""

    def __init__(self, desk: Desk, words: Catalogue, say: Callable[[str], None], seed: Callable[[], int]) -> None:
        """``say`` writes one line; ``seed`` gives a number to draw groups with."""
        self._desk = desk
        self._words = words
        self._say = say
        self._context = Context(desk, words, seed)
        self._step: Step | None = None
        """The one that was told last."""
        self._watch = Watch(News(desk, words), say)
        desk.subscribe(self._tell_step)

    def run(self, lines: Iterable[str]) -> None:
        """Take commands until ``quit`` or the lines end; what has not ended can be resumed."""
        for line in greeting_lines(self._desk, self._words):
            self._say(line)
        self._tell_step(self._desk.session)
        with self._watch:
            for line in lines:
                self.take(line)
                if self._context.over:
                    return

    def take(self, line: str) -> None:
        """Carry out one line; what cannot be done is said, with a remedy."""
        name, _, rest = line.strip().partition(" ")
        if not name and self._context.reminded and secrecy_waits(self._desk.session):
            name = "next"
        if not name:
            return
        try:
            act = action(name, self._words)
            if act is None:
                raise UnknownCommand(command=name)
            for answer in act(self._context, rest.strip()):
                self._say(answer)
        except SessionRunnerError as error:
            self._say(self._words.explain(error))

    def _tell_step(self, session: Session) -> None:
        """Say the whole step whenever another one is under way."""
        told, self._step = self._step, session.step
        if session.step is not None and session.step != told:
            for line in step_lines(session, self._desk, self._words):
                self._say(line)
