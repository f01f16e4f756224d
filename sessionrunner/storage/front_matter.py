"""Reads the record at the head of a lesson file, which anybody may have edited."""

import errno
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from yaml import SafeLoader as Loader
else:
    # The compiled reader is ten times faster, which is felt with hundreds of sessions; not every system has it.
    Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

LARGEST = 256 * 1024
"""Bytes of a record; a longer one is not ours."""
_DEEPEST = 12
_FENCE = "---"
_CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]")
"""Characters that no reader of YAML takes."""
_ENDLESS_NUMBER = re.compile(r"[-+.]?\d[\w.:+-]{63,}")
"""A number of so many digits that turning it into text, or back, fails."""


class Unreadable(ValueError):
    """The file has no record that can be read."""

    line = 0
    """Where in the file reading stopped, counted from 1; 0 when there is no such place."""


class NoRecord(Unreadable):
    """The file does not begin with a record."""


class Empty(NoRecord):
    """There is nothing in the file."""


class Half(Unreadable):
    """The record begins but does not end: the rest has not been copied, or somebody has taken the line away."""


def read(path: Path) -> Mapping[str, object]:
    """The record's fields; Unreadable when there are none, OSError when there is no such file."""
    try:
        return parse(_beginning(path))
    except OSError as error:
        if error.errno != errno.ESTALE:
            raise
    # Another laptop has put a newer one in its place since the name was looked up.
    return parse(_beginning(path))


def _beginning(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(LARGEST)


def parse(content: bytes) -> Mapping[str, object]:
    """The fields of the record at the head of this text; Unreadable when there are none."""
    source = _head(content)
    try:
        _require_plain(source)
        fields = yaml.load(source, Loader)
    except Unreadable:
        raise
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise _stopped(error) from error
    if not isinstance(fields, dict):
        raise Unreadable
    return {str(key): value for key, value in fields.items()}


def _stopped(error: Exception) -> Unreadable:
    """What went wrong, and on which line of the file; the fence is the first."""
    refused = Unreadable(str(error))
    mark = getattr(error, "problem_mark", None)
    refused.line = mark.line + 2 if mark else 0
    return refused


def _refused(line: int) -> Unreadable:
    """What begins on this line of the record, counted from 0, may not be in it."""
    refused = Unreadable()
    refused.line = line + 2
    return refused


def _refused_at(event: yaml.Event) -> Unreadable:
    return _refused(event.start_mark.line if event.start_mark else 0)


def _head(content: bytes) -> str:
    """The lines between the first two fences."""
    if not content.strip(b" \t\r\n\0"):
        raise Empty
    lines = _decoded(content).lstrip("\n\r ").split("\n")
    if lines[0].rstrip() != _FENCE:
        raise NoRecord
    ends = (at for at, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
    if not (end := next(ends, 0)):
        raise Half
    return "\n".join(lines[1:end])


def _decoded(content: bytes) -> str:
    """The text as we write it, or as an older editor on Windows saves it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The end may have been cut inside a character; the head is ours and whole.
        cut = error.start >= len(content) - 3
        return content.decode("utf-8-sig" if cut else "cp1252", errors="replace")


def _require_plain(source: str) -> None:
    """Refuse what could grow without end: references, own types, deep nesting, endless numbers."""
    if control := _CONTROL.search(source):
        raise _refused(source.count("\n", 0, control.start()))
    depth = 0
    for event in yaml.parse(source, Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise _refused_at(event)
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and _ENDLESS_NUMBER.fullmatch(event.value):
            raise _refused_at(event)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _refused_at(event)
