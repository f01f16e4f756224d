"""The journal: every event of a session on disk, a line each, before anybody is told about it."""

import dataclasses
import json
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sessionrunner.core.session import Event
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import durable
from sessionrunner.storage.event_codec import from_json, to_json
from sessionrunner.storage.plain_json import read_json


class JournalFailed(SessionRunnerError):
    """The journal could not be written; nothing of the latest events is in it."""

    cause = "storage.journal-failed"


class JournalFull(JournalFailed):
    """The disk is full; writing works again when there is room."""

    cause = "storage.journal-full"


class JournalUnreadable(SessionRunnerError):
    """There is no journal, or nothing in it says which exercise it belongs to."""

    cause = "storage.journal-unreadable"


@dataclass(frozen=True, slots=True)
class Header:
    """What a session needs beside its events, so that it can go on whatever happens to other files."""

    session: str
    exercise_text: str
    """The exercise file as it was when the session was opened."""
    exercise_file: str
    """Where it was read from, for messages."""
    date: date
    language: str
    lessons: str | None
    """The lessons folder; None when none was chosen."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a journal still says."""

    header: Header
    events: tuple[Event, ...]
    torn: int
    """Lines at the end that were never completely written; nobody was told about them."""
    damaged: int = 0
    """Lines in the middle that have changed since they were written."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a file that are as they were written, and what stands between and after them."""

    values: list[Any]
    end: int
    """Bytes up to and with the last intact line."""
    torn: int
    damaged: int


class JournalFile:
    """Appends events to one file; each append is on disk when it returns."""

    def __init__(self, path: Path) -> None:
        """Go on with an existing journal after its last intact line; JournalFailed when it cannot be read."""
        self._path = path
        try:
            self._end = _lines(path.read_bytes()).end
        except OSError as error:
            raise _trouble(error) from error

    @classmethod
    def create(cls, path: Path, header: Header) -> "JournalFile":
        """A new journal; JournalFailed, and no file, when there is one already or it cannot be written."""
        line = _line({"header": {**dataclasses.asdict(header), "date": header.date.isoformat()}})
        try:
            durable.make_private_folder(path.parent)
            # Twice, and apart: it is most of the file, and the events mean nothing without it.
            durable.create_private(path, line + b"\n" + line)
        except OSError as error:
            raise _trouble(error) from error
        return cls(path)

    def append(self, events: Sequence[Event]) -> None:
        """Return when the events are on disk; JournalFailed, and none of them in the journal, when they are not."""
        lines = b"".join(_line({"event": to_json(event)}) for event in events)
        try:
            # Opened anew each time: Windows cannot remove the session's folder while a file in it is open.
            with durable.patiently(lambda: self._path.open("r+b", buffering=0)) as file:
                self._append(file.fileno(), lines)
        except OSError as error:
            raise _trouble(error) from error
        self._end += len(lines)

    def _append(self, descriptor: int, lines: bytes) -> None:
        self._cut(descriptor)
        os.lseek(descriptor, self._end, os.SEEK_SET)
        try:
            durable.write_all(descriptor, lines)
            durable.sync(descriptor)
        except OSError:
            with suppress(OSError):  # else the next append does it, before it writes
                self._cut(descriptor)
            raise

    def _cut(self, descriptor: int) -> None:
        """Remove what an interrupted write left behind, so that no torn line ends up in the middle."""
        if os.fstat(descriptor).st_size != self._end:
            os.ftruncate(descriptor, self._end)


def read(path: Path) -> Recovered:
    """Everything intact in a journal; JournalUnreadable without a header, UnknownCommand from a newer program."""
    try:
        lines = _lines(path.read_bytes())
    except OSError as error:
        raise JournalUnreadable(file=str(path)) from error
    headers = [value["header"] for value in lines.values if "header" in value]
    if not headers:
        raise JournalUnreadable(file=str(path))
    header = _header(headers[0], path)
    events = tuple(from_json(value["event"]) for value in lines.values if "event" in value)
    return Recovered(header, events, lines.torn, lines.damaged)


def _header(fields: Any, path: Path) -> Header:
    """The header as it was written; JournalUnreadable when another program wrote it."""
    try:
        header = Header(**{**fields, "date": date.fromisoformat(fields["date"])})
    except (KeyError, TypeError, ValueError) as error:
        raise JournalUnreadable(file=str(path)) from error
    told = (header.session, header.exercise_text, header.exercise_file, header.language, header.lessons or "")
    if not all(isinstance(one, str) for one in told):
        raise JournalUnreadable(file=str(path))
    return header


def _line(value: object) -> bytes:
    """A JSON array of a checksum and the value, in ASCII so that any text survives."""
    body = json.dumps(value, separators=(",", ":")).encode("ascii")
    return b'["%08x",%s]\n' % (zlib.crc32(body), body)


def _value(line: bytes) -> Any:
    """The fields in an intact line; None for any other."""
    body = line[_BODY:-2]
    if line != b'["%08x",%s]\n' % (zlib.crc32(body), body):
        return None
    try:
        value = read_json(body)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


_BODY = len('["01234567",')
_BEGINNING = re.compile(rb'(?!^)(?=\["[0-9a-f]{8}",\{)')
"""Where a line begins inside another; a quotation mark in somebody's text has a backslash before it."""


def _lines(content: bytes) -> _Lines:
    found = [part for line in content.splitlines(keepends=True) for part in _parted(line)]
    last = max((at for at, (_, value) in enumerate(found) if value is not None), default=-1)
    whole = found[: last + 1]
    values = [value for _, value in whole if value is not None]
    end = sum(len(line) for line, _ in whole)
    return _Lines(values, end, torn=_broken(found[last + 1 :]), damaged=_broken(whole))


def _parted(line: bytes) -> Iterator[tuple[bytes, Any]]:
    """The line with its value; those it was made of when a line break between them has been damaged."""
    *before, last = _BEGINNING.split(line)
    found = [*((part, _value(part[:-1] + b"\n")) for part in before), (last, _value(last))]
    yield from found if any(value is not None for _, value in found) else [(line, None)]


def _broken(lines: Iterable[tuple[bytes, Any]]) -> int:
    return sum(value is None and line != b"\n" for line, value in lines)


def _trouble(error: OSError) -> JournalFailed:
    return JournalFull() if error.errno in durable.NO_ROOM else JournalFailed()
