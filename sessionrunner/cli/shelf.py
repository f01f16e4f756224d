"""The exercises at hand, and the files they come from."""

from collections.abc import Sequence
from pathlib import Path

from sessionrunner.cli.places import Places
from sessionrunner.core.exercise import Exercise
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.workshop import Workshop


class Shelf:
    """Shipped and own exercises, and those the leader has named by file."""

    def __init__(self, kept: Places) -> None:
        self.library = Library([shipped_folder("exercises"), kept.own_exercises], kept.remembered / "exercises.json")
        self.workshop = Workshop(kept.own_exercises, self.library)
        self._files: dict[str, Path] = {}

    def exercises(self) -> Sequence[Exercise]:
        """The whole library, in the order of the packages."""
        return self.library.exercises()

    @property
    def folders(self) -> Sequence[Path]:
        """Where exercises lie, and programmes."""
        return self.library.folders

    def has(self, name: str) -> bool:
        """Whether this is an exercise."""
        return any(name in (one.id, one.id.rpartition("/")[2]) for one in self.library.exercises())

    def find(self, name: str) -> Exercise:
        """An exercise by id or by file; SessionRunnerError when it is neither."""
        exercise, path = self.library.find(name)
        self._files[exercise.id] = path
        return exercise

    def file_of(self, exercise: Exercise) -> Path:
        """Where this exercise was read from."""
        return self._files.get(exercise.id) or self.library.find(exercise.id)[1]
