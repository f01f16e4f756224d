"""The overview of the lessons folder: what is open, what has been done, where to read more."""

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import quote

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.markdown import inline
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day
from sessionrunner.storage.durable import sync_folder
from sessionrunner.storage.front_matter import read as read_front_matter
from sessionrunner.storage.saved_session import SavedLesson, SavedSession, Scan, Status, scan

__all__ = ["FILE", "read_front_matter", "rebuild", "render"]

FILE = "Översikt.md"

_DECISIONS = frozenset({LessonKind.ACTIVITY, LessonKind.AGREEMENT, LessonKind.ROUTINE})
_Found = tuple[SavedSession, SavedLesson]


def rebuild(folder: Path, catalogue: Catalogue, today: date | None = None) -> None:
    """Write the overview anew from what lies in the folder; the one file there that may be replaced.

    Ages are counted to ``today``, or to the latest session's date: then the same sessions give the same file on
    every laptop. OSError when the folder cannot be read or written.
    """
    text = render(scan(folder), folder, catalogue, today)
    path = folder / FILE
    temporary = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    sync_folder(folder)


def render(found: Scan, folder: Path, words: Catalogue, today: date | None = None) -> str:
    """The overview's text; links are relative to the folder."""
    dates = [session.date for session in found.sessions]
    until = today or max(dates, default=None)
    blocks = [
        f"# {words('overview.heading')}",
        words("overview.about"),
        *_open(found.sessions, folder, words, until),
        *_ideas(found.sessions, folder, words),
        *_sessions(found.sessions, folder, words),
        *_ground_rules(found.sessions, folder, words),
        *_not_read(found, folder, words),
    ]
    return "\n\n".join(blocks) + "\n"


def _lessons(sessions: Sequence[SavedSession]) -> Iterator[_Found]:
    """Every lesson that is still open, newest session first."""
    for session in sessions:
        yield from ((session, lesson) for lesson in session.lessons if lesson.status is Status.OPEN)


def _open(sessions: Sequence[SavedSession], folder: Path, words: Catalogue, until: date | None) -> Iterator[str]:
    decisions = [found for found in _lessons(sessions) if found[1].kind in _DECISIONS]
    decisions.sort(key=lambda found: (found[1].due or date.max, found[0].date))
    yield f"## {words('overview.open.heading')}"
    lines = [_decision(found, folder, words, until or found[0].date) for found in decisions]
    yield _list(lines) if lines else words("overview.open.nothing")


def _decision(found: _Found, folder: Path, words: Catalogue, until: date) -> str:
    """What, who, by when, how old, and where it comes from."""
    session, lesson = found
    assert lesson.kind is not None  # only decisions of known kinds come here
    owner = inline(lesson.owner) or words("overview.open.nobody")
    due = _due(lesson.due, words, until) if lesson.due else words("overview.open.no-date")
    age = words("overview.open.age", n=max(0, (until - session.date).days))
    facts = " · ".join((words(f"lesson.kind.{lesson.kind.value}"), owner, due, age))
    return f"**{inline(lesson.text)}**\n  – {facts} · {_link(session, folder, words)}"


def _due(due: date, words: Catalogue, until: date) -> str:
    told = words("overview.open.due", date=day(due, words))
    late = (until - due).days
    return told if late <= 0 else f"{told} {words('overview.open.late', n=late)}"


def _ideas(sessions: Sequence[SavedSession], folder: Path, words: Catalogue) -> Iterator[str]:
    lines = [_linked(found, folder, words) for found in _lessons(sessions) if found[1].kind is LessonKind.IDEA]
    if lines:
        yield f"## {words('overview.ideas')}"
        yield _list(lines)


def _sessions(sessions: Sequence[SavedSession], folder: Path, words: Catalogue) -> Iterator[str]:
    yield f"## {words('overview.sessions.heading')}"
    lines = [_session(session, folder, words) for session in sessions]
    yield _list(lines) if lines else words("overview.sessions.nothing")


def _session(session: SavedSession, folder: Path, words: Catalogue) -> str:
    facts = [_link(session, folder, words)]
    if session.participants:
        facts.append(words("overview.sessions.people", n=session.participants))
    if session.lessons:
        facts.append(words("overview.sessions.lessons", n=len(session.lessons)))
    if not session.finished:
        facts.append(words("overview.sessions.unfinished"))
    facts += [f"[{words('overview.sessions.edited')}]({_address(path, folder)})" for path in session.edited]
    return " · ".join(facts)


def _ground_rules(sessions: Sequence[SavedSession], folder: Path, words: Catalogue) -> Iterator[str]:
    rules = [(one, lesson) for one in sessions for lesson in one.lessons if lesson.kind is LessonKind.GROUND_RULE]
    lines = [_linked(found, folder, words) for found in rules if found[1].status is not Status.DROPPED]
    if lines:
        yield f"## {words('overview.rules')}"
        yield _list(lines)


def _not_read(found: Scan, folder: Path, words: Catalogue) -> Iterator[str]:
    lines = [f"[{inline(path.parent.name)}]({_address(path, folder)})" for path in found.unreadable]
    newer = [f"[{inline(path.parent.name)}]({_address(path, folder)})" for path in found.newer]
    if lines:
        yield f"## {words('overview.unreadable')}"
        yield _list(lines)
    if newer:
        yield f"## {words('overview.newer')}"
        yield _list(newer)


def _linked(found: _Found, folder: Path, words: Catalogue) -> str:
    session, lesson = found
    return f"{inline(lesson.text)} · {_link(session, folder, words)}"


def _link(session: SavedSession, folder: Path, words: Catalogue) -> str:
    title = inline(session.title) or inline(session.path.parent.name)
    return f"[{title}, {day(session.date, words)}]({_address(session.path, folder)})"


def _address(path: Path, folder: Path) -> str:
    return quote(path.relative_to(folder).as_posix(), safe="/")


def _list(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
