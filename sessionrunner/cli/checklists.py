"""What has been ticked off before an exercise, remembered on this laptop."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sessionrunner.cli.memory import NotKept
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.prepared import Prepared
from sessionrunner.storage.preparations import Preparations


@dataclass(frozen=True, slots=True)
class LaptopChecklists:
    """``host.Checklists`` over a file."""

    kept: Preparations
    today: Callable[[], date]

    def of(self, exercise: Exercise) -> Prepared:
        """The day and what is ticked off; nothing once the day has passed."""
        return self.kept.of(exercise.id, self.today())

    def keep(self, exercise: Exercise, prepared: Prepared) -> None:
        """Remember it; NotKept when it cannot be written."""
        try:
            self.kept.keep(exercise.id, prepared)
        except OSError as error:
            raise NotKept(folder=str(self.kept.file.parent), reason=error.strerror or str(error)) from error
