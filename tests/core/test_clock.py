"""Correcting the clock: starts, gaps, pauses, turns, the gong."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core import timeline
from sessionrunner.core.commands import (
    AddTime,
    Back,
    Began,
    Close,
    Next,
    NextLap,
    Passed,
    Pause,
    PauseReason,
    Resume,
    SetEnd,
    SetSound,
    SettleGap,
    Taken,
    Undo,
)
from sessionrunner.core.exercise import GroupRule, Mode, Rounds, SizeRange
from sessionrunner.core.public import public_view
from sessionrunner.core.session import Stage
from sessionrunner.core.timeline import Lap, LastCall, Part
from tests.core.rooms import FOUR_TABLES, HOUR, Hour, a_step, an_exercise, behind, left, minutes, refusal, the_lap
from tests.core.strategies import hours

THREE = an_exercise(a_step("one", 10), a_step("two", 20), a_step("three", 10))


def spent(hour: Hour, step: str) -> timedelta:
    return timeline.used(hour.session, hour.session.exercise.step(step), hour.now)


def test_a_start_forgotten_in_the_lobby_is_put_right() -> None:
    """Eight minutes past, the leader says when it was: the first step has run since then."""
    hour = Hour(THREE).wait(minutes=30).give(Began(minutes(22)))
    assert hour.session.stage is Stage.RUNNING
    assert (left(hour), behind(hour)) == (minutes(2), timedelta())


def test_a_start_pressed_late_moves_the_whole_hour() -> None:
    """In the first step the hour began when the step did."""
    hour = Hour(THREE).wait(minutes=30).give(Next()).wait(minutes=1).give(Began(minutes(22)))
    assert (left(hour), hour.session.started) == (minutes(1), minutes(22))


def test_a_step_pressed_late_gives_the_one_before_less() -> None:
    """Minutes are conserved: what this step has had, the last one has not."""
    hour = Hour(THREE).give(Next()).wait(minutes=14).give(Next()).wait(minutes=1).give(Began(minutes(10)))
    assert (spent(hour, "one"), spent(hour, "two"), behind(hour)) == (minutes(10), minutes(5), timedelta())


def test_a_step_pressed_early_began_later() -> None:
    """Both ways, and a pause in it stays a pause."""
    hour = Hour(THREE).give(Next()).wait(minutes=8).give(Next(), Pause()).wait(minutes=2).give(Resume())
    hour.wait(minutes=5).give(Began(minutes(10)))
    assert (spent(hour, "one"), spent(hour, "two")) == (minutes(10), minutes(3))


def test_a_step_cannot_begin_before_the_last_one_or_in_time_to_come() -> None:
    """What cannot be true is refused."""
    hour = Hour(THREE).give(Next()).wait(minutes=5).give(Next(), Pause()).wait(minutes=5).give(Resume())
    assert refusal(hour, Began(minutes(-1))) == "began-before-the-last"
    assert refusal(hour, Began(minutes(11))) == "not-yet"
    assert refusal(hour, Began(minutes(6))) == "not-yet"
    assert refusal(Hour(THREE), Began(minutes(1))) == "not-yet"
    assert refusal(hour.give(Pause()), Began(minutes(6))) == "not-yet"


@given(hours, st.integers(0, 5400).map(lambda seconds: timedelta(seconds=seconds)))
def test_correcting_a_start_conserves_the_minutes(hour: Hour, at: timedelta) -> None:
    """However often steps were changed: no step gains what another does not lose."""
    before = sum((spent(hour, step.id) for step in HOUR.steps), timedelta())
    first = hour.session.came_from is None
    if hour.give_if_possible(Began(at)) and not first:
        assert sum((spent(hour, step.id) for step in HOUR.steps), timedelta()) == before


def a_gap(passed: Passed, counted: float = 0, step: str | None = "one") -> SettleGap:
    return SettleGap(minutes(10), minutes(counted), passed, step)


@pytest.mark.parametrize(
    ("counted", "passed", "rest", "late"),
    [
        (0, Passed.COUNTED, -3, 3),
        (0, Passed.STOOD, 7, 10),
        (0, Passed.CLOCK, 7, 0),
        (10, Passed.COUNTED, -3, 3),
        (10, Passed.STOOD, 7, 10),
    ],
)
def test_the_leader_says_what_became_of_the_time(counted: float, passed: Passed, rest: float, late: float) -> None:
    """Three minutes in the laptop slept for ten; whether its clock counted them is no concern of hers."""
    hour = Hour(THREE).give(Next()).wait(minutes=3 + counted).give(a_gap(passed, counted))
    assert (left(hour), behind(hour)) == (minutes(rest), minutes(late))
    assert bool(hour.session.rested) == (passed is Passed.STOOD)


@pytest.mark.parametrize(("passed", "had"), [(Passed.COUNTED, 13), (Passed.STOOD, 3)])
def test_an_answer_after_going_on_concerns_the_step_that_was(passed: Passed, had: float) -> None:
    """The next step keeps its whole time."""
    hour = Hour(THREE).give(Next()).wait(minutes=3).give(Next(), a_gap(passed))
    assert (spent(hour, "one"), left(hour)) == (minutes(had), minutes(20))


def test_an_answer_after_the_end_concerns_the_step_that_was() -> None:
    """Nothing is under way then, and nothing falls over."""
    hour = Hour(THREE).give(Next()).wait(minutes=3).give(Next(), a_gap(Passed.COUNTED, step="three"))
    assert spent(hour, "three") == minutes(10)


def test_a_sleep_in_a_pause_makes_the_pause_longer() -> None:
    """The step loses nothing; the end is as much later as the clock on the wall says."""
    hour = Hour(THREE).give(Next()).wait(minutes=3).give(Pause(PauseReason.BREAK)).wait(minutes=1)
    hour.give(a_gap(Passed.STOOD, step=None), Resume())
    assert (left(hour), behind(hour)) == (minutes(7), minutes(11))
    assert hour.session.rested == {PauseReason.BREAK: minutes(11)}


def test_pauses_are_counted_by_their_reason() -> None:
    """A pause that turned out to be technology is technology; going on or ending ends it."""
    hour = Hour(THREE).give(Next(), Pause()).wait(minutes=2).give(Pause(PauseReason.TECHNOLOGY)).wait(minutes=1)
    hour.give(Resume()).wait(minutes=1).give(Pause()).wait(minutes=4).give(Next(), Pause()).wait(minutes=5)
    ended = hour.give(Close()).session
    assert ended.rested == {PauseReason.TECHNOLOGY: minutes(3), PauseReason.QUESTION: minutes(9)}


def test_when_the_room_must_be_done_is_kept() -> None:
    """As the clock on the wall shows it; it can be taken away again."""
    eleven = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
    hour = Hour(THREE).give(SetEnd(eleven))
    assert hour.session.ends == eleven
    assert hour.give(SetEnd(None)).session.ends is None


def test_the_gong_is_silent_when_it_is_asked_to_be_and_in_quiet_steps() -> None:
    """Nobody is startled while somebody tells of something hard."""
    hour = Hour(an_exercise(a_step("one"), replace(a_step("two"), quiet=True))).give(Next())
    assert public_view(hour.session, hour.now).sound
    assert not public_view(hour.give(SetSound(False)).session, hour.now).sound
    assert not public_view(hour.give(SetSound(True), Next()).session, hour.now).sound


def tables() -> Hour:
    """Four tables, four minutes each and one to walk, one minute in."""
    return Hour().go_to("tables").wait(minutes=1)


def test_a_turn_that_is_done_early_is_ended_by_a_key() -> None:
    """The walk begins; the step is as much shorter."""
    hour = tables().give(NextLap())
    assert the_lap(hour) == Lap(1, 4, Part.MOVE, minutes(1))
    assert left(hour) == minutes(15)
    assert the_lap(hour.give(NextLap())) == Lap(2, 4, Part.TALK, minutes(4))


def test_the_last_turn_is_ended_by_going_on() -> None:
    """There is no next one, and where there are no turns there is none at all."""
    hour = Hour().go_to("tables").wait(minutes=16)
    assert refusal(hour, NextLap()) == "last-lap"
    assert refusal(Hour().give(Next()), NextLap()) == "no-laps"
    assert refusal(Hour(), NextLap()) == "no-laps"


def test_more_time_is_more_time_for_the_turn_under_way() -> None:
    """The groups asked for it now; the later rounds are as long as they were."""
    hour = tables().give(AddTime(minutes(2)))
    assert the_lap(hour) == Lap(1, 4, Part.TALK, minutes(5))
    assert the_lap(hour.wait(minutes=6)) == Lap(2, 4, Part.TALK, minutes(4))


def test_more_time_during_a_walk_is_for_the_next_turn() -> None:
    """Nobody is sent back."""
    hour = tables().wait(minutes=3.5).give(AddTime(minutes(2)))
    assert the_lap(hour) == Lap(1, 4, Part.MOVE, minutes(0.5))
    assert the_lap(hour.wait(minutes=0.5)) == Lap(2, 4, Part.TALK, minutes(6))


def test_less_time_ends_this_turn_at_most_and_shortens_the_others_alike() -> None:
    """Six minutes less: three of this round, one of each of the three to come."""
    hour = tables().give(AddTime(minutes(-6)))
    assert the_lap(hour) == Lap(1, 4, Part.MOVE, minutes(1))
    assert the_lap(hour.wait(minutes=1)) == Lap(2, 4, Part.TALK, minutes(3))


def test_less_time_in_the_last_turn_is_less_of_that() -> None:
    """There is nothing after it to shorten."""
    hour = Hour().go_to("tables").wait(minutes=16).give(AddTime(minutes(-2)))
    assert (left(hour), the_lap(hour)) == (minutes(1), Lap(4, 4, Part.TALK, minutes(1)))


def test_what_is_taken_from_rounds_to_come_is_taken_from_each_alike() -> None:
    """Four minutes less before they begin: three minutes at every table."""
    taken = AddTime(timedelta(), (Taken("tables", minutes(4)),))
    hour = Hour().give(Next(), taken, Next())
    assert the_lap(hour) == Lap(1, 4, Part.TALK, minutes(3))
    assert left(hour) == minutes(15)


@given(hours)
def test_rounds_never_run_past_their_step(hour: Hour) -> None:
    """Whatever was added, taken or skipped: a turn that is not the last ends while the step still has time."""
    lap = timeline.lap(hour.session, hour.now)
    if lap is not None and lap.number < lap.total and left(hour) > timedelta():
        assert lap.remaining <= left(hour) + timedelta(milliseconds=1)


GROUPS = an_exercise(
    a_step("plain"),
    a_step("pairs", 10, Mode.GROUPS, groups=GroupRule(SizeRange(2, 3))),
    a_step("report", 10, Mode.GROUPS, groups=GroupRule(SizeRange(2, 3), reporter=True)),
    a_step("short", 3, Mode.GROUPS, groups=GroupRule(SizeRange(2, 3))),
    a_step("tables", 7, Mode.TABLES, tables=FOUR_TABLES, rounds=Rounds(minutes(1), minutes(1))),
)


@pytest.mark.parametrize(
    ("step", "gone", "call"),
    [
        ("plain", 9, None),
        ("pairs", 7, None),
        ("pairs", 8, LastCall.FINISH),
        ("pairs", 10, None),
        ("report", 8, LastCall.REPORTER),
        ("short", 2, None),
        ("tables", 6, LastCall.REPORTER),
    ],
)
def test_groups_are_told_two_minutes_before_they_stop(step: str, gone: float, call: LastCall | None) -> None:
    """Long enough to find the words, short enough to believe; a step of three minutes needs none."""
    hour = Hour(GROUPS).go_to(step).wait(minutes=gone)
    assert public_view(hour.session, hour.now).last_call is call


def test_in_the_lobby_nobody_is_warned() -> None:
    """Nothing runs."""
    assert public_view(Hour(GROUPS).session, Hour(GROUPS).now).last_call is None


def test_going_back_and_undoing_leave_the_turns_as_they_were() -> None:
    """A skipped turn comes back with one key."""
    hour = tables()
    before = hour.session
    assert hour.give(NextLap(), Undo()).session == before
    assert the_lap(hour.give(Next(), Back())) == Lap(1, 4, Part.TALK, minutes(3))
