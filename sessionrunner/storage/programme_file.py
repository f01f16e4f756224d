"""Reads a programme from its file, and says everything that is wrong with it at once."""

import re
from collections.abc import Collection
from datetime import time
from pathlib import Path

from sessionrunner.core.faults import Fault
from sessionrunner.core.faults import Path as Place
from sessionrunner.core.programme import Exercises, Item, Programme
from sessionrunner.core.programme_faults import faults
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage.exercise_file import content, place
from sessionrunner.storage.fields import Fields
from sessionrunner.storage.problem import TOP, BadFile, Findings, Problem
from sessionrunner.storage.scalars import Unfit, exercise_id, line, minutes, slug, some_minutes
from sessionrunner.storage.yaml_nodes import Node, Record, compose

CLOCK = r"([01]?[0-9]|2[0-3])[:.][0-5][0-9]"


class BadProgramme(BadFile):
    """The file is there, but no programme can be led from it."""

    cause = "programme.bad"


def parse(text: str | bytes, file: str, exercises: Exercises | None = None) -> Programme:
    """The programme in this text; BadProgramme with every problem when there is any.

    Without the exercises nothing is said about whether they exist and fit.
    """
    findings = Findings(file)
    programme = _programme(compose(text, findings), findings, exercises)
    found = findings.problems()
    if programme is None or found:
        raise BadProgramme(file, found)
    return programme


def read(path: Path, exercises: Exercises | None = None) -> Programme:
    """The programme in this file; SessionRunnerError when it is missing, cannot be read or has problems."""
    return parse(content(path), str(path), exercises)


def problems(path: Path, exercises: Exercises | None = None) -> list[Problem]:
    """Everything that is wrong with this file, a missing file included; empty when it can be led."""
    try:
        read(path, exercises)
    except BadProgramme as bad:
        return list(bad.problems)
    except SessionRunnerError as error:
        return [Problem(str(path), TOP.line, TOP.column, error.message, error.remedy)]
    return []


def is_programme(path: Path) -> bool:
    """Whether the file has a programme's items; a file that cannot be read is taken for an exercise's."""
    try:
        found = compose(content(path), Findings(str(path)))
    except SessionRunnerError:
        return False
    return isinstance(found, Record) and any(entry.key.text == "items" for entry in found.entries)


def _programme(node: Node | None, findings: Findings, exercises: Exercises | None) -> Programme | None:
    if node is None:
        return None
    if not isinstance(node, Record):
        findings.note(node.mark, "not-a-programme")
        return None
    fields = Fields(node, findings)
    programme = _read(fields)
    fields.done()
    for fault in () if findings.full else faults(programme, exercises):
        if not _doubtful(fault, findings.broken):
            findings.add(place(node, fault.path), fault.message, fault.remedy)
    return programme


def _doubtful(fault: Fault, broken: Collection[Place]) -> bool:
    """Whether it is concluded from something that could not be read: one slip is one problem, not two."""
    timed = fault.code.startswith("at-") and bool(broken)
    return timed or any(one[:2] == fault.path[:2] for one in broken)


def _read(fields: Fields) -> Programme:
    return Programme(
        id=fields.required("id", slug, ""),
        title=fields.required("title", line, ""),
        items=fields.children("items", _item, required=True),
        package=fields.value("package", line, ""),
        start=fields.value("start", clock, None),
        end=fields.value("end", clock, None),
    )


def _item(fields: Fields) -> Item:
    return Item(
        exercise=fields.value("exercise", exercise_id, ""),
        pause=fields.value("break", line, ""),
        variant=fields.value("variant", slug, ""),
        minutes=fields.value("minutes", some_minutes, None),
        least=fields.value("min", minutes, None),
        at=fields.value("at", clock, None),
    )


def clock(raw: str) -> time:
    """A time of day as ``9:00`` or ``09.00``."""
    if not re.fullmatch(CLOCK, raw):
        raise Unfit("not-a-clock-time", raw)
    hour, minute = re.split(r"[:.]", raw)
    return time(int(hour), int(minute))
