"""What was written about who is here, understood while it is written."""

from collections.abc import Callable

from textual import work
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import Crowd
from sessionrunner.host import Preparing
from sessionrunner.locale import Catalogue
from sessionrunner.tui import headcount
from sessionrunner.tui.safe import one_line


class Meaning(Static):
    """Says at once what a number, names or a file mean for the hour."""

    def __init__(
        self, words: Catalogue, exercise: Exercise, beforehand: Preparing, understood: Callable[[], None]
    ) -> None:
        """``understood`` is called when what was written last has been read, whether or not it made sense."""
        super().__init__(id="meaning")
        self._words, self._exercise, self._beforehand, self._tell = words, exercise, beforehand, understood
        self._given = ""
        self.crowd: Crowd | None = None
        """Who is here, once what was written can be understood."""
        self.spread = True
        """Whether people are mixed by what their list tells about them."""

    def on_mount(self) -> None:
        """Nothing has been written."""
        self.update(Content.styled(self._words("tui.people.empty"), "$muted"))

    def read(self, given: str) -> None:
        """Make sense of this."""
        self._given, self.crowd = given, None
        if given.strip():
            self._interpret(given)
        else:
            self.on_mount()

    def mix(self) -> bool:
        """Mix by what the list tells about people, or leave it to chance; False when it tells nothing."""
        if self.crowd is None or not self.crowd.column:
            return False
        self.spread = not self.spread
        self._interpret(self._given)
        return True

    @work(thread=True, exclusive=True, group="people")
    def _interpret(self, given: str) -> None:
        """What was written may name a file on a slow share: not in the screen's own thread."""
        try:
            crowd = self._beforehand.crowd(given)
            before = self._beforehand.prepared(self._exercise)
            meaning = headcount.meaning(self._words, self._exercise, crowd.people)
            more = headcount.told(self._words, crowd, self.spread, before)
            meaning = Content("\n").join([*more, meaning])
        except SessionRunnerError as error:
            crowd, meaning = None, one_line(self._words.explain(error), "$soon")
        self.call_later(self._understood, given, crowd, meaning)

    def _understood(self, given: str, crowd: Crowd | None, meaning: Content) -> None:
        if given == self._given:
            self.crowd = crowd
            self.update(meaning)
            self._tell()
