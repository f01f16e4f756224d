"""Looks for a better division while the leader reads, in a thread of its own."""

import threading
import time

from sessionrunner.core.commands import TakePlan
from sessionrunner.core.planning import improvements
from sessionrunner.core.session import Session

PATIENCE = 20.0
"""Seconds a search may go on: after that, what is found is what can be had before the room is impatient."""
_BREATH = 0.002
"""Seconds of rest after every step, so that keys are answered at once."""


class Search:
    """A search for a better division than one session has; the screen looks now and then at what it has found."""

    def __init__(self, session: Session, patience: float = PATIENCE) -> None:
        self.session = session
        self.found: TakePlan | None = None
        """The best so far, if it is better than what the session has."""
        self._patience = patience
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="improve", daemon=True)
        self._thread.start()

    @property
    def searching(self) -> bool:
        """Whether it is still looking."""
        return self._thread.is_alive() and not self._stop.is_set()

    def stop(self) -> None:
        """Look no further; what has been found stays."""
        self._stop.set()

    def wait(self) -> None:
        """Return when it has ended by itself or been stopped."""
        self._thread.join()

    def _run(self) -> None:
        end = time.monotonic() + self._patience
        for plan in improvements(self.session):
            if self._stop.is_set() or time.monotonic() > end:
                return
            self.found = plan or self.found
            time.sleep(_BREATH)
