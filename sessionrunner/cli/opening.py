"""``library``: the first screen at once, and everything it leads to once it has been painted."""

import gc
import sys
import threading
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sessionrunner.cli import crash
from sessionrunner.cli.general import Arguments
from sessionrunner.cli.given import laptop_of
from sessionrunner.cli.places import Places, places
from sessionrunner.cli.theming import all_themes, theme_for
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue, files_of
from sessionrunner.storage.front_page import KeptPage
from sessionrunner.storage.library import Library, shipped_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sessionrunner.cli.hosting import LaptopHost
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.tui.start import Laptop, Practice, Start


class NoTerminal(SessionRunnerError):
    """The screens have nowhere to be shown."""

    cause = "cli.no-terminal"


class LateHost:
    """Makes the host when it is first asked for, in whatever thread asks, and shuts it down if it was ever made."""

    def __init__(self, arguments: Arguments, words: Catalogue, kept: Places) -> None:
        self._arguments, self._words, self._kept = arguments, words, kept
        self._lock = threading.Lock()
        self._host: LaptopHost | None = None
        self._shelves = Library([shipped_folder("exercises"), kept.own_exercises], kept.remembered / "exercises.json")

    def __call__(self) -> "LaptopHost":
        """The one host."""
        with self._lock:
            if self._host is None:
                # Storage, box and network are 300 ms that nobody needs in order to read a list.
                from sessionrunner.cli.choosing import host_for
                from sessionrunner.storage.outbox import deliver_pending

                waiting = partial(deliver_pending, self._kept.outbox, self._words)
                threading.Thread(target=waiting, name="pending", daemon=True).start()
                self._host = host_for(self._arguments, self._words, self._kept)
                _look_after_memory()
            return self._host

    def exercises(self) -> "Sequence[Exercise]":
        """The library; read by the host once there is one, which knows what has been written since."""
        return self._shelves.exercises() if self._host is None else self._host.exercises()

    def front(self) -> KeptPage:
        """The library as it looked last in this language; made of exercises and of words."""
        return KeptPage(self._kept.remembered / f"front-{self._words.language}.json", self._made_of)

    def _made_of(self) -> "list[Path]":
        return [*self._shelves.files(), *files_of(self._words.language)]

    def shutdown(self) -> None:
        """Stop what was begun."""
        if self._host is not None:
            self._host.shutdown()


def _look_after_memory() -> None:
    """The start is over: whatever has been loaded stays, and only what comes after it is looked through."""
    gc.freeze()
    gc.enable()


def library(arguments: Arguments, words: Catalogue) -> int:
    """Open the library."""
    # What is loaded now is needed until the end; looking for something to throw away would cost a tenth of the start.
    gc.disable()
    crash.keep_no_cores()
    kept = places(arguments)
    host = LateHost(arguments, words, kept)
    try:
        laptop = replace(laptop_of(host.exercises, host, words, practice_of(arguments, words)), front=host.front())
        return show(arguments, words, laptop)
    finally:
        host.shutdown()


def practice_of(arguments: Arguments, words: Catalogue) -> "Callable[[], Practice]":
    """What begins a rehearsal from the library; phones and servers are loaded when somebody practises."""

    def practise() -> "Practice":
        from sessionrunner.cli.practising import Practice, instead_of

        return Practice(instead_of(arguments), words)

    return practise


def require_terminal() -> None:
    """Return when screens can be shown; NoTerminal when they have nowhere to be."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal()


def show(arguments: Arguments, words: Catalogue, laptop: "Laptop", start: "Start | None" = None) -> int:
    """Lead with screens, from the library or from where ``start`` says."""
    require_terminal()
    # Textual takes a quarter of a second to load; lines and data commands never need it.
    from sessionrunner.output import qr
    from sessionrunner.tui.practising_app import PractisingApp

    kept = places(arguments)
    themes = all_themes(kept)
    theme = theme_for(arguments, kept, themes)
    app = PractisingApp(laptop, words, themes, theme, start, qr=qr.matrix)
    app.run()
    if app.failure is not None:
        crash.note(kept.state, app.failure)
    return app.return_code or 0
