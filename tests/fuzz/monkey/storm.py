"""One storm: where it begins, what is pressed, and what the program may do about it."""

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random
from time import sleep
from typing import Any, Final

from textual.pilot import Pilot

from sessionrunner.core.session import Stage, replay
from sessionrunner.output import qr
from sessionrunner.storage import exercise_file, journal
from sessionrunner.tui.screens.day import DayScreen
from sessionrunner.tui.screens.gap import GapQuestion
from sessionrunner.tui.screens.lobby import LobbyScreen
from sessionrunner.tui.screens.running import RunningScreen
from sessionrunner.tui.screens.saved import SavedScreen
from tests.fuzz.monkey.fingers import Fingers, StormyApp
from tests.fuzz.monkey.places import PLACES, WORDS, Place, Surroundings
from tests.fuzz.targets import Target
from tests.tui.fakes import themes

PATIENCE: Final = 60.0
"""Seconds for the program to come to rest; more than any slow machine needs."""
PRESSES: Final = 120
"""In a long run."""
_REST: Final = (LobbyScreen, RunningScreen, DayScreen, SavedScreen)
"""Beside home: where a leader who presses Esc may be left."""


@dataclass(frozen=True, slots=True)
class Storm:
    """A case: the same dice press the same keys, though threads may answer in another order."""

    place: str
    seed: int
    presses: int

    @classmethod
    def read(cls, case: bytes) -> "Storm":
        """From the one line it is kept as."""
        place, seed, presses = case.decode().split()
        return cls(place, int(seed), int(presses))

    def line(self) -> bytes:
        """The one line."""
        return f"{self.place} {self.seed} {self.presses}".encode()


@dataclass(frozen=True, slots=True)
class Monkey(Target):
    """Storms instead of broken bytes, from every place in turn."""

    def cases(self, count: int, seed: int) -> Iterator[bytes]:
        """So many storms, each with dice of its own."""
        dice = Random(seed)
        for _, place in zip(range(count), cycle(PLACES), strict=False):
            yield Storm(place, dice.randrange(10**6), PRESSES).line()


def target() -> Monkey:
    """Every place in the program, and one judge who remembers what was reached."""
    judge = Judge()
    return Monkey("monkey", (), judge, len(PLACES), tell=judge.told)


class Threads(ThreadPoolExecutor):
    """Threads that can have a bad day: everything begins late and ends late then."""

    def __init__(self) -> None:
        super().__init__()
        self._dice: Random | None = None

    def slow_down(self, dice: Random) -> None:
        """From now on they are late."""
        self._dice = dice

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> "Future[Any]":
        """Do it; on a bad day with a pause before and one after."""
        if self._dice is None:
            return super().submit(work, *given, **named)
        before, after = self._dice.uniform(0, 0.05), self._dice.uniform(0, 0.05)

        def late() -> Any:
            sleep(before)
            try:
                return work(*given, **named)
            finally:
                sleep(after)

        return super().submit(late)


class Judge:
    """Lets storms loose on the program, and remembers what was reached."""

    def __init__(self) -> None:
        self.reached: Counter[str] = Counter()

    def __call__(self, case: bytes, folder: Path) -> None:
        """Whatever is pressed, the program stays up and everything is as the journal says."""
        storm = Storm.read(case)
        dice = Random(storm.seed)
        around = Surroundings.under(folder, dice.choice((1.0, 60.0)))
        place = PLACES[storm.place]
        app = StormyApp(around.laptop, WORDS, themes(), "morkt", place.start(around.host), qr=qr.matrix)
        try:
            with quiet_threads():
                asyncio.run(self._blow(app, storm, place, dice))
        finally:
            # Not before every thread has ended: one of them may just be opening a rehearsal.
            if app.around.practice is not None:
                app.around.practice.stop()
            around.host.shutdown()
        one_hour_at_most(around)
        the_journals_agree(around)

    def told(self) -> str:
        """Which screens were on top and which actions were run, how many times."""
        return "".join(f"    {count:7} {name}\n" for name, count in sorted(self.reached.items()))

    async def _blow(self, app: StormyApp, storm: Storm, place: Place, dice: Random) -> None:
        try:
            with quiet_loop():
                await blow(app, storm, place, dice)
        finally:
            self.reached += app.reached


async def blow(app: StormyApp, storm: Storm, place: Place, dice: Random) -> None:
    """Go to the place, let the storm loose, and find the way home."""
    # The loop waits for its executor in the end: one that took another's place would leave threads behind.
    threads = Threads()
    asyncio.get_running_loop().set_default_executor(threads)
    async with app.run_test(size=(80, 24)) as pilot:
        fingers = Fingers(app, dice)
        for key in place.keys:
            await rest(pilot)
            fingers.press(key)
        await rest(pilot)
        if dice.random() < 0.5:
            threads.slow_down(Random(dice.random()))
        await fingers.storm(storm.presses)
        await find_home(app, pilot, fingers)
    assert app.failure is None


async def rest(pilot: Pilot[None]) -> None:
    """Return when every thread has answered and everything has been drawn; TimeoutError when it never is."""
    async with asyncio.timeout(PATIENCE):
        while not pilot.app._exit and not all(worker.is_finished for worker in pilot.app.workers):
            await asyncio.sleep(0.005)
        for _ in range(2):
            if not pilot.app._exit:
                await pilot.pause()
        while pilot.app._exit and not all(screen.is_mounted for screen in pilot.app.screen_stack):
            await asyncio.sleep(0.005)


async def find_home(app: StormyApp, pilot: Pilot[None], fingers: Fingers) -> None:
    """Esc, as often as it takes, leads to where everything begins or to the hour that is under way."""
    for _ in range(20):
        await rest(pilot)
        if app._exit:
            return
        shown = "\n".join("".join(one.text for one in row) for row in app.screen._compositor.render_strips())
        assert "Traceback" not in shown
        if app.home.shown or isinstance(app.screen, _REST):
            return
        fingers.press("1" if isinstance(app.screen, GapQuestion) else "escape")
    raise AssertionError(f"no way home from {app.screen_stack}")


def one_hour_at_most(around: Surroundings) -> None:
    """However often a key is pressed, one session is opened at a time."""
    led = [one.desk.session for one in around.host.sessions._hosted if one.desk.session.stage is not Stage.CLOSED]
    assert len(led) <= 1, led


def the_journals_agree(around: Surroundings) -> None:
    """What is on disk tells the sessions that were on the screen."""
    for hosted in around.host.sessions._hosted:
        if hosted.folder.journal.exists():
            found = journal.read(hosted.folder.journal)
            exercise = exercise_file.parse(found.header.exercise_text, found.header.exercise_file)
            assert replay(exercise, found.events) == hosted.desk.session


@contextmanager
def quiet_threads() -> Iterator[None]:
    """No thread ends by an exception."""
    before, faults = threading.excepthook, list[BaseException]()

    def hook(what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            faults.append(what.exc_value)

    threading.excepthook = hook
    try:
        yield
    finally:
        threading.excepthook = before
    if faults:
        raise faults[0]


@contextmanager
def quiet_loop() -> Iterator[None]:
    """No task of the loop ends by an exception that nobody sees."""
    faults = list[dict[str, Any]]()
    asyncio.get_running_loop().set_exception_handler(lambda loop, what: faults.append(what))
    yield
    for fault in faults:
        raise fault.get("exception") or AssertionError(fault["message"])
