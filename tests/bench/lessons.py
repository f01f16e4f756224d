"""How long search, due list and overview take with many lessons; prints with goals, asserts nothing.

``python -m tests.bench.lessons``: 100, 1,000 and 10,000 lessons, five a session. The first scan reads every file, the
later ones what has changed. Goals: search and due under a second after the first scan, and ten times the lessons never
more than some ten times the time. Time is the processor's, so that neighbours do not count.
"""

import os
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.finding import find
from sessionrunner.core.followup import open_decisions
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.record import Identity, Record, StepTime
from sessionrunner.locale import load
from sessionrunner.output import markdown
from sessionrunner.storage import overview
from sessionrunner.storage.lesson_index import LessonIndex
from tests.storage.records import EXERCISE

EACH = 5
_SETTLED = 3.5
"""Seconds after which a file's stamp is trusted."""
GOALS = {"search": 1.0, "due": 1.0, "overview": 1.0}
"""Seconds with 10,000 lessons, reading what has changed included."""
_WORDS = ("journal", "barnet", "mallen", "utredning", "samverkan", "skola", "delaktighet", "språk", "beslut", "uppdrag")


def main() -> None:
    """A table, a row a size."""
    print("lessons  first scan  search    due  overview   (s)")
    for count in (100, 1_000, 10_000):
        with tempfile.TemporaryDirectory() as temporary:
            print(_row(count, Path(temporary)))
    print("goals               " + "  ".join(f"{name} < {goal} s" for name, goal in GOALS.items()))


def _row(count: int, where: Path) -> str:
    folder, index = where / "L", LessonIndex(where / "index")
    for number in range(count // EACH):
        _save(folder, number)
    time.sleep(_SETTLED)
    first = _took(lambda: index.scan(folder))
    search = _took(lambda: find(index.scan(folder), "delaktighet mall"))
    due = _took(lambda: open_decisions(index.scan(folder)))
    told = _took(lambda: overview.rebuild(folder, load("sv"), look=index.scan))
    return f"{count:7}  {first:10.2f}  {search:6.2f}  {due:5.2f}  {told:8.2f}"


def _save(folder: Path, number: int) -> None:
    """A whole file as the program writes it, changed long ago."""
    session, day = f"{number:08x}", date(2020, 1, 1) + timedelta(days=number)
    lessons = tuple(_lesson(number * EACH + at, at) for at in range(EACH))
    length = timedelta(minutes=5)
    steps = (StepTime("start", "Start", length, length),)
    record = Record(
        Identity(session, day, "sv"), EXERCISE, 12, length, steps, lessons, (), True, True, {}, (), threshold=5
    )
    file = folder / f"{day} Min uppgift {session}" / "lärdomar.md"
    file.parent.mkdir(parents=True)
    file.write_text(markdown.render(record, load("sv")), "utf-8")
    os.utime(file, (1_700_000_000, 1_700_000_000))


def _lesson(number: int, at: int) -> Lesson:
    text = " ".join(_WORDS[(number * step + at) % len(_WORDS)] for step in (1, 5, 7, 11))
    return Lesson(f"l{at + 1}", list(LessonKind)[number % 6], f"Vi {text} nummer {number}", "arbetsledare")


def _took(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return time.process_time() - began


if __name__ == "__main__":
    main()
