"""Reads the record at the head of a lesson file, which anybody may have edited."""

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
_ENDLESS_NUMBER = re.compile(r"[-+.]?\d[\w.:+-]{63,}")
"""A number of so many digits that turning it into text, or back, fails."""


class Unreadable(ValueError):
    """The file has no record that can be read."""


def read(path: Path) -> Mapping[str, object]:
    """The record's fields; Unreadable when there are none, OSError when there is no such file."""
    with path.open("rb") as stream:
        return parse(stream.read(LARGEST))


def parse(content: bytes) -> Mapping[str, object]:
    """The fields of the record at the head of this text; Unreadable when there are none."""
    try:
        source = _head(content)
        _require_plain(source)
        fields = yaml.load(source, Loader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    if not isinstance(fields, dict):
        raise Unreadable
    return {str(key): value for key, value in fields.items()}


def _head(content: bytes) -> str:
    """The lines between the first two fences."""
    # The end may have been cut inside a character; the head is ours and whole.
    lines = content.decode("utf-8-sig", errors="replace").split("\n")
    if not lines or lines[0].rstrip() != _FENCE:
        raise Unreadable
    ends = (at for at, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
    return "\n".join(lines[1 : next(ends, 0)])


def _require_plain(source: str) -> None:
    """Refuse what could grow without end: references, own types, deep nesting, endless numbers."""
    depth = 0
    for event in yaml.parse(source, Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise Unreadable
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and _ENDLESS_NUMBER.fullmatch(event.value):
            raise Unreadable
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise Unreadable
