"""Which time it is, for an exercise that a group has a certain number of times."""

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.followup import Past


def occasion(past: Past, exercise: Exercise) -> int:
    """The number of the coming time as the lessons folder tells it; 0 for an exercise that is not counted."""
    held = sum(one.exercise == exercise.id for one in past.sessions)
    return min(held + 1, exercise.times)
