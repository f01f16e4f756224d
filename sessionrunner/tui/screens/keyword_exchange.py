"""Keywords given to a colleague, and taken over from one: files are written and read off the screen's thread."""

from collections.abc import Callable
from functools import partial

from textual.widget import Widget

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.keywords import Merged
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Memory
from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.ask import Ask, AskLine

Told = Callable[[], None]


class KeywordExchange:
    """Asks over the screen it belongs to; ``changed`` is called when there are new keywords."""

    def __init__(self, screen: Widget, words: Catalogue, memory: Memory, changed: Told) -> None:
        self._screen, self._words, self._memory, self._changed = screen, words, memory, changed

    def give(self, exercise: Exercise) -> None:
        """Put one's own in the shared folder."""

        def put() -> Told:
            mine = self._memory.own_words(exercise)
            file = self._memory.shared_words.give(self._words, exercise, mine)
            return lambda: self._say("keywords.given", file=file)

        self._apart(put)

    def take(self) -> None:
        """Ask for a file, the newest in the shared folder first."""

        def look() -> Told:
            newest = self._memory.shared_words.newest(self._words)
            return lambda: self._ask_file(newest)

        self._apart(look)

    def _ask_file(self, newest: str) -> None:
        if self._screen.app.screen is not self._screen:
            # The key was pressed twice while the share was slow: the question stands there already.
            return
        ask = AskLine(self._words, self._words("keywords.which"), newest)
        self._screen.app.push_screen(ask, lambda file: self._read(file) if file else None)

    def _read(self, file: str, replace: bool = False) -> None:
        def read() -> Told:
            found = self._memory.shared_words.take(file, replace)
            return lambda: self._taken(file, replace, found)

        self._apart(read)

    def _taken(self, file: str, replaced: bool, found: Merged) -> None:
        self._changed()
        if replaced:
            self._say("keywords.replaced", n=found.differing)
        elif found.new or not found.differing:
            self._say("keywords.taken" if found.new else "keywords.same", n=found.new)
        if found.differing and not replaced:
            question, why = self._words("keywords.differ", n=found.differing), self._words("keywords.differ-why")
            self._screen.app.push_screen(
                Ask(self._words, question, why), lambda yes: self._read(file, replace=True) if yes else None
            )

    def _apart(self, work: Callable[[], Told]) -> None:
        """Do it in a thread of its own; what comes of it is told by the screen, in its own time."""

        def do() -> None:
            try:
                told = work()
            except SessionRunnerError as trouble:
                told = partial(self._warn, trouble)
            self._screen.call_later(told)

        self._screen.run_worker(do, thread=True)

    def _say(self, key: str, **values: object) -> None:
        self._screen.notify(safe(self._words(key, **values)).plain, markup=False)

    def _warn(self, trouble: SessionRunnerError) -> None:
        self._screen.notify(safe(self._words.explain(trouble)).plain, severity="warning", markup=False)
