"""Times learned: how long the steps of an exercise have really taken this group."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from statistics import median

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.followup import Past

ENOUGH = 2
"""Fewest sessions that say anything about the next one."""
_SHORTEST = 0.5
"""Minutes; what took less was passed over, not done."""


@dataclass(frozen=True, slots=True)
class StepMinutes:
    """A length for one step, in whole minutes."""

    step: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Learned:
    """What earlier sessions say about a step's length, in whole minutes."""

    step: Step
    times: int
    shortest: int
    longest: int
    usual: int
    """The median: one hour that went wrong does not count for more than the others."""


def learned(past: Past, exercise: Exercise) -> dict[str, Learned]:
    """By step id, the steps of the exercise that have been gone through, in its order."""
    told = {step.id: list(_lengths(past, exercise.id, step.id)) for step in exercise.steps}
    return {step.id: _learned(step, told[step.id]) for step in exercise.steps if told[step.id]}


def _lengths(past: Past, exercise: str, step: str) -> Iterator[float]:
    """Minutes, from sessions that were led to their end."""
    for session in past.sessions:
        if session.exercise == exercise and session.finished:
            yield from (one.actual for one in session.steps if one.id == step and one.actual >= _SHORTEST)


def _learned(step: Step, lengths: list[float]) -> Learned:
    low, high, usual = (_whole(length) for length in (min(lengths), max(lengths), median(lengths)))
    return Learned(step, len(lengths), low, high, usual)


def _whole(minutes: float) -> int:
    return max(1, int(minutes + 0.5))


def suggested(past: Past, exercise: Exercise) -> tuple[Learned, ...]:
    """Steps that usually take another time than planned, in the exercise's order.

    Turns follow the headcount and are left alone; no step is suggested shorter than its ``min`` or its rounds need,
    and a protected one never shorter than planned.
    """
    bounded = (_bounded(one) for one in learned(past, exercise).values() if one.times >= ENOUGH and not one.step.turn)
    return tuple(one for one in bounded if timedelta(minutes=one.usual) != one.step.minutes)


def _bounded(one: Learned) -> Learned:
    return replace(one, usual=max(one.usual, _least(one.step)))


def _least(step: Step) -> int:
    """Whole minutes that the step cannot do without."""
    planned = step.minutes or timedelta()
    needed = planned if step.protect else (step.least or timedelta())
    if step.rounds and step.tables:
        count = len(step.tables)
        needed = max(needed, step.rounds.minutes * count + step.rounds.move * (count - 1))
    return -(-needed // timedelta(minutes=1))


def with_minutes(exercise: Exercise, own: tuple[StepMinutes, ...]) -> Exercise:
    """The exercise with these lengths in place of its own; a step that is not there any more is passed over."""
    wanted: Mapping[str, timedelta] = {one.step: timedelta(minutes=one.minutes) for one in own}
    steps = tuple(_with(step, wanted) for step in exercise.steps)
    before, after = _sum(exercise.steps), _sum(steps)
    return replace(exercise, steps=steps, minutes=exercise.minutes + after - before)


def _with(step: Step, wanted: Mapping[str, timedelta]) -> Step:
    if step.id not in wanted or (step.minutes is None and not step.open) or step.turn is not None:
        return step
    length = max(wanted[step.id], timedelta(minutes=_least(step)), timedelta(minutes=1))
    return replace(step, minutes=length)


def _sum(steps: tuple[Step, ...]) -> timedelta:
    return sum((step.minutes or timedelta() for step in steps), timedelta())
