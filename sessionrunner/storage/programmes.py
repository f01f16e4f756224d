"""The programmes in some folders, beside the exercises they are made of."""

from collections.abc import Sequence
from pathlib import Path

from sessionrunner.core.programme import Exercises, Programme
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import programme_file
from sessionrunner.storage.library import PROGRAMMES
from sessionrunner.storage.problem import Problem
from sessionrunner.storage.suggestions import nearest

SUFFIXES = {".yaml", ".yml"}


class UnknownProgramme(SessionRunnerError):
    """No programme has this id, and none is like it."""

    cause = "programme.unknown"


class MisspeltProgramme(UnknownProgramme):
    """No programme has this id, but some are like it."""

    cause = "programme.misspelt"


class Programmes:
    """Programmes by id; one in a later folder takes the place of one with the same id in an earlier."""

    def __init__(self, folders: Sequence[Path], exercises: Exercises) -> None:
        """``folders`` hold exercises; their programmes lie in a folder of its own in each."""
        self._folders = tuple(folders)
        self._exercises = exercises

    def files(self) -> list[Path]:
        """Every programme file, readable or not."""
        return [file for folder in self._folders for file in _files(folder / PROGRAMMES)]

    def all(self) -> tuple[Programme, ...]:
        """Every programme that can be led, in the order of the files."""
        found: dict[str, Programme] = {}
        for file in self.files():
            try:
                programme = programme_file.read(file, self._exercises)
            except SessionRunnerError:
                continue
            found[programme.id] = programme
        return tuple(found.values())

    def problems(self) -> list[Problem]:
        """Everything that is wrong with the files."""
        return [one for file in self.files() for one in programme_file.problems(file, self._exercises)]

    def find(self, name: str) -> Programme:
        """The programme with this id or in the file with this path; SessionRunnerError when there is none."""
        path = Path(name)
        if path.suffix.lower() in SUFFIXES:
            return programme_file.read(path, self._exercises)
        known = {programme.id: programme for programme in self.all()}
        if name in known:
            return known[name]
        unread = [file for file in self.files() if file.stem == name]
        if unread:
            return programme_file.read(unread[-1], self._exercises)
        near = nearest(name, known, 3)
        raise MisspeltProgramme(name=name, near=", ".join(near)) if near else UnknownProgramme(name=name)


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.glob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(path for path in found if not path.name.startswith("."))
