"""Events and their commands to and from JSON values, by the name of the command and the types of its fields."""

from collections.abc import Mapping
from datetime import timedelta
from typing import get_args

from sessionrunner.core import commands
from sessionrunner.core.session import Event, Instant
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage.plain_values import Json, field_types, plain, typed

_COMMANDS = {command.__name__: command for command in get_args(commands.Command)}


class UnknownCommand(SessionRunnerError):
    """The journal holds a command this version of the program does not know."""

    cause = "storage.journal-unknown"


def to_json(event: Event) -> dict[str, Json]:
    """The event as plain values; lengths of time in seconds, dates as ISO 8601."""
    command = {"name": type(event.command).__name__, **plain(event.command)}
    return {"at": event.at.total_seconds(), "wall": event.wall, "command": command}


def from_json(value: Mapping[str, Json]) -> Event:
    """The event these values describe; UnknownCommand when its command or one of its fields is not known."""
    name: object = "?"
    try:
        fields = dict(value["command"])
        name = fields.pop("name")
        known = _COMMANDS[name]
        if not fields.keys() <= field_types(known).keys():
            raise UnknownCommand(command=name)
        at = Instant(timedelta(seconds=value["at"]))
        return Event(at, value["wall"], typed(known, fields))
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise UnknownCommand(command=name) from error
