"""The plan learns from how long things really took this group."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sessionrunner.core.exercise import Exercise, Mode, Rounds, Step, Table
from sessionrunner.core.followup import Past
from sessionrunner.core.history import StepMinutes, learned, suggested, with_minutes
from tests.core.earlier import a_session, past, took

MINUTE = timedelta(minutes=1)


def exercise(step: Step) -> Exercise:
    """One step, and a turn whose length follows the headcount."""
    turn = Step("varv", "Varv", Mode.TURNS, turn=3 * MINUTE)
    return Exercise("x/liten", "Liten", "X", (step.minutes or MINUTE) + 3 * MINUTE, (step, turn))


STEP = Step("borden", "Borden", Mode.PLENARY, 10 * MINUTE)


def led(*actual: float) -> Past:
    """Sessions where the step took so many minutes, the turn as many."""
    return past(*(a_session(f"s{at}", steps=(took("borden", one), took("varv", one))) for at, one in enumerate(actual)))


def test_a_step_is_told_with_how_often_and_between_what() -> None:
    """3 times, 18 to 24 minutes, 22 as a rule."""
    one = learned(led(18.2, 24.4, 21.6), exercise(STEP))["borden"]
    assert (one.times, one.shortest, one.longest, one.usual) == (3, 18, 24, 22)


def test_other_exercises_unfinished_hours_and_steps_passed_over_say_nothing() -> None:
    """Only what was gone through counts."""
    other = replace(a_session("b", steps=(took("borden", 50),)), exercise="x/annan")
    broken = a_session("c", steps=(took("borden", 50),), finished=False)
    assert learned(past(other, broken, a_session("d", steps=(took("borden", 0.1),))), exercise(STEP)) == {}


@pytest.mark.parametrize(("actual", "minutes"), [((15, 17), [16]), ((10.2, 9.8), []), ((15,), [])])
def test_only_another_usual_time_than_planned_is_suggested(actual: tuple[float, ...], minutes: list[int]) -> None:
    """Once is no habit; turns are left alone."""
    assert [one.usual for one in suggested(led(*actual), exercise(STEP))] == minutes


@pytest.mark.parametrize(
    ("step", "minutes"),
    [
        (STEP, [4]),
        (replace(STEP, protect=True), []),
        (replace(STEP, least=7 * MINUTE), [7]),
        (replace(STEP, tables=(Table("1"), Table("2")), rounds=Rounds(4 * MINUTE, MINUTE)), [9]),
        (replace(STEP, tables=(Table("1"),), rounds=Rounds(4.5 * MINUTE)), [5]),
    ],
)
def test_no_step_is_suggested_shorter_than_it_can_be(step: Step, minutes: list[int]) -> None:
    """Its least, its rounds, and what is protected."""
    assert [one.usual for one in suggested(led(4, 4), exercise(step))] == minutes


def test_an_exercise_with_own_minutes_still_adds_up() -> None:
    """The whole grows as much as its steps; turns and unknown steps stay as they are."""
    own = (StepMinutes("borden", 16), StepMinutes("varv", 9), StepMinutes("borta", 5))
    changed = with_minutes(exercise(STEP), own)
    assert [step.minutes for step in changed.steps] == [16 * MINUTE, None]
    assert changed.minutes == 19 * MINUTE


def test_own_minutes_cannot_break_the_exercise() -> None:
    """A file somebody has edited does not make a step of nothing."""
    assert with_minutes(exercise(STEP), (StepMinutes("borden", -4),)).steps[0].minutes == MINUTE
