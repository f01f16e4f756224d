"""``ports.Care`` on this laptop: looking after what the hour depends on, before it begins."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from sessionrunner.cli.clock import LaptopClock
from sessionrunner.cli.places import Places
from sessionrunner.core.inspection import Finding
from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.doctor import laptop
from sessionrunner.doctor import network as way
from sessionrunner.doctor.it_page import it_page
from sessionrunner.doctor.terminal import letters, terminal, window
from sessionrunner.locale import Catalogue
from sessionrunner.storage import wifi_file
from sessionrunner.storage.lessons_folder import LessonsFolder
from sessionrunner.storage.library import Library
from sessionrunner.storage.session_folder import SessionFolder
from sessionrunner.web.network.adapters import Surroundings
from sessionrunner.web.network.wifi_name import wifi_name


def seen_by_firewalls() -> str:
    """The program that listens, as the system knows it: in an environment of its own, not the one that was started.

    Windows' ``python.exe`` in such an environment only starts another one, and rules are for that.
    """
    return str(getattr(sys, "_base_executable", "") or sys.executable)


class LaptopCare:
    """Everything that can be looked at without a session."""

    def __init__(
        self, words: Catalogue, kept: Places, library: Library, port: int, lessons: tuple[Path | None, bool]
    ) -> None:
        """``port`` is the first one phones may be given; a lessons folder that is known must carry our mark."""
        self._words = words
        self._places = kept
        self._library = library
        self._port = port
        self._lessons = lessons

    def examine(self) -> Iterator[Finding]:
        """What is well and what is not on this laptop, one after the other. Blocks between them."""
        reach = self._under_way()
        if reach is None:
            yield from way.network(Surroundings().addresses(), self._port)
        else:
            yield way.session(reach)
        yield laptop.lessons(self._lessons[0], _trouble(*self._lessons))
        yield laptop.disk(self._places.state)
        yield laptop.clock(LaptopClock().wall())
        yield from terminal(window(), letters(), os.environ)
        yield from laptop.wall()
        yield laptop.exercises(len(self._library.exercises()), len(self._library.problems()))

    def it_page(self) -> str:
        """What the IT department needs to know."""
        return it_page(self._words, self._port, seen_by_firewalls())

    def known_wifi(self) -> Wifi:
        """The network the laptop is on, as far as it is known, with its password if that was kept. Blocks."""
        return wifi_file.read(self._places.wifi, wifi_name())

    def keep_wifi(self, wifi: Wifi, password: bool) -> None:
        """Remember the network for the next time, its password only if asked to."""
        wifi_file.write(self._places.wifi, wifi if password else Wifi(wifi.name))

    def _under_way(self) -> Reach | None:
        """How phones get through to the session that is under way; None when there is none."""
        running = (
            folder.read_status() for folder in SessionFolder.find_all(self._places.sessions) if folder.claim.is_taken()
        )
        found = next((str(status.get("network", "")) for status in running if status), "")
        return Reach(found) if found in {reach.value for reach in Reach} else None


def _trouble(folder: Path | None, known: bool) -> SessionRunnerError | None:
    if folder is None:
        return None
    try:
        LessonsFolder(folder).prepare(known=known)
    except SessionRunnerError as trouble:
        return trouble
    return None
