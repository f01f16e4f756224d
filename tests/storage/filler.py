"""A child program whose disk fills up (files may grow no further) and gets room again; says what happened.

``python -m tests.storage.filler make-box|box|journal FOLDER``
"""

import resource
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sessionrunner.core.commands import TakeNote
from sessionrunner.core.session import Event, Instant
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import journal
from sessionrunner.storage.box import SealedBox
from tests.storage.reflection import STEP, submission


def let_files_grow_to(size: int) -> None:
    """Writes beyond so many bytes of a file fail from now on, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def attempt(store: Callable[[], None]) -> None:
    try:
        store()
    except SessionRunnerError:
        print("refused")
    else:
        print("stored")


def make_box(folder: Path) -> None:
    """No room for the box itself: nothing remains of it."""
    let_files_grow_to(100_000)
    attempt(lambda: SealedBox.create(folder, 64).close())
    print("clean" if list(folder.iterdir()) == [] else "remains")


def fill_box(folder: Path) -> None:
    box = SealedBox.create(folder, 16)
    attempt(lambda: box.put(submission(1)))
    let_files_grow_to(6000)
    attempt(lambda: box.put(submission(2)))
    attempt(lambda: box.put(submission(2)))
    let_files_grow_to(resource.RLIM_INFINITY)
    attempt(lambda: box.put(submission(2)))
    box.close()
    again = SealedBox.open(folder)
    print("intact" if again.counts() == {STEP.id: 2} else "broken")
    again.close()


def fill_journal(folder: Path) -> None:
    path = folder / "journal.jsonl"
    header = journal.Header("3f9a1c2b", "id: prov", "prov.yaml", date(2026, 11, 21), "sv", None)
    written = journal.JournalFile.create(path, header)
    events = [Event(Instant(timedelta(minutes=at)), "", TakeNote("å" * 300)) for at in range(3)]
    attempt(lambda: written.append(events[:1]))
    let_files_grow_to(path.stat().st_size + 700)
    attempt(lambda: written.append(events[1:]))
    attempt(lambda: written.append(events[1:]))
    let_files_grow_to(resource.RLIM_INFINITY)
    attempt(lambda: written.append(events[1:]))
    found = journal.read(path)
    print("intact" if found == journal.Recovered(header, tuple(events), 0, 0) else "broken")


if __name__ == "__main__":
    {"make-box": make_box, "box": fill_box, "journal": fill_journal}[sys.argv[1]](Path(sys.argv[2]))
