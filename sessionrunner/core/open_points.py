"""Points whose length nobody but the leader can say: set once before the hour, never invented."""

from datetime import timedelta

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.history import StepMinutes
from sessionrunner.core.text import SessionRunnerError

_MINUTE = timedelta(minutes=1)
_LONGEST = 720
"""Minutes for all open points together."""


class LengthsNotSet(SessionRunnerError):
    """An exercise cannot begin before its open points have a length each."""

    cause = "not-possible.lengths-not-set"


def unset(exercise: Exercise) -> tuple[Step, ...]:
    """Open points that have no length yet."""
    return tuple(step for step in exercise.steps if step.open and step.minutes is None)


def shared_out(exercise: Exercise, minutes: int) -> tuple[StepMinutes, ...]:
    """So many minutes over the open points as evenly as whole minutes go, the first ones longer; one each at least."""
    points = [step for step in exercise.steps if step.open]
    each, over = divmod(max(minutes, len(points)), max(len(points), 1))
    return tuple(StepMinutes(step.id, each + (at < over)) for at, step in enumerate(points))


def open_minutes(given: str) -> int | None:
    """The minutes that a leader has written for all open points together; None for what is no such number."""
    number = int(given) if given.isdecimal() and given.isascii() and len(given) <= len(str(_LONGEST)) else 0
    return number if 0 < number <= _LONGEST else None


def own_lengths(exercise: Exercise) -> tuple[StepMinutes, ...]:
    """What the leader has set for its open points."""
    points = [step for step in exercise.steps if step.open and step.minutes is not None]
    return tuple(StepMinutes(step.id, round((step.minutes or timedelta()) / _MINUTE)) for step in points)


def require_lengths(exercise: Exercise) -> Exercise:
    """The exercise itself; LengthsNotSet when a point still has no length."""
    waiting = unset(exercise)
    if waiting:
        raise LengthsNotSet(n=len(waiting), title=exercise.title)
    return exercise
