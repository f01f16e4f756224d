"""Finds the sessions' files in a lessons folder, whatever has been copied, renamed or left half beside them."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sessionrunner.core.followup import Past, PastSession, Trouble, followed
from sessionrunner.storage import lesson_file
from sessionrunner.storage.lesson_file import FILE, BadLessonFile, LessonFileAway, LessonFileMissing

_OURS = re.compile(r"lärdomar(?: \((\d{1,4})\))?\.md")
_COPY = re.compile(r"lärdomar.*\.md", re.IGNORECASE)
"""What programs that keep folders alike call the version that lost: ``lärdomar-DESKTOP-7.md`` and the like."""
_ON_ITS_WAY = re.compile(r"\.?lärdomar.*\.md\..+", re.IGNORECASE)
"""What they put in the place of a file that is in the cloud only, or half fetched: ``lärdomar.md.nextcloud``."""
_FOLDER = re.compile(r"\d{4}-\d\d-\d\d .*[0-9a-f]{8}")
"""How the program names a session's folder."""

Stamp = tuple[int, int, int, int]
"""Size, times of change in nanoseconds, and number of a file: other contents have another stamp."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A lesson file in a session's folder."""

    place: str
    """Path inside the lessons folder, with slashes."""
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Own:
    """A folder in the lessons folder, with what of it is a session's."""

    name: str
    versions: tuple[Listed, ...] = ()
    """The one that counts first: the program's latest, its earlier ones, then what others have made."""
    away: LessonFileAway | LessonFileMissing | None = None
    """Why there is none, where one is to be expected."""


Read = Callable[[Path, Listed], PastSession]
"""Gives what is in a listed file; BadLessonFile when it cannot be read."""


def read_file(folder: Path, one: Listed) -> PastSession:
    """The session, from the file itself."""
    return lesson_file.read(folder / one.place, one.place)


def scan(folder: Path, read: Read = read_file) -> Past:
    """Every session in the folder; what cannot be read is listed. OSError when the folder cannot be."""
    sessions: dict[str, PastSession] = {}
    troubles: list[Trouble] = []
    for own in owns(folder):
        if own.away is not None:
            troubles.append(lesson_file.trouble(f"{own.name}/{FILE}", own.away))
        found = _first_whole(folder, own.versions, read, troubles)
        if found is not None:
            known = sessions.get(found.session)
            sessions[found.session] = found if known is None else _beside(known, found)
    return Past(followed(sessions.values()), tuple(troubles))


def _first_whole(folder: Path, versions: Sequence[Listed], read: Read, troubles: list[Trouble]) -> PastSession | None:
    """The first version that can be read, and the ones after it by name; those before it are told as troubles."""
    for at, one in enumerate(versions, 1):
        try:
            found = read(folder, one)
        except BadLessonFile as error:
            troubles.append(lesson_file.trouble(one.place, error))
        else:
            return replace(found, edited=tuple(other.place for other in versions[at:])) if versions[at:] else found
    return None


def _beside(known: PastSession, copied: PastSession) -> PastSession:
    """A copied folder holds the same session; the shorter name is the original, and a copy that says more is told."""
    if replace(copied, place=known.place, edited=known.edited) == known:
        return known
    return replace(known, edited=(*known.edited, copied.place))


def owns(folder: Path) -> Iterator[Own]:
    """The folders that are sessions', by name. OSError when the lessons folder cannot be read."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir())
    return (own for name in names for own in [looked_into(folder, name)] if own.versions or own.away)


def looked_into(folder: Path, name: str) -> Own:
    """What lies in one folder; one that is no session's has neither versions nor anything away."""
    try:
        with os.scandir(folder / name) as entries:
            # Some systems spell ä as two characters.
            files = [(unicodedata.normalize("NFC", entry.name), entry) for entry in entries]
    except OSError as error:
        away = LessonFileAway(file=f"{name}/{FILE}", reason=error.strerror or str(error))
        return Own(name, (), away if _FOLDER.fullmatch(name) else None)
    # Two spellings of one name may lie side by side: ours comes first.
    ranked = ((_order(spelt), spelt != entry.name, entry) for spelt, entry in files if _COPY.fullmatch(spelt))
    lessons = [entry for *_, entry in sorted(ranked, key=lambda found: found[:2])]
    if not lessons and _is_awaited(name, [spelt for spelt, _ in files]):
        return Own(name, (), LessonFileMissing(file=f"{name}/{FILE}"))
    return Own(name, tuple(Listed(f"{name}/{entry.name}", _stamp(entry)) for entry in lessons))


def _is_awaited(name: str, files: Sequence[str]) -> bool:
    """Whether a lesson file should be in the folder: its like is, or the folder is a session's with no text in it."""
    if any(_ON_ITS_WAY.fullmatch(one) for one in files):
        return True
    return _FOLDER.fullmatch(name) is not None and not any(one.endswith(".md") for one in files)


def _order(name: str) -> tuple[int, str]:
    """The program's latest version first, somebody's copies last."""
    match = _OURS.fullmatch(name)
    return (-int(match[1] or 1) if match else 0, name)


def _stamp(entry: "os.DirEntry[str]") -> Stamp:
    try:
        found = entry.stat()
    except OSError:
        return (0, 0, 0, 0)
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
