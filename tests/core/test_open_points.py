"""Points without a length in the document: the leader sets them once, and nobody else."""

import pytest

from sessionrunner.core.commands import Open
from sessionrunner.core.history import StepMinutes, with_minutes
from sessionrunner.core.open_points import LengthsNotSet, open_minutes, own_lengths, require_lengths, shared_out, unset
from tests.core.rooms import Hour, a_step, an_exercise, minutes, names

MEETING = an_exercise(a_step("start"), a_step("why", None, open=True), a_step("plan", None, open=True))


def test_an_hour_cannot_begin_before_every_point_has_a_length() -> None:
    """And it is told how many are waiting."""
    with pytest.raises(LengthsNotSet) as told:
        require_lengths(MEETING)
    assert told.value.values["n"] == len(unset(MEETING)) == 2


@pytest.mark.parametrize(("whole", "each"), [(20, (10, 10)), (21, (11, 10)), (1, (1, 1))])
def test_minutes_are_shared_out_evenly(whole: int, each: tuple[int, int]) -> None:
    """Whole minutes, the first points get the odd ones, none is left without."""
    assert shared_out(MEETING, whole) == (StepMinutes("why", each[0]), StepMinutes("plan", each[1]))


@pytest.mark.parametrize(("given", "read"), [("40", 40), ("720", 720), ("721", None), ("0", None), ("tio", None)])
def test_the_minutes_of_all_points_are_a_number_within_a_day(given: str, read: int | None) -> None:
    """Nothing else is guessed at."""
    assert open_minutes(given) == read


def test_the_total_follows_what_the_leader_has_set() -> None:
    """Ten that are given and twenty that are set."""
    ready = with_minutes(MEETING, shared_out(MEETING, 20))
    assert require_lengths(ready).minutes == minutes(30)
    assert own_lengths(ready) == shared_out(MEETING, 20)


def test_an_exercise_without_open_points_needs_nothing() -> None:
    """There is nothing to ask."""
    fixed = an_exercise(a_step("start"))
    assert require_lengths(fixed) == fixed
    assert shared_out(fixed, 20) == own_lengths(fixed) == ()


def test_the_session_goes_by_the_lengths_it_was_opened_with() -> None:
    """The clock of a point shows what the leader gave it."""
    hour = Hour(MEETING, names(4)).give(Open(names(4), 1, lengths=shared_out(MEETING, 20), title="The third meeting"))
    assert hour.session.exercise.step("plan").minutes == minutes(10)
    assert hour.session.exercise.title == "The third meeting"
