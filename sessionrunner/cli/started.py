"""What a session or a day was started with: whoever takes it up again need not say it anew."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from sessionrunner.cli import argument_values as values
from sessionrunner.cli.general import Arguments
from sessionrunner.cli.places import Places
from sessionrunner.storage import durable
from sessionrunner.storage.day_file import DayFile
from sessionrunner.storage.plain_json import read_json
from sessionrunner.storage.session_folder import SessionFolder

Given = Mapping[str, str]
"""Options by name, those that differ from what holds when nothing is said."""
_FILE = "given.json"
_READ: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        "address": values.ipv4,
        "via": str,
        "gather": str,
        "room": str,
        "tls_cert": Path,
        "tls_key": Path,
        "name": str,
        "theme": str,
        "lang": str,
        "speed": values.speed_of,
        "threshold": values.threshold_of,
    }
)
"""How each is read; the port is where the phones were last, the rest of a session stands in its journal."""


def given(arguments: Arguments) -> Given:
    """What was asked for on the command line and holds as long as the session."""
    found = {name: getattr(arguments, name) for name in _READ}
    asked = {name: value for name, value in found.items() if value != getattr(Arguments, name)}
    return {name: str(value.absolute() if isinstance(value, Path) else value) for name, value in asked.items()}


def filled(arguments: Arguments, before: Given) -> Arguments:
    """What is asked for now, and what was asked for before where nothing is said now."""
    found: dict[str, object] = {}
    for name, read in _READ.items():
        if name in before and getattr(arguments, name) == getattr(Arguments, name):
            with suppress(ValueError):
                found[name] = read(before[name])
    return Arguments(**{**vars(arguments), **found})


def of_session(folder: SessionFolder) -> Path:
    """Where a session has it; gone with the session."""
    return folder.path / _FILE


def keep(place: Path, what: Given) -> None:
    """Note it down for this user only; a disk that refuses costs only the memory."""
    with suppress(OSError):
        durable.replace_private(place, json.dumps(what, ensure_ascii=False).encode())


def read(place: Path | None) -> Given:
    """What was noted down; nothing when there is nothing that can be read."""
    try:
        found = read_json(place.read_text("utf-8")) if place else {}
    except (OSError, ValueError):
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def taken_up(arguments: Arguments, kept: Places) -> Arguments:
    """The arguments of ``resume``, with what the day or the session that is going to be taken up was started with."""
    return filled(arguments, read(_latest(kept, arguments.session)))


def _latest(kept: Places, session: str | None) -> Path | None:
    for file in DayFile.find_all(kept.days):
        found = file.read() if file.is_free() else None
        if found is not None and session in (None, found[0].id, found[0].session):
            return file.given
    folders = SessionFolder.find_all(kept.sessions)
    free = (one for one in folders if session in (None, one.session) and not one.claim.is_taken())
    return next(map(of_session, free), None)
