"""What earlier sessions left in the lessons folder, as far as it can be read."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

from sessionrunner.core.exercise import LessonKind
from sessionrunner.storage import front_matter
from sessionrunner.storage.front_matter import Unreadable

FILE = "lärdomar.md"
"""The record's file in every session's folder."""
SCHEMA = 1
"""Newest version of the record that this program understands."""

_VERSION = re.compile(r"lärdomar(?: \((\d{1,4})\))?\.md")


class Status(Enum):
    """What has become of a lesson since."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class SavedLesson:
    """A lesson as its file tells it, with what later sessions have said about it."""

    id: str
    kind: LessonKind | None
    """None for a kind this program does not know."""
    text: str
    owner: str = ""
    due: date | None = None
    status: Status = Status.OPEN
    note: str = ""
    """Why it was done or dropped, in the words of the session that said so."""


@dataclass(frozen=True, slots=True)
class Update:
    """What a session says has become of an earlier lesson."""

    lesson: str
    """Id of the lesson: ``<session>/<id>``, or the id alone when ``follow_up`` or the id itself makes it plain."""
    status: Status
    note: str = ""


@dataclass(frozen=True, slots=True)
class SavedSession:
    """One session's record."""

    session: str
    date: date
    exercise: str
    title: str
    path: Path
    """The file that was read."""
    finished: bool = True
    participants: int = 0
    actual_minutes: float = 0
    lessons: tuple[SavedLesson, ...] = ()
    updates: tuple[Update, ...] = ()
    follow_up: str = ""
    """Id of the session this one followed up."""
    edited: tuple[Path, ...] = ()
    """Earlier versions beside the file, kept because somebody has edited them."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything in a lessons folder."""

    sessions: tuple[SavedSession, ...]
    """Newest first; lessons carry the status that later sessions gave them."""
    unreadable: tuple[Path, ...]
    newer: tuple[Path, ...]
    """Files written by a newer version of the program."""


class FromTheFuture(Unreadable):
    """The file was written by a newer version of the program."""


def scan(folder: Path) -> Scan:
    """Read every session in the folder; what cannot be read is listed. OSError when the folder cannot be."""
    sessions: dict[str, SavedSession] = {}
    unreadable: list[Path] = []
    newer: list[Path] = []
    for versions in _session_files(folder):
        try:
            found = read(versions[-1])
            # A copied folder holds the same session; the shorter name is the original.
            sessions.setdefault(found.session, replace(found, edited=tuple(versions[:-1])))
        except FromTheFuture:
            newer.append(versions[-1])
        except (OSError, Unreadable):
            unreadable.append(versions[-1])
    latest_first = sorted(sessions.values(), key=lambda one: (one.date, one.path), reverse=True)
    return Scan(tuple(with_updates(latest_first)), tuple(unreadable), tuple(newer))


def _session_files(folder: Path) -> Iterator[list[Path]]:
    """The versions of each session's file, oldest first, by folder name."""
    for own in sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")):
        versions = [(_version(path.name), path) for path in _listed(own)]
        if found := sorted((number, path) for number, path in versions if number):
            yield [path for _, path in found]


def _listed(own: Path) -> list[Path]:
    try:
        return list(own.iterdir())
    except OSError:
        return []


def _version(name: str) -> int:
    """Which version of the record a file is; 0 for any other file. Some systems spell ä as two characters."""
    match = _VERSION.fullmatch(unicodedata.normalize("NFC", name))
    return int(match[1] or 1) if match else 0


def read(path: Path) -> SavedSession:
    """One file; Unreadable, or FromTheFuture, when it is no record this program understands."""
    fields = front_matter.read(path)
    version = fields.get("sessionrunner")
    if isinstance(version, int) and version > SCHEMA:
        raise FromTheFuture
    day, session = _day(fields.get("date")), _text(fields.get("session"))
    if version != SCHEMA or day is None or not session:
        raise Unreadable
    return SavedSession(
        session=session,
        date=day,
        exercise=_text(fields.get("exercise")),
        title=_text(fields.get("title")),
        path=path,
        finished=fields.get("finished") is not False,
        participants=int(_number(fields.get("participants"))),
        actual_minutes=_number(fields.get("actual_minutes")),
        lessons=tuple(_lesson(one) for one in _mappings(fields.get("lessons"))),
        updates=tuple(_updates(fields.get("updates"))),
        follow_up=_text(fields.get("follow_up")),
    )


def with_updates(latest_first: Iterable[SavedSession]) -> list[SavedSession]:
    """The sessions with every lesson in the state that the latest session to mention it left it in."""
    sessions = list(latest_first)
    said: dict[tuple[str, str], Update] = {}
    for at, session in enumerate(sessions):
        for update in session.updates:
            lesson = _meant(update.lesson, session, sessions[at + 1 :])
            if lesson:
                said.setdefault(lesson, update)
    return [replace(one, lessons=tuple(_as_said(one, lesson, said) for lesson in one.lessons)) for one in sessions]


def _meant(name: str, said_by: SavedSession, earlier: list[SavedSession]) -> tuple[str, str] | None:
    """The lesson an update speaks of, as session and id; None when it cannot be told."""
    session, slash, lesson = name.partition("/")
    if slash:
        return session, lesson
    if said_by.follow_up:
        return said_by.follow_up, name
    holders = [one.session for one in earlier if any(lesson.id == name for lesson in one.lessons)]
    return (holders[0], name) if len(holders) == 1 else None


def _as_said(session: SavedSession, lesson: SavedLesson, said: Mapping[tuple[str, str], Update]) -> SavedLesson:
    update = said.get((session.session, lesson.id))
    return replace(lesson, status=update.status, note=update.note) if update else lesson


def _lesson(fields: Mapping[object, object]) -> SavedLesson:
    kinds = {kind.value: kind for kind in LessonKind}
    return SavedLesson(
        id=_text(fields.get("id")),
        kind=kinds.get(_text(fields.get("kind"))),
        text=_text(fields.get("text")),
        owner=_text(fields.get("owner")),
        due=_day(fields.get("due")),
    )


def _updates(value: object) -> Iterator[Update]:
    known = {status.value: status for status in Status}
    for fields in _mappings(value):
        status = known.get(_text(fields.get("status")))
        if status:
            yield Update(_text(fields.get("lesson")), status, _text(fields.get("note")))


def _mappings(value: object) -> Iterator[Mapping[object, object]]:
    return (one for one in value if isinstance(one, dict)) if isinstance(value, list) else iter(())


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _number(value: object) -> float:
    """A count or a length; 0 for anything that is not one."""
    usual = isinstance(value, int | float) and 0 <= value < 1_000_000
    return float(value) if usual and isinstance(value, int | float) else 0


def _day(value: object) -> date | None:
    """A date, as YAML gives it or as somebody has typed it."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None
