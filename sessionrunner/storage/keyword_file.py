"""Keywords as a text file that people can read, change and give to each other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.keywords import Keywords
from sessionrunner.core.text import SessionRunnerError

_LARGEST = 256 * 1024
"""Bytes of a file with keywords."""
_EVERY = "*"
"""Stands for every step, where the keywords are for a whole package."""
_HEADING = re.compile(r"\[(.+)\]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


class NotThere(SessionRunnerError):
    """The file cannot be opened."""

    cause = "keywords.not-there"


class NotKeywords(SessionRunnerError):
    """A line of the file is neither keywords nor anything that may stand between them."""

    cause = "keywords.not-keywords"


class NoKeywords(SessionRunnerError):
    """There are none in the file."""

    cause = "keywords.none-in-file"


def written(header: str, keywords: Keywords, exercises: Iterable[Exercise]) -> str:
    """The file: the header, and every exercise with its steps' titles above the keywords."""
    known = {exercise.id: exercise for exercise in exercises}
    parts = [[f"# {line}" for line in header.splitlines()]]
    parts += [[*_section(name, steps, known.get(name))] for name, steps in keywords.items() if steps]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _section(name: str, steps: Mapping[str, str], exercise: Exercise | None) -> Iterator[str]:
    yield f"[{name}]"
    if exercise is not None:
        yield f"# {exercise.title}"
    titles = {step.id: step.title for step in exercise.steps} if exercise else {}
    for step in sorted(steps, key=[*titles, *steps].index):
        if step in titles:
            yield f"# {titles[step]}"
        yield f"{step or _EVERY} = {steps[step]}"


def read(file: Path) -> Keywords:
    """The keywords in the file; NotThere, NotKeywords or NoKeywords when there is nothing to take over."""
    found: dict[str, dict[str, str]] = {}
    name = ""
    for number, line in enumerate(_text(file).splitlines(), 1):
        said = _CONTROL.sub(" ", line).strip()
        heading, (step, told, text) = _HEADING.fullmatch(said), said.partition("=")
        if heading:
            name = heading[1].strip()
        elif told and step.strip() and name:
            found.setdefault(name, {})[step.strip().removeprefix(_EVERY)] = text.strip()
        elif said and not said.startswith("#"):
            raise NotKeywords(file=file.name, line=number)
    kept = {one: {step: text for step, text in steps.items() if text} for one, steps in found.items()}
    if not any(kept.values()):
        raise NoKeywords(file=file.name)
    return kept


def _text(file: Path) -> str:
    """As it is written today, or as older programs for Windows write it."""
    try:
        with file.open("rb") as stream:
            content = stream.read(_LARGEST)
    except OSError as error:
        raise NotThere(file=str(file), reason=error.strerror or str(error)) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
