"""Reads an exercise from its file, and says everything that is wrong with it at once."""

from pathlib import Path

from sessionrunner.core import faults
from sessionrunner.core.adapting import as_long_as_its_steps
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import exercise_fields
from sessionrunner.storage.doubt import is_doubtful
from sessionrunner.storage.extending import Bases, no_bases, whole
from sessionrunner.storage.fields import Fields
from sessionrunner.storage.plain_tree import tree, written
from sessionrunner.storage.problem import TOP, BadFile, Findings, Mark, Problem
from sessionrunner.storage.yaml_nodes import LARGEST, Items, Node, Record, Scalar, compose, is_nothing

__all__ = [
    "BadExercise",
    "MissingExercise",
    "Problem",
    "UnreadableExercise",
    "parse",
    "problems",
    "problems_in",
    "read",
    "whole_text",
]


class BadExercise(BadFile):
    """The file is there, but no exercise can be led from it."""

    cause = "exercise.bad"


class MissingExercise(SessionRunnerError):
    """There is no such file."""

    cause = "exercise.missing"


class UnreadableExercise(SessionRunnerError):
    """The file is there, but the system does not let it be read."""

    cause = "exercise.unreadable"


def parse(text: str | bytes, file: str, bases: Bases = no_bases) -> Exercise:
    """The exercise in this text; BadExercise with every problem when there is any.

    What an adaptation changes in steps that its base no longer has is left out, so that it can be led all the same.
    """
    findings = Findings(file)
    exercise = _exercise(compose(text, findings), findings, bases, None)
    found = findings.problems()
    if exercise is None or found:
        raise BadExercise(file, found)
    return exercise


def read(path: Path, bases: Bases = no_bases) -> Exercise:
    """The exercise in this file; SessionRunnerError when it is missing, cannot be read or has problems."""
    return parse(content(path), str(path), bases)


def problems(path: Path, bases: Bases = no_bases) -> list[Problem]:
    """Everything that is wrong with this file, a missing file included; empty when it can be led as it is meant."""
    try:
        return problems_in(content(path), str(path), bases)
    except SessionRunnerError as error:
        return [Problem(str(path), TOP.line, TOP.column, error.message, error.remedy)]


def problems_in(text: str | bytes, file: str, bases: Bases = no_bases) -> list[Problem]:
    """Everything that is wrong with this text, and everything that no longer fits what it builds on."""
    findings = Findings(file)
    _exercise(compose(text, findings), findings, bases, findings)
    return list(findings.problems())


def whole_text(path: Path, bases: Bases = no_bases) -> str:
    """The file as it stands, or with what it builds on written out, so that it can be read without that."""
    text, findings = content(path), Findings(str(path))
    node = compose(text, findings)
    full = whole(node, bases, findings, Findings("")) if isinstance(node, Record) else None
    if full is None or full is node:
        return text.decode("utf-8-sig", "replace")
    return written({key: value for key, value in tree(full).items() if key != "extends"})


def content(path: Path) -> bytes:
    """The file's bytes, no more than it takes to see that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise MissingExercise(file=str(path)) from error
    except OSError as error:
        raise UnreadableExercise(file=str(path)) from error


def _exercise(node: Node | None, findings: Findings, bases: Bases, strict: Findings | None) -> Exercise | None:
    """``strict`` takes what no longer fits the base; None leads the exercise without it."""
    if node is None:
        return None
    if not isinstance(node, Record):
        findings.note(node.mark, "not-an-exercise")
        return None
    full = whole(node, bases, findings, strict or Findings(""))
    if full is None:
        return None
    fields = Fields(full, findings)
    exercise = exercise_fields.exercise(fields)
    fields.done()
    if exercise.extends and strict is None:
        exercise = as_long_as_its_steps(exercise)
    _find_faults(full, exercise, findings)
    return exercise


def _find_faults(node: Record, exercise: Exercise, findings: Findings) -> None:
    for fault in () if findings.full else faults.faults(exercise):
        if findings.full:
            break
        if not is_doubtful(fault, findings.broken):
            findings.add(place(node, fault.path), fault.message, fault.remedy)


def place(node: Node, path: faults.Path) -> Mark:
    """Where this path stands in the file; what is not there has the place of what it is missing from."""
    mark = node.mark
    for part in path:
        inside = _inside(node, part)
        if inside is None:
            return mark
        mark, node = inside
    return mark


def _inside(node: Node, part: str | int) -> tuple[Mark, Node] | None:
    """What stands under this key or position, and the place to point at: the value of a text, else the key."""
    if isinstance(node, Items) and isinstance(part, int):
        return node.nodes[part].mark, node.nodes[part]
    if not isinstance(node, Record):
        return None
    entry = next((entry for entry in node.entries if entry.key.text == part), None)
    if entry is None:
        return None
    written = isinstance(entry.value, Scalar) and not is_nothing(entry.value)
    return entry.value.mark if written else entry.key.mark, entry.value
