"""How long an exercise is for so many people, and how it is made shorter or longer as a whole."""

from collections.abc import Mapping
from datetime import timedelta

from sessionrunner.core.exercise import Exercise, Mode, Step, TurnsPer
from sessionrunner.core.groups import split
from sessionrunner.core.history import StepMinutes, with_minutes

_MINUTE = timedelta(minutes=1)
_SQUEEZED = 0.6
"""How much of a step must be left when its file does not say."""
_WIDENS = frozenset({Mode.GROUPS, Mode.TABLES, Mode.PLENARY, Mode.FOLLOW_UP})
"""Ways of working that have use for more time than planned."""


def length(exercise: Exercise, people: int) -> timedelta:
    """The exercise by plan: a turn for everybody, or for every group."""
    return sum((_planned(step, people) for step in exercise.steps), timedelta())


def least(exercise: Exercise, people: int) -> timedelta:
    """How short it can be made in whole minutes: protected steps and turns stay as they are."""
    return length(exercise, people) - sum((_spare(step) for step in exercise.steps), timedelta())


def changed(exercise: Exercise, by: timedelta) -> Exercise:
    """The exercise so much longer or shorter, in whole minutes and as far as its steps allow."""
    return with_minutes(exercise, step_lengths(exercise, by))


def step_lengths(exercise: Exercise, by: timedelta) -> tuple[StepMinutes, ...]:
    """Lengths for the steps that give or get, so that the whole changes by this; only steps that change."""
    own = {step.id: step.minutes for step in exercise.steps if step.minutes is not None and _is_whole(step)}
    new = dict(own)
    giving = by < timedelta()
    for _ in range(abs(by) // _MINUTE):
        step = _gives(exercise, new) if giving else _gets(exercise, own, new)
        if step is None:
            break
        new[step.id] += -_MINUTE if giving else _MINUTE
    return tuple(StepMinutes(name, round(new[name] / _MINUTE)) for name in own if new[name] != own[name])


def _gives(exercise: Exercise, new: Mapping[str, timedelta]) -> Step | None:
    """The step with most to spare now, a later one before an earlier; None when nothing is left to take."""
    spare = {step.id: new[step.id] - _floor(step) for step in exercise.steps if step.id in new}
    able = [step for step in exercise.steps if step.id in new and spare[step.id] >= _MINUTE]
    return max(reversed(able), key=lambda step: spare[step.id]) if able else None


def _gets(exercise: Exercise, own: Mapping[str, timedelta], new: Mapping[str, timedelta]) -> Step | None:
    """The working step that has grown least for its size; None when no step has use for more."""
    able = [step for step in exercise.steps if step.id in new and step.mode in _WIDENS and own[step.id]]
    return min(able, key=lambda step: new[step.id] / own[step.id]) if able else None


def _planned(step: Step, people: int) -> timedelta:
    fixed = step.minutes or timedelta()
    return fixed if step.turn is None else fixed + step.turn * max(1, _turns(step, people))


def _turns(step: Step, people: int) -> int:
    if step.turns_per is TurnsPer.PERSON:
        return people
    return len(split(people, step.groups.size)) if step.groups else len(step.tables)


def _spare(step: Step) -> timedelta:
    """Whole minutes that the step can give."""
    if step.minutes is None or not _is_whole(step):
        return timedelta()
    return max(step.minutes - _floor(step), timedelta()) // _MINUTE * _MINUTE


def _is_whole(step: Step) -> bool:
    """Whether the length can be changed by whole minutes: turns follow the headcount, half minutes stay as they are."""
    return step.turn is None and not (step.minutes or timedelta()) % _MINUTE


def _floor(step: Step) -> timedelta:
    """What the step cannot do without: all of a protected one, its rounds, else its ``min`` or 60 %."""
    planned = step.minutes or timedelta()
    if step.protect:
        return planned
    kept = planned * _SQUEEZED if step.least is None else step.least
    if step.rounds and step.tables:
        count = len(step.tables)
        kept = max(kept, step.rounds.minutes * count + step.rounds.move * (count - 1))
    return max(kept, min(planned, _MINUTE))
