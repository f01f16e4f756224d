"""Remembers what was read in a lessons folder, so that only what has changed is read again. The files always win."""

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from sessionrunner import __version__
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import Past, PastLesson, PastSession, PastStep, PastTally, Status, Update
from sessionrunner.storage import lesson_scan
from sessionrunner.storage.durable import create_private, remove, take_the_place_of
from sessionrunner.storage.folder_trouble import ShareMissing, in_plain_words
from sessionrunner.storage.lesson_scan import Listed
from sessionrunner.storage.lessons_folder import MARKER
from sessionrunner.storage.plain_json import read_json

_VERSION = 4
_FRESH = 3_000_000_000
"""Nanoseconds: a file changed so lately may change again without its stamp telling."""

_Entry = tuple[list[int], dict[str, Any]]
"""Stamp and session, as JSON holds them."""


class LessonIndex:
    """A file on this laptop for each lessons folder; a broken or old one is as good as none."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is where the indexes lie."""
        self._folder = folder

    def scan(self, lessons: Path) -> Past:
        """Every session in the lessons folder as its files tell it now; OSError when the folder cannot be read."""
        before = self._load(lessons)
        reader = _Reader(before)
        past = lesson_scan.scan(lessons, reader.read)
        if reader.entries.keys() != before.keys() or reader.fresh:
            self._save(lessons, reader.entries)
        return past

    def file(self, lessons: Path) -> Path:
        """Where this lessons folder's index lies."""
        return self._folder / f"{hashlib.sha256(str(lessons).encode()).hexdigest()[:16]}.json"

    def _load(self, lessons: Path) -> Mapping[str, _Entry]:
        """By place; {} when the index is missing, damaged or another program's."""
        try:
            head, _, body = self.file(lessons).read_text("utf-8").partition("\n")
            if head != _head(body):
                return {}
            return {str(place): (stamp, fields) for place, stamp, fields in read_json(body)}
        except (OSError, ValueError, TypeError):
            return {}

    def _save(self, lessons: Path, entries: Mapping[str, _Entry]) -> None:
        """A disk that refuses costs only the time to read everything again."""
        body = json.dumps([[place, *entry] for place, entry in entries.items()], ensure_ascii=False)
        file = self.file(lessons)
        fresh = file.with_suffix(f".{time.monotonic_ns()}.new")
        with suppress(OSError, UnicodeEncodeError):
            content = f"{_head(body)}\n{body}".encode()
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                create_private(fresh, content)
                take_the_place_of(file, fresh)
            finally:
                remove(fresh)


def _head(body: str) -> str:
    """Says who wrote the index and that it is whole."""
    return f"{_VERSION} {__version__} {hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()}"


class _Reader:
    """Reads what has changed and remembers the rest."""

    def __init__(self, before: Mapping[str, _Entry]) -> None:
        self._before = before
        self.entries: dict[str, _Entry] = {}
        self.fresh = False
        """True when something was read from its file."""

    def read(self, folder: Path, one: Listed) -> PastSession:
        """The session in a listed file."""
        known = self._before.get(one.place)
        if known and any(one.stamp) and known[0] == list(one.stamp):
            with suppress(KeyError, TypeError, ValueError):
                session = _session(known[1])
                self.entries[one.place] = known
                return session
        session = lesson_scan.read_file(folder, one)
        if time.time_ns() - max(one.stamp[1], one.stamp[2]) > _FRESH:
            self.entries[one.place] = (list(one.stamp), _plain(session))
            self.fresh = True
        return session


def _plain(session: PastSession) -> dict[str, Any]:
    fields = asdict(session)
    del fields["edited"]
    fields["date"] = session.date.isoformat()
    fields["follow_up_on"] = session.follow_up_on.isoformat() if session.follow_up_on else None
    fields["steps"] = [[one.id, one.planned, one.actual] for one in session.steps]
    fields["lessons"] = [_plain_lesson(one) for one in session.lessons]
    fields["tallies"] = [_plain_tally(one) for one in session.tallies]
    fields["updates"] = [[one.lesson, one.status.value, one.note] for one in session.updates]
    return fields


def _plain_lesson(one: PastLesson) -> list[object]:
    due = one.due.isoformat() if one.due else None
    return [one.id, one.kind.value if one.kind else None, one.text, one.owner, due, one.due_said]


def _plain_tally(one: PastTally) -> list[object]:
    return [one.step, one.question, one.ask, [*map(list, one.counts)], one.middle]


def _session(fields: Mapping[str, Any]) -> PastSession:
    """The session as it was; KeyError, TypeError or ValueError when the entry is not one."""
    special = {
        "date": date.fromisoformat(fields["date"]),
        "follow_up_on": _day(fields["follow_up_on"]),
        "steps": tuple(PastStep(*step) for step in fields["steps"]),
        "lessons": tuple(_lesson(*lesson) for lesson in fields["lessons"]),
        "updates": tuple(Update(lesson, Status(status), note) for lesson, status, note in fields["updates"]),
        "tallies": tuple(_tally(*tally) for tally in fields["tallies"]),
    }
    return PastSession(**{**fields, **special})


def _lesson(name: str, kind: str | None, text: str, owner: str, due: str | None, due_said: str) -> PastLesson:
    return PastLesson(name, LessonKind(kind) if kind else None, text, owner, _day(due), due_said)


def _tally(step: str, question: str, ask: str, counts: Sequence[tuple[str, int]], middle: float | None) -> PastTally:
    return PastTally(step, question, ask, tuple((value, number) for value, number in counts), middle)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def earlier(lessons: Path, known: bool, index: LessonIndex) -> Past:
    """Every session in the lessons folder; SessionRunnerError when it cannot be read.

    ``known`` says that records have gone there before: without its marker it is then a share that is not connected.
    """
    with in_plain_words(lessons):
        past = index.scan(lessons)
        if known and not (lessons / MARKER).is_file():
            raise ShareMissing(folder=str(lessons))
        return past
