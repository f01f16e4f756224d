"""The same program with one mistake built in, to see that the mistake is found out.

``python -m tests.faults.twins MISTAKE python -m sessionrunner ARGUMENTS...``
"""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from secrets import token_hex
from threading import Thread
from types import SimpleNamespace
from typing import Any


def _replace(owner: object, name: str, wrong: object) -> None:
    setattr(owner, name, wrong)


def eager() -> None:
    """Gives the receipt first and stores afterwards: an answer when three more have come."""
    from sessionrunner.storage.box import SealedBox

    waiting: SimpleQueue[tuple[Any, Any]] = SimpleQueue()
    store = SealedBox.put

    def store_all() -> None:
        held: list[tuple[Any, Any]] = []
        while True:
            held.append(waiting.get())
            if len(held) > 3:
                store(*held.pop(0))

    Thread(target=store_all, daemon=True).start()
    _replace(SealedBox, "put", lambda box, submission: waiting.put((box, submission)))


def forgetful() -> None:
    """Keeps what the leader does in its memory until it ends as it should."""
    from sessionrunner.storage.journal import JournalFile

    _replace(JournalFile, "append", lambda journal, events: None)


def hasty() -> None:
    """Does not wait for anything to be on the disk itself."""
    from sessionrunner.storage import durable, slots

    _replace(durable, "sync", lambda descriptor: None)
    _replace(slots, "_SETTINGS", tuple(one.replace("= FULL", "= OFF") for one in slots._SETTINGS))


def insisting() -> None:
    """Takes it for an error when a folder cannot be synced."""
    import os

    from sessionrunner.storage import durable

    def sync_folder(folder: Path) -> None:
        os.fsync(os.open(folder, os.O_RDONLY))

    _replace(durable, "sync_folder", sync_folder)


def rereading() -> None:
    """Reads the exercise file anew when a session is taken up."""
    from sessionrunner.cli import joining
    from sessionrunner.storage import exercise_file

    anew = SimpleNamespace(parse=lambda text, file: exercise_file.parse(Path(file).read_text("utf-8"), file))
    _replace(joining, "exercise_file", anew)


def hopeful() -> None:
    """Passes over in silence what the disk does not take."""
    from sessionrunner.storage.box import SealedBox
    from sessionrunner.storage.box_trouble import BoxFailed

    store = SealedBox.put

    def put(box: Any, submission: Any) -> None:
        with suppress(BoxFailed):
            store(box, submission)

    _replace(SealedBox, "put", put)


def direct() -> None:
    """Writes the record straight to the shared folder, and takes it for granted that it is there."""
    from sessionrunner.ports import Delivery
    from sessionrunner.storage.outbox import Outbox

    def keep(outbox: Any, name: str, files: Mapping[str, bytes], finished: bool) -> None:
        folder = outbox._lessons / name
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
            for file, content in files.items():
                (folder / file).write_bytes(content)
        outbox._courier.delivery = Delivery(folder, None, delivered=True)

    _replace(Outbox, "keep", keep)


def namesake() -> None:
    """The same, with the same folder for every session of an exercise on a day."""
    from sessionrunner.storage import outbox

    direct()
    _replace(outbox, "folder_name", lambda date, title, session: f"{date} {title}")


def impatient() -> None:
    """Takes a file that somebody holds for a moment for one that cannot be written."""
    from sessionrunner.storage import durable

    _replace(durable, "_PAUSES", ())


def wallclock() -> None:
    """Counts time by what a clock on the wall shows."""
    from sessionrunner.cli.clock import LaptopClock

    begun: list[Any] = []

    def elapsed(clock: Any) -> Any:
        begun.append(clock.wall().replace(tzinfo=None))
        return begun[-1] - begun[0]

    _replace(LaptopClock, "elapsed", elapsed)


def unasking() -> None:
    """Never looks whether time has gone missing."""
    from sessionrunner import runner

    _replace(runner, "between", lambda *readings: None)


def undiscerning() -> None:
    """Takes a repeated sending for another answer."""
    from sessionrunner.storage.box import SealedBox

    store = SealedBox.put

    def put(box: Any, submission: Any) -> None:
        store(box, replace(submission, id=token_hex(16)))

    _replace(SealedBox, "put", put)


def unguarded() -> None:
    """Lets everybody in who knocks, for as long as they like."""
    from sessionrunner.web import guard

    def within(limits: Any, descriptors: int) -> Any:
        return guard.Limits(10**6, 10**6, 10**6, 10**6, 3600.0, 3600.0)

    _replace(guard.Limits, "within", within)


def stubborn() -> None:
    """Looks for its address once, and never again."""
    from sessionrunner.web.network.lookout import Lookout

    async def run(lookout: Any) -> None:
        """Believe what was seen first."""

    _replace(Lookout, "run", run)


_ALL = (
    eager, forgetful, hasty, insisting, rereading, hopeful, direct, namesake, impatient, wallclock, unasking,
    undiscerning, unguarded, stubborn,
)  # fmt: skip
MISTAKES: Mapping[str, Callable[[], None]] = {mistake.__name__: mistake for mistake in _ALL}


def twin(name: str) -> list[str]:
    """A wrapper that makes the program behind it the twin with this mistake; no name, no twin."""
    return [sys.executable, "-m", "tests.faults.twins", name] if name else []


def main(mistake: str, *command: str) -> int:
    """Make the mistake, then be the program."""
    from sessionrunner.cli import run

    MISTAKES[mistake]()
    return run(command[command.index("sessionrunner") + 1 :])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
