"""Hears from the database which rooms have changed, in a thread of its own, for as long as the worker lives."""

import threading
from collections.abc import Callable

import psycopg

from sessionrunner.hall.database import CHANNEL, watchful

_AGAIN = 1.0
"""Seconds before the database is tried again."""
_LISTEN = 0.5
"""Seconds between looks at whether the worker is ending."""


class Hearing:
    """One connection that listens; after a break everything may have changed, and is told to have."""

    def __init__(self, url: str, changed: Callable[[str], None], missed: Callable[[], None]) -> None:
        """``changed`` is told a token, ``missed`` that anything may have changed; both in this thread."""
        self._url = url
        self._changed = changed
        self._missed = missed
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hearing", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                self._listen()
            except psycopg.Error:
                self._ending.wait(_AGAIN)

    def _listen(self) -> None:
        with psycopg.connect(watchful(self._url), autocommit=True) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            self._missed()
            while not self._ending.is_set():
                for notice in connection.notifies(timeout=_LISTEN):
                    self._changed(notice.payload)
