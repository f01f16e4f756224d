"""Looks at the clock beside the commands."""

import threading
from collections.abc import Callable

from sessionrunner.plain.news import News

_TICK = 0.25
"""Seconds between looks at the clock; fine enough that a warning comes when it is due."""


class Watch:
    """Tells what nobody asked about, in a thread of its own."""

    def __init__(self, news: News, say: Callable[[str], None]) -> None:
        self._news = news
        self._say = say
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="plain-watch", daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(_TICK):
            for line in self._news.latest():
                self._say(line)
