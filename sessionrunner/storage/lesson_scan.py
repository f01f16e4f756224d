"""Finds the sessions' files in a lessons folder, whatever has been copied, renamed or left half beside them."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sessionrunner.core.followup import Past, PastSession, Trouble, followed
from sessionrunner.storage import lesson_file
from sessionrunner.storage.lesson_file import BadLessonFile

_OURS = re.compile(r"lärdomar(?: \((\d{1,4})\))?\.md")
_COPY = re.compile(r"lärdomar.*\.md", re.IGNORECASE)
"""What programs that keep folders alike call the version that lost: ``lärdomar-DESKTOP-7.md`` and the like."""

Stamp = tuple[int, int, int, int]
"""Size, times of change in nanoseconds, and number of a file: other contents have another stamp."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A session's file and the others beside it."""

    place: str
    """Path inside the lessons folder, with slashes."""
    stamp: Stamp
    others: tuple[str, ...] = ()


Read = Callable[[Path, Listed], PastSession]
"""Gives what is in a listed file; BadLessonFile when it cannot be read."""


def read_file(folder: Path, one: Listed) -> PastSession:
    """The session, from the file itself."""
    return lesson_file.read(folder / one.place, one.place)


def scan(folder: Path, read: Read = read_file) -> Past:
    """Every session in the folder; what cannot be read is listed. OSError when the folder cannot be."""
    sessions: dict[str, PastSession] = {}
    troubles: list[Trouble] = []
    for one in listed(folder):
        try:
            found = read(folder, one)
        except BadLessonFile as error:
            troubles.append(lesson_file.trouble(one.place, error))
        else:
            # A copied folder holds the same session; the shorter name is the original.
            sessions.setdefault(found.session, replace(found, edited=one.others) if one.others else found)
    return Past(followed(sessions.values()), tuple(troubles))


def listed(folder: Path) -> Iterator[Listed]:
    """The file of each session's folder, by folder name. OSError when the lessons folder cannot be read."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir())
    for name in names:
        files = _files(folder / name)
        ours = sorted((number, file, stamp) for file, number, stamp in files if number)
        copies = sorted((file, stamp) for file, number, stamp in files if not number)
        if ours:
            others = (*(file for _, file, _ in ours[:-1]), *(file for file, _ in copies))
            yield Listed(f"{name}/{ours[-1][1]}", ours[-1][2], tuple(f"{name}/{file}" for file in others))
        elif copies:
            others = tuple(f"{name}/{file}" for file, _ in copies[1:])
            yield Listed(f"{name}/{copies[0][0]}", copies[0][1], others)


def _files(own: Path) -> list[tuple[str, int, Stamp]]:
    """Name, version (0 for somebody's copy) and stamp of every lesson file in a session's folder."""
    try:
        with os.scandir(own) as entries:
            return [(entry.name, _version(entry.name), _stamp(entry)) for entry in entries if _is_lessons(entry.name)]
    except OSError:
        return []


def _stamp(entry: "os.DirEntry[str]") -> Stamp:
    try:
        found = entry.stat()
    except OSError:
        return (0, 0, 0, 0)
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _is_lessons(name: str) -> bool:
    """Some systems spell ä as two characters."""
    return _COPY.fullmatch(unicodedata.normalize("NFC", name)) is not None


def _version(name: str) -> int:
    match = _OURS.fullmatch(unicodedata.normalize("NFC", name))
    return int(match[1] or 1) if match else 0
