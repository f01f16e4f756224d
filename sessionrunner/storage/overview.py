"""The overview of the lessons folder: what is open, what has been done, where to read more."""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from sessionrunner.core.appointment import appointments
from sessionrunner.core.followup import (
    Found,
    Past,
    PastSession,
    Status,
    Trouble,
    ground_rules,
    open_decisions,
    open_ideas,
    settled,
)
from sessionrunner.core.markdown import inline
from sessionrunner.locale import Catalogue
from sessionrunner.locale.lesson_lines import age
from sessionrunner.locale.phrases import day, weekday
from sessionrunner.storage.durable import remove, sync_folder, take_the_place_of
from sessionrunner.storage.front_matter import read as read_front_matter
from sessionrunner.storage.lesson_scan import scan

__all__ = ["FILE", "read_front_matter", "rebuild", "render"]

FILE = "Översikt.md"

_LATELY = 20
"""Decisions that were closed: the latest ones are told, the sessions' own files have them all."""

Look = Callable[[Path], Past]
"""Reads a lessons folder; OSError when it cannot."""


def rebuild(folder: Path, catalogue: Catalogue, today: date | None = None, look: Look = scan) -> None:
    """Write the overview anew from what lies in the folder; the one file there that may be replaced.

    Ages are counted to ``today``, or to the latest session's date: then the same sessions give the same file on
    every laptop. OSError when the folder cannot be read or written.
    """
    text = render(look(folder), catalogue, today)
    path = folder / FILE
    temporary = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        take_the_place_of(path, temporary)
    finally:
        with suppress(OSError):
            remove(temporary)
    sync_folder(folder)


def render(past: Past, words: Catalogue, today: date | None = None) -> str:
    """The overview's text; links are relative to the folder."""
    until = today or max((session.date for session in past.sessions), default=date.min)
    blocks = [
        f"# {words('overview.heading')}",
        words("overview.about"),
        words("overview.copies"),
        *([words("overview.as-of", date=day(until, words))] if past.sessions else []),
        *_open(past, words, until),
        *_appointments(past, words),
        *_plain_list("overview.ideas", open_ideas(past), words),
        *_sessions(past.sessions, words),
        *_plain_list("overview.rules", ground_rules(past), words),
        *_closed(past, words),
        *_not_read(past, words),
    ]
    return "\n\n".join(blocks) + "\n"


def _open(past: Past, words: Catalogue, until: date) -> Iterator[str]:
    yield f"## {words('overview.open.heading')}"
    lines = [_decision(found, words, until) for found in open_decisions(past)]
    yield _list(lines) if lines else words("overview.open.nothing")


def _appointments(past: Past, words: Catalogue) -> Iterator[str]:
    """When groups have agreed to meet about what they decided."""
    if waiting := appointments(past):
        yield f"## {words('appointment.heading')}"
        yield _list([f"**{weekday(one.day, words)}** · {_link(one.session, words)}" for one in waiting])


def _decision(found: Found, words: Catalogue, until: date) -> str:
    """What, who, by when, how old, and where it comes from."""
    session, lesson = found
    assert lesson.kind is not None  # decisions are of known kinds
    owner = inline(lesson.owner) or words("overview.open.nobody")
    due = _due(found, words, until)
    facts = " · ".join((words(f"lesson.kind.{lesson.kind.value}"), owner, due, *age(found, until, words)))
    return f"**{inline(lesson.text)}**\n  – {facts} · {_link(session, words)}"


def _due(found: Found, words: Catalogue, until: date) -> str:
    if found.lesson.due is None:
        said = inline(found.lesson.due_said)
        return words("appointment.due-said", text=said) if said else words("overview.open.no-date")
    told = words("overview.open.due", date=day(found.lesson.due, words))
    late = found.late(until)
    return f"{told} {words('overview.open.late', n=late)}" if late else told


def _plain_list(heading: str, found: Sequence[Found], words: Catalogue) -> Iterator[str]:
    if found:
        yield f"## {words(heading)}"
        yield _list([_linked(one, words) for one in found])


def _closed(past: Past, words: Catalogue) -> Iterator[str]:
    """What became of the rest: dropped with why, done with what was said about it."""
    for status in (Status.DONE, Status.DROPPED):
        found = settled(past, status)[:_LATELY]
        if found:
            yield f"## {words(f'overview.{status.value}')}"
            yield _list([_ended(one, words) for one in found])


def _ended(found: Found, words: Catalogue) -> str:
    lesson = found.lesson
    when = [day(lesson.settled, words)] if lesson.settled else []
    said = [inline(lesson.note)] if lesson.note else []
    return " · ".join([f"**{inline(lesson.text)}**", *when, *said, _link(found.session, words)])


def _sessions(sessions: Sequence[PastSession], words: Catalogue) -> Iterator[str]:
    yield f"## {words('overview.sessions.heading')}"
    lines = [_session(session, words) for session in sessions]
    yield _list(lines) if lines else words("overview.sessions.nothing")


def _session(session: PastSession, words: Catalogue) -> str:
    facts = [_link(session, words)]
    if session.participants:
        facts.append(words("overview.sessions.people", n=session.participants))
    if session.lessons:
        facts.append(words("overview.sessions.lessons", n=len(session.lessons)))
    if not session.finished:
        facts.append(words("overview.sessions.unfinished"))
    facts += [f"[{words('overview.sessions.edited')}]({_address(place)})" for place in session.edited]
    return " · ".join(facts)


def _not_read(past: Past, words: Catalogue) -> Iterator[str]:
    yield from _troubles("overview.unreadable", (one for one in past.troubles if not one.newer), words)
    yield from _troubles("overview.newer", (one for one in past.troubles if one.newer), words)


def _troubles(heading: str, troubles: Iterable[Trouble], words: Catalogue) -> Iterator[str]:
    lines = [f"[{_folder(one.place)}]({_address(one.place)}) · {words.render(one.remedy)}" for one in troubles]
    if lines:
        yield f"## {words(heading)}"
        yield _list(lines)


def _linked(found: Found, words: Catalogue) -> str:
    return f"{inline(found.lesson.text)} · {_link(found.session, words)}"


def _link(session: PastSession, words: Catalogue) -> str:
    title = inline(session.title) or _folder(session.place)
    return f"[{title}, {day(session.date, words)}]({_address(session.place)})"


def _folder(place: str) -> str:
    return inline(PurePosixPath(place).parent.name)


def _address(place: str) -> str:
    return quote(place, safe="/")


def _list(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
