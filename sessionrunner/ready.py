"""How many have said that they are done, where nothing is collected: a number, in memory and nowhere else."""

from threading import Lock

_MOST = 400
"""The largest room twice over: somebody who sends marks for fun counts no further."""


class Ready:
    """Marks from phones, each a random number of its own; forgotten as soon as there is something new to do."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._what = ""
        self._marks: set[str] = set()

    def mark(self, what: str, mark: str, done: bool = True) -> None:
        """Somebody is done with this, or not after all; the same mark counts once."""
        with self._lock:
            if what != self._what:
                self._what, self._marks = what, set()
            if done and len(self._marks) < _MOST:
                self._marks.add(mark)
            elif not done:
                self._marks.discard(mark)

    def count(self, what: str) -> int:
        """How many are done with this."""
        with self._lock:
            return len(self._marks) if what == self._what else 0
