"""The door that answers pass: once it is shut, no answer is still on its way to the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Condition

from sessionrunner.core.patience import looks
from sessionrunner.core.session import NotPossible

ARRIVING = timedelta(seconds=5)
"""How long a form waits, when it is being closed, for answers on their way to the disk."""


class Door:
    """Lets many answers through at once, from any thread, and shuts only when none is passing.

    An answer that reached the box after the others had been shown would stand alone, and be seen to.
    """

    def __init__(self) -> None:
        self._change = Condition()
        self._passing = 0
        self._shut = False

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Be on the way through; waits while the door is shut."""
        with self._change:
            self._change.wait_for(lambda: not self._shut)
            self._passing += 1
        try:
            yield
        finally:
            with self._change:
                self._passing -= 1
                self._change.notify_all()

    @contextmanager
    def shut(self, patience: timedelta = ARRIVING) -> Iterator[None]:
        """Nobody passes inside; NotPossible when those on their way have not come through in time."""
        with self._change:
            self._shut = True
            alone = any(self._change.wait_for(lambda: not self._passing, look) for look in looks(patience))
        try:
            if not alone:
                raise NotPossible("answers-arriving")
            yield
        finally:
            with self._change:
                self._shut = False
                self._change.notify_all()
