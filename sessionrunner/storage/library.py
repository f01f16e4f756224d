"""The library: every exercise in some folders, in the order the packages are meant to be taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sessionrunner
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage.remembered import Remembered
from sessionrunner.storage.suggestions import nearest

if TYPE_CHECKING:
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.storage.problem import Problem

PACKAGES = (
    "Introduktion",
    "Journal",
    "Aktualisera",
    "Utreda",
    "Utforma uppdrag placering",
    "Utforma uppdrag öppna insatser",
    "Följa upp placering",
    "Följa upp öppna insatser",
    "En röd tråd i handläggningen",
)
"""The documents' packages in their order; other packages come after, by name."""
PROGRAMMES = "programmes"
"""Inside a folder of exercises: programmes lie here, and nothing in it is an exercise."""
_SUFFIXES = {".yaml", ".yml"}


class UnknownExercise(SessionRunnerError):
    """No exercise in the library has this id, and none is like it."""

    cause = "exercise.unknown"


class MisspeltExercise(UnknownExercise):
    """No exercise in the library has this id, but some are like it."""

    cause = "exercise.misspelt"


class DuplicateExercise(SessionRunnerError):
    """Two files in the same folder hold an exercise with the same id."""

    cause = "exercise.duplicate"


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What one reading of the folders found."""

    exercises: "dict[str, tuple[Exercise, Path]]"
    problems: "tuple[Problem, ...]"
    unread: dict[str, Path]
    """Files that hold no exercise that can be led, by the id their place in the folder suggests."""


class Library:
    """The exercises in some folders; one in a later folder takes the place of one with the same id in an earlier."""

    def __init__(self, folders: Sequence[Path], kept: Path | None = None) -> None:
        """``kept``: where what the files held is remembered until next time; None for nowhere."""
        self.folders, self._kept = tuple(folders), kept
        self._shelf: _Shelf | None = None

    def exercises(self) -> "tuple[Exercise, ...]":
        """Every exercise that can be led, by package and then as in the documents."""
        return tuple(sorted((exercise for exercise, _ in self._read().exercises.values()), key=_place))

    def problems(self) -> "list[Problem]":
        """Everything that is wrong with the files that hold no exercise that can be led."""
        return list(self._read().problems)

    def files(self) -> list[Path]:
        """Every exercise file, readable or not."""
        return [file for folder in self.folders for file in _files(folder)]

    def forget(self) -> None:
        """Read the files anew when they are asked for next: one has changed."""
        self._shelf = None

    def text(self, file: Path) -> str:
        """The exercise file as it stands, with what it builds on written out."""
        from sessionrunner.storage import bases, exercise_file

        return exercise_file.whole_text(file, bases.FolderBases(self.folders).seen_from(file))

    def find(self, name: str) -> "tuple[Exercise, Path]":
        """The exercise with this id or in the file with this path; SessionRunnerError when there is none."""
        path = Path(name)
        if path.suffix.lower() in _SUFFIXES:
            return _read_file(path, self.folders), path
        shelf = self._read()
        wanted = shelf.exercises.get(name) or self._by_last_part(name)
        if wanted:
            return wanted
        if name in shelf.unread:
            return _read_file(shelf.unread[name], self.folders), shelf.unread[name]
        raise self._unknown(name)

    def _by_last_part(self, name: str) -> "tuple[Exercise, Path] | None":
        """``min-uppgift`` is enough as long as no two packages have one."""
        found = [one for key, one in self._read().exercises.items() if key.split("/")[-1] == name]
        return found[0] if len(found) == 1 else None

    def _unknown(self, name: str) -> UnknownExercise:
        ids = list(self._read().exercises)
        near = nearest(name, ids, 3)
        if not near:
            ends = nearest(name.split("/")[-1], (key.split("/")[-1] for key in ids), 3)
            near = [key for key in ids if key.split("/")[-1] in ends]
        return MisspeltExercise(name=name, near=", ".join(near)) if near else UnknownExercise(name=name)

    def _read(self) -> _Shelf:
        if self._shelf is None:
            self._shelf = _read(self.folders, self._kept)
        return self._shelf


def shipped_folder(kind: str) -> Path:
    """Where the program's own ``exercises`` or ``themes`` lie: inside an installed package, or beside a checkout's."""
    package = Path(sessionrunner.__file__).parent
    installed = package / "_data" / kind
    return installed if installed.is_dir() else package.parent / kind


def _read(folders: Sequence[Path], kept: Path | None) -> _Shelf:
    # What an exercise is made of takes longer to load than it takes to look which files there are.
    from sessionrunner.core.exercise import Exercise

    shelf, known = _Shelf({}, (), {}), Remembered(kept, Exercise, lambda file: _read_file(file, folders))
    for folder in folders:
        found = _read_folder(folder, known, folders)
        shelf = _Shelf(
            {**shelf.exercises, **found.exercises}, shelf.problems + found.problems, {**shelf.unread, **found.unread}
        )
    known.keep()
    return shelf


def _read_file(file: Path, folders: Sequence[Path]) -> "Exercise":
    # The reader and its parser are not loaded for a library that is remembered whole.
    from sessionrunner.storage import bases, exercise_file

    return exercise_file.read(file, bases.FolderBases(folders).seen_from(file))


def _read_folder(folder: Path, known: "Remembered[Exercise]", folders: Sequence[Path]) -> _Shelf:
    exercises: dict[str, tuple[Exercise, Path]] = {}
    problems: list[Problem] = []
    unread: dict[str, Path] = {}
    for file in _files(folder):
        try:
            exercise = known.value(file)
            # What it builds on may have changed though the file itself has not.
            exercise = _read_file(file, folders) if exercise.extends else exercise
        except SessionRunnerError:
            problems += _problems(file, folders)
            unread[file.relative_to(folder).with_suffix("").as_posix()] = file
            continue
        if exercise.id in exercises:
            problems.append(_duplicate(file, exercise.id, exercises[exercise.id][1]))
        exercises.setdefault(exercise.id, (exercise, file))
    return _Shelf(exercises, tuple(problems), unread)


def _problems(file: Path, folders: Sequence[Path]) -> "Sequence[Problem]":
    from sessionrunner.storage import bases, exercise_file

    return exercise_file.problems(file, bases.FolderBases(folders).seen_from(file))


def _duplicate(file: Path, exercise_id: str, other: Path) -> "Problem":
    # What can be wrong with a file is not loaded for files that nothing is wrong with.
    from sessionrunner.storage.problem import TOP, Problem

    error = DuplicateExercise(id=exercise_id, other=str(other))
    return Problem(str(file), TOP.line, TOP.column, error.message, error.remedy)


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
    return sorted(
        path for path in found if not (path.name.startswith(".") or PROGRAMMES in path.relative_to(folder).parts)
    )


def _place(exercise: "Exercise") -> tuple[int, str, float, str]:
    """Sorts by package, then by where the document describes the exercise."""
    package = PACKAGES.index(exercise.package) if exercise.package in PACKAGES else len(PACKAGES)
    first = re.match(r"[0-9]+", exercise.source.lines)
    return package, exercise.package, float(first[0]) if first else float("inf"), exercise.id
