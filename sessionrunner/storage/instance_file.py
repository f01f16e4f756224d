"""Group problems as JSON: one instance or a list of them, people by number."""

import json
from collections.abc import Mapping
from pathlib import Path

from sessionrunner.core.groups import Problem
from sessionrunner.core.text import SessionRunnerError

LARGEST = 4 * 1024 * 1024
"""Bytes of a file with instances."""
MOST = 1000
"""People in an instance, and rounds."""


class NoInstances(SessionRunnerError):
    """The file is not there, or cannot be read as instances."""

    cause = "groups.no-instances"


class UnknownInstance(SessionRunnerError):
    """There is no instance with this id in the file."""

    cause = "groups.unknown-instance"


class BadInstance(SessionRunnerError):
    """Something in an instance is not what it should be."""

    cause = "groups.bad-instance"


def instances(path: Path) -> tuple[bool, dict[str, Problem]]:
    """Whether the file holds a list, and its instances by id; NoInstances or BadInstance when it cannot be used."""
    found = _read(path)
    several = isinstance(found, list)
    listed = found if isinstance(found, list) else [found]
    names = [_name(entry, at) for at, entry in enumerate(listed)]
    for name in names:
        if names.count(name) > 1:
            raise BadInstance(id=name, field="id")
    return several, {name: _problem(entry, name) for name, entry in zip(names, listed, strict=True)}


def _read(path: Path) -> object:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise NoInstances(file=path)
        return json.loads(content)
    except (OSError, ValueError, RecursionError) as error:
        raise NoInstances(file=path) from error


def _name(entry: object, at: int) -> str:
    return str(entry.get("id", at + 1)) if isinstance(entry, Mapping) else str(at + 1)


def _problem(entry: object, name: str) -> Problem:
    """The instance as a problem; BadInstance names the field that is wrong."""
    if not isinstance(entry, Mapping):
        raise BadInstance(id=name, field="id")
    people = entry.get("n")
    if not isinstance(people, int) or not 1 <= people <= MOST:
        raise BadInstance(id=name, field="n")
    everybody = tuple(range(people))
    rounds = _rows(entry, "rounds", name, range(1, MOST + 1))
    present = _present(entry, name, everybody)
    if not 1 <= len(rounds) <= MOST or (present and len(present) != len(rounds)):
        raise BadInstance(id=name, field="rounds")
    attribute = _numbers(entry.get("attr") or [], "attr", name, range(max(2, people)))
    if attribute and len(attribute) != people:
        raise BadInstance(id=name, field="attr")
    return Problem(
        people,
        rounds,
        _pairs(entry, "apart", name, range(people)),
        _pairs(entry, "together", name, range(people)),
        attribute,
        present,
        _history(entry, name, range(people)),
    )


def _present(entry: Mapping[str, object], name: str, everybody: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    given = entry.get("present")
    rows = [everybody if row is None else row for row in given] if isinstance(given, list) else given
    present = _rows({"present": rows}, "present", name, range(len(everybody)))
    if any(len(set(row)) < len(row) for row in present):
        raise BadInstance(id=name, field="present")
    return () if all(set(row) == set(everybody) for row in present) else present


def _history(entry: Mapping[str, object], name: str, known: range) -> tuple[tuple[int, ...], ...]:
    """Earlier groups, in one list or by round."""
    given = entry.get("history") or []
    rows = given if isinstance(given, list) else [given]
    flat = [
        group
        for row in rows
        for group in (row if isinstance(row, list) and row and isinstance(row[0], list) else [row])
    ]
    return _rows({"history": flat}, "history", name, known)


def _pairs(entry: Mapping[str, object], field: str, name: str, known: range) -> tuple[tuple[int, int], ...]:
    found = []
    for row in _rows(entry, field, name, known):
        if len(row) != 2 or row[0] == row[1]:
            raise BadInstance(id=name, field=field)
        found.append((row[0], row[1]))
    return tuple(found)


def _rows(entry: Mapping[str, object], field: str, name: str, known: range) -> tuple[tuple[int, ...], ...]:
    given = entry.get(field) or []
    if not isinstance(given, list | tuple):
        raise BadInstance(id=name, field=field)
    return tuple(_numbers(row, field, name, known) for row in given)


def _numbers(given: object, field: str, name: str, known: range) -> tuple[int, ...]:
    if not isinstance(given, list | tuple) or not all(isinstance(one, int) and one in known for one in given):
        raise BadInstance(id=name, field=field)
    return tuple(int(one) for one in given)
