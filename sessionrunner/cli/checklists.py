"""What has been ticked off before an exercise or a programme's day, remembered on this laptop."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sessionrunner.cli.memory import NotKept
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.prepared import Prepared
from sessionrunner.core.programme import Programme
from sessionrunner.storage.preparations import Preparations


@dataclass(frozen=True, slots=True)
class LaptopChecklists:
    """``host.Checklists`` over a file."""

    kept: Preparations
    today: Callable[[], date]

    def of(self, what: Exercise | Programme) -> Prepared:
        """The day and what is ticked off; nothing once the day has passed."""
        return self.kept.of(_name(what), self.today())

    def keep(self, what: Exercise | Programme, prepared: Prepared) -> None:
        """Remember it; NotKept when it cannot be written."""
        try:
            self.kept.keep(_name(what), prepared)
        except OSError as error:
            raise NotKept(folder=str(self.kept.file.parent), reason=error.strerror or str(error)) from error


def _name(what: Exercise | Programme) -> str:
    """A programme may be called what an exercise is."""
    return f"programme:{what.id}" if isinstance(what, Programme) else what.id
