"""The library in packages, and the search in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sessionrunner.core.exercise import Exercise, Mode


@dataclass(frozen=True, slots=True)
class Shelf:
    """A package with its exercises."""

    name: str
    exercises: tuple[Exercise, ...]

    @property
    def length(self) -> timedelta:
        """All its exercises together."""
        return sum((exercise.minutes for exercise in self.exercises), timedelta())


def shelves(exercises: Sequence[Exercise], everything: str) -> tuple[Shelf, ...]:
    """All exercises first, under the name ``everything``, then one shelf a package in the library's order."""
    names = list(dict.fromkeys(exercise.package for exercise in exercises))
    packages = [Shelf(name, tuple(one for one in exercises if one.package == name)) for name in names]
    return (Shelf(everything, tuple(exercises)), *packages)


def has_film(exercise: Exercise) -> bool:
    """Whether a film is to be shown."""
    return any(step.mode is Mode.FILM for step in exercise.steps)
