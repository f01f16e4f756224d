"""The same program with one mistake built in, to see that the mistake is found out.

``python -m tests.faults.twins MISTAKE python -m sessionrunner ARGUMENTS...``
"""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from types import SimpleNamespace
from typing import Any


def _replace(owner: object, name: str, wrong: object) -> None:
    setattr(owner, name, wrong)


def eager() -> None:
    """Gives the receipt first and stores afterwards."""
    from sessionrunner.storage.box import SealedBox

    waiting: SimpleQueue[tuple[Any, Any]] = SimpleQueue()
    store = SealedBox.put

    def store_all() -> None:
        while True:
            box, submission = waiting.get()
            store(box, submission)

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
    from sessionrunner.storage.box import BoxFailed, SealedBox

    store = SealedBox.put

    def put(box: Any, submission: Any) -> None:
        with suppress(BoxFailed):
            store(box, submission)

    _replace(SealedBox, "put", put)


_ALL = (eager, forgetful, hasty, insisting, rereading, hopeful)
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
