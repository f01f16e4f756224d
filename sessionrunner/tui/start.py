"""Where the leader's screens begin when the command line already knows more than nothing."""

from dataclasses import dataclass

from sessionrunner.core.exercise import Exercise
from sessionrunner.desk import Desk


@dataclass(frozen=True, slots=True)
class Start:
    """An exercise to prepare, an exercise with its people to open, or a session to take up again."""

    exercise: Exercise | None = None
    people: tuple[str, ...] | None = None
    """With an exercise: go straight to the lobby."""
    desk: Desk | None = None
    """A session taken up again: go straight to where it was."""
