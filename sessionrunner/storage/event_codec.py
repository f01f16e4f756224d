"""Events and their commands to and from JSON values, by the name of the command and the types of its fields."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sessionrunner.core import commands
from sessionrunner.core.session import Event, Instant
from sessionrunner.core.text import SessionRunnerError

Json = Any
"""What json.loads gives: objects, arrays, text, numbers, booleans, null."""
_COMMANDS = {command.__name__: command for command in get_args(commands.Command)}


class UnknownCommand(SessionRunnerError):
    """The journal holds a command this version of the program does not know."""

    cause = "storage.journal-unknown"


def to_json(event: Event) -> dict[str, Json]:
    """The event as plain values; lengths of time in seconds, dates as ISO 8601."""
    command = {"name": type(event.command).__name__, **_plain_fields(event.command)}
    return {"at": event.at.total_seconds(), "wall": event.wall, "command": command}


def from_json(value: Mapping[str, Json]) -> Event:
    """The event these values describe; UnknownCommand when its command or one of its fields is not known."""
    fields = dict(value["command"])
    name = fields.pop("name")
    known = _COMMANDS.get(name)
    if known is None or not fields.keys() <= _types(known).keys():
        raise UnknownCommand(command=name)
    at = Instant(timedelta(seconds=value["at"]))
    return Event(at, value["wall"], _built(known, fields))


def _plain(value: object) -> Json:
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _plain_fields(value) if dataclasses.is_dataclass(value) else value


def _plain_fields(thing: Any) -> dict[str, Json]:
    return {field.name: _plain(getattr(thing, field.name)) for field in dataclasses.fields(thing)}


def _built(kind: Any, fields: Mapping[str, Json]) -> Any:
    types = _types(kind)
    return kind(**{name: _typed(types[name], value) for name, value in fields.items()})


def _types(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _typed(kind: Any, value: Json) -> object:
    """The value as its field's type wants it."""
    if isinstance(kind, UnionType):
        return None if value is None else _typed(get_args(kind)[0], value)
    if get_origin(kind) is tuple:
        return tuple(_typed(get_args(kind)[0], item) for item in value)
    if kind is timedelta:
        return timedelta(seconds=value)
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    if issubclass(kind, Enum):
        return kind(value)
    return _built(kind, value) if dataclasses.is_dataclass(kind) else value
