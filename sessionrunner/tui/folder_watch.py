"""Whether the lessons folder can be written to, looked at again and again beside the screen."""

from collections.abc import Callable

from textual.screen import Screen

from sessionrunner.core.text import SessionRunnerError

_LOOK_AGAIN = 10.0
"""Seconds between looks: a disk that is connected while people come in is seen."""

Look = Callable[[], SessionRunnerError | None]
Tell = Callable[[SessionRunnerError | None], None]


class FolderWatch:
    """Looks in a thread, one look at a time: a share that is away may take half a minute to say so."""

    def __init__(self, screen: Screen[None], look: Look, tell: Tell) -> None:
        """``look`` may block; ``tell`` is called in the screen's own queue."""
        self._screen, self._look, self._tell = screen, look, tell
        self._looking = False

    def begin(self) -> None:
        """The first look once the screen has been painted, then regularly."""
        self._screen.call_after_refresh(self.look)
        self._screen.set_interval(_LOOK_AGAIN, self.look)

    def look(self) -> None:
        """Begin a look, unless the one before has not been answered."""
        if not self._looking:
            self._looking = True
            self._screen.run_worker(self._try, thread=True)

    def _try(self) -> None:
        self._screen.call_later(self.answered, self._look())

    def answered(self, trouble: SessionRunnerError | None) -> None:
        """Tell of what was found."""
        self._looking = False
        self._tell(trouble)
