"""Somebody's own version of an exercise is as long as its steps."""

from dataclasses import replace

from sessionrunner.core.adapting import as_long_as_its_steps
from tests.core.rooms import a_step, an_exercise, minutes


def test_it_is_as_long_as_its_steps() -> None:
    """Ten and ten minutes are twenty, whatever the heading says."""
    exercise = replace(an_exercise(a_step("a"), a_step("b")), minutes=minutes(35))
    assert as_long_as_its_steps(exercise).minutes == minutes(20)


def test_a_step_of_no_length_leaves_the_heading_alone() -> None:
    """Turns have no length until the room is there."""
    exercise = replace(an_exercise(a_step("a"), replace(a_step("b"), minutes=None)), minutes=minutes(35))
    assert as_long_as_its_steps(exercise) == exercise
