"""An exercise made longer or shorter as a whole: minutes are conserved, protected steps stay."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.exercise import GroupRule, Mode, SizeRange, TurnsPer
from sessionrunner.core.lengths import changed, least, length, step_lengths
from tests.core.rooms import FOUR_TABLES, HOUR, ROUNDS, a_step, an_exercise, minutes

PEOPLE = 12


@pytest.mark.parametrize(("people", "whole"), [(12, 42 + 2 * 12 + 3 * 2), (30, 42 + 2 * 30 + 3 * 6)])
def test_turns_take_as_long_as_there_are_people_for(people: int, whole: int) -> None:
    """A turn for everybody, and one for every group."""
    assert length(HOUR, people) == minutes(whole)


def test_turns_for_tables_follow_the_tables() -> None:
    """Where a turn is a table's, the headcount does not matter."""
    step = replace(a_step("t", None, Mode.TURNS, turn=minutes(2), tables=FOUR_TABLES), turns_per=TurnsPer.GROUP)
    assert length(an_exercise(step), 40) == minutes(8)


@given(st.integers(-60, 60))
def test_minutes_are_conserved(by: int) -> None:
    """What is asked for is what the whole changes by, as far as the steps allow."""
    after = length(changed(HOUR, minutes(by)), PEOPLE)
    wanted = max(length(HOUR, PEOPLE) + minutes(by), least(HOUR, PEOPLE))
    assert after == wanted


@given(st.integers(-60, 60))
def test_no_step_is_left_without_what_it_needs(by: int) -> None:
    """Rounds keep their time, and nothing goes below 60 %."""
    for before, after in zip(HOUR.steps, changed(HOUR, minutes(by)).steps, strict=True):
        assert (after.minutes or minutes(0)) >= 0.6 * (before.minutes or minutes(0))
    assert changed(HOUR, minutes(by)).step("tables").minutes >= minutes(19)  # type: ignore[operator]


def test_protected_steps_half_minutes_and_turns_neither_give_nor_get() -> None:
    """The joint ending is never squeezed away, and a turn is a turn."""
    exercise = an_exercise(
        a_step("end", 5, protect=True), a_step("film", 2.5), a_step("own", 10, Mode.TURNS, turn=minutes(1))
    )
    assert step_lengths(exercise, minutes(-10)) == ()
    assert least(exercise, 3) == length(exercise, 3)


def test_an_exercise_without_use_for_more_time_stays_as_it_is() -> None:
    """A reflection of three minutes is not made longer to fill an hour."""
    assert step_lengths(an_exercise(a_step("write", 3, Mode.ALONE)), minutes(5)) == ()


def test_its_own_least_holds() -> None:
    """A step with ``min`` goes no further, and never below a minute."""
    exercise = an_exercise(a_step("a", 10, least=minutes(8)), a_step("b", 2, least=timedelta()))
    assert least(exercise, 4) == minutes(9)
    assert [one.minutes for one in step_lengths(exercise, minutes(-9))] == [8, 1]


def test_rounds_without_tables_need_nothing() -> None:
    """A rhythm needs tables to be one."""
    step = a_step("a", 10, rounds=ROUNDS, groups=GroupRule(SizeRange(2, 3)))
    assert least(an_exercise(step), 4) == minutes(6)
