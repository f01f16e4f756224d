"""The countdown, the rounds and the end of the hour."""

from datetime import timedelta

import pytest

from sessionrunner.core import timeline
from sessionrunner.core.commands import AddTime, Back, Close, DrawGroups, Next, Pause, Resume, SetPeople
from sessionrunner.core.exercise import Mode, Rounds, Step
from sessionrunner.core.session import NotPossible, Session
from sessionrunner.core.timeline import Lap, Pace, Part
from tests.core.rooms import FOUR_TABLES, HOUR, ROUNDS, Hour, a_step, an_exercise, behind, left, minutes, names, the_lap

TWO = an_exercise(a_step("one", 10), a_step("two", 20))


def two_steps() -> Hour:
    """An hour of ten and twenty minutes, just begun."""
    return Hour(TWO).give(Next())


def to_end(hour: Hour) -> timedelta:
    return timeline.time_to_end(hour.session, hour.now)


def test_the_countdown_counts_down() -> None:
    """Ten minutes are seven after three."""
    assert left(two_steps().wait(minutes=3)) == minutes(7)


def test_over_time_counts_up() -> None:
    """What is over is told as a negative rest."""
    assert left(two_steps().wait(minutes=12)) == minutes(-2)


def test_without_a_step_under_way_nothing_is_left() -> None:
    """In the lobby and after the end there is no countdown."""
    assert left(Hour(TWO)) == minutes(0)
    assert left(two_steps().give(Close())) == minutes(0)


def test_a_paused_clock_stands_still() -> None:
    """Whatever the pause is for, and however long."""
    hour = two_steps().wait(minutes=3).give(Pause()).wait(minutes=60)
    assert left(hour) == minutes(7)
    assert left(hour.give(Resume()).wait(minutes=1)) == minutes(6)


def test_a_clock_paused_in_the_first_instant_stands_still() -> None:
    """The leader starts and pauses before the laptop has counted at all."""
    assert left(two_steps().give(Pause()).wait(minutes=5)) == minutes(10)


def test_added_time_is_added_and_taken() -> None:
    """Two minutes more, one minute less."""
    hour = two_steps().give(AddTime(minutes(2)), AddTime(minutes(-1)))
    assert left(hour) == minutes(11)
    assert timeline.allotted(hour.session, TWO.steps[0]) == minutes(11)


def test_more_than_anybody_can_sit_is_not_added() -> None:
    """A slip of the finger must not move the end beyond what a clock can say; twelve hours is the most."""
    hour = two_steps().give(AddTime(timedelta(hours=12)))
    with pytest.raises(NotPossible, match="too-much-time"):
        hour.give(AddTime(minutes(1)))
    assert left(hour) == minutes(10) + timedelta(hours=12)


def test_back_returns_with_the_time_that_was_left() -> None:
    """A step left too early is taken up where it was, not from the start."""
    hour = two_steps().wait(minutes=4).give(Next()).wait(minutes=5).give(Back())
    assert left(hour) == minutes(6)
    assert left(hour.give(Next())) == minutes(15)


def test_turns_take_as_long_as_there_are_people() -> None:
    """Two minutes each: fourteen people, twenty-eight minutes."""
    session = Hour().session
    assert timeline.planned(session, HOUR.step("turns")) == minutes(28)
    assert timeline.turns(session, HOUR.step("turns")) == 14


def test_turns_of_groups_take_as_long_as_there_are_groups() -> None:
    """Fourteen people in groups of four to six are three groups of three minutes."""
    session = Hour().session
    assert timeline.turns(session, HOUR.step("teams")) == 3
    assert timeline.planned(session, HOUR.step("teams")) == minutes(9)


def test_an_empty_room_takes_one_turn() -> None:
    """The library can show a length before anybody is here."""
    assert timeline.planned(Session(HOUR), HOUR.step("turns")) == minutes(2)


def test_turns_may_come_on_top_of_fixed_minutes() -> None:
    """Five minutes to begin with, then two for each."""
    step = a_step("turns", 5, Mode.TURNS, turn=minutes(2))
    assert timeline.planned(Hour(an_exercise(step), names(6)).session, step) == minutes(17)


def test_turns_that_are_over_keep_their_plan_when_somebody_leaves() -> None:
    """Whoever goes home early does not make the turns that were taken too long."""
    hour = Hour().go_to("turns").wait(minutes=28).give(Next())
    assert timeline.planned(hour.give(SetPeople(names(10))).session, HOUR.step("turns")) == minutes(28)


def test_turns_to_come_again_follow_the_headcount() -> None:
    """Going back to the turns is going back to those who are here."""
    hour = Hour().go_to("turns").give(Next(), SetPeople(names(10)), Back())
    assert timeline.planned(hour.session, HOUR.step("turns")) == minutes(20)


@pytest.mark.parametrize(
    ("seconds", "pace"),
    [
        (600, Pace.CALM),
        (121, Pace.CALM),
        (120, Pace.SOON),
        (31, Pace.SOON),
        (30, Pace.ENDING),
        (0, Pace.ENDING),
        (-1, Pace.OVER),
    ],
)
def test_the_pace_follows_what_is_left(seconds: int, pace: Pace) -> None:
    """Calm to the last fifth, soon to the last twentieth, then ending, then over."""
    assert timeline.pace(timedelta(seconds=seconds), minutes(10)) is pace


def test_the_end_is_as_far_away_as_the_steps_that_are_left() -> None:
    """From the lobby the whole hour; at the end nothing."""
    assert to_end(Hour(TWO)) == minutes(30)
    assert to_end(two_steps().wait(minutes=4)) == minutes(26)
    assert to_end(two_steps().give(Close())) == minutes(0)


def test_a_step_that_runs_over_does_not_shorten_the_next() -> None:
    """Overtime is paid at the end, not by the next step."""
    assert to_end(two_steps().wait(minutes=13)) == minutes(20)


def test_a_step_begun_before_counts_only_with_what_it_has_left() -> None:
    """After going back, the next step is not counted from the start."""
    hour = two_steps().wait(minutes=10).give(Next()).wait(minutes=5).give(Back())
    assert to_end(hour) == minutes(15)


def test_nobody_is_behind_before_the_start_or_after_the_end() -> None:
    """The plan is not running then."""
    assert behind(Hour(TWO).wait(minutes=9)) == minutes(0)
    assert behind(two_steps().wait(minutes=99).give(Close())) == minutes(0)


def test_a_late_start_is_not_lateness() -> None:
    """The hour is counted from its first step."""
    assert behind(Hour(TWO).wait(minutes=9).give(Next()).wait(minutes=5)) == minutes(0)


def test_overtime_pauses_and_added_minutes_put_the_room_behind() -> None:
    """Everything that moves the end is told, once."""
    assert behind(two_steps().wait(minutes=12)) == minutes(2)
    assert behind(two_steps().give(Pause()).wait(minutes=3)) == minutes(3)
    assert behind(two_steps().give(AddTime(minutes(4)))) == minutes(4)


def test_going_on_early_puts_the_room_ahead() -> None:
    """Ahead is told as a negative number."""
    assert behind(two_steps().wait(minutes=4).give(Next())) == minutes(-6)


def test_somebody_who_leaves_in_the_middle_of_the_turns_puts_nobody_ahead() -> None:
    """The plan follows the people; the room is where the plan is."""
    hour = Hour(people=names(6)).go_to("turns")
    before = behind(hour)
    assert behind(hour.wait(minutes=4).give(SetPeople(names(5)))) == before


def test_the_agenda_tells_what_is_done_and_how_long_it_took() -> None:
    """Planned beside actual, the current step marked."""
    hour = two_steps().wait(minutes=12).give(Next()).wait(minutes=3)
    one, two = timeline.agenda(hour.session, hour.now)
    assert (one.planned, one.actual, one.done, one.current) == (minutes(10), minutes(12), True, False)
    assert (two.planned, two.actual, two.done, two.current) == (minutes(20), minutes(3), False, True)


def test_in_the_lobby_nothing_is_done_and_at_the_end_everything_is() -> None:
    """No row is current then."""
    lobby, ended = Hour(TWO), two_steps().give(Close())
    assert [(row.done, row.current) for row in timeline.agenda(lobby.session, lobby.now)] == [(False, False)] * 2
    assert [(row.done, row.current) for row in timeline.agenda(ended.session, ended.now)] == [(True, False)] * 2


@pytest.mark.parametrize(
    ("gone", "number", "part", "rest"),
    [
        (0, 1, Part.TALK, 4),
        (3.5, 1, Part.TALK, 0.5),
        (4, 1, Part.MOVE, 1),
        (5, 2, Part.TALK, 4),
        (14.5, 3, Part.MOVE, 0.5),
        (15, 4, Part.TALK, 4),
        (19, 4, Part.TALK, 0),
        (40, 4, Part.TALK, 0),
    ],
)
def test_rounds_talk_then_move_and_the_last_does_not_end_by_itself(
    gone: float, number: int, part: Part, rest: float
) -> None:
    """Four tables, four minutes each, one minute to walk; after the last nobody walks."""
    assert the_lap(Hour().go_to("tables").wait(minutes=gone)) == Lap(number, 4, part, minutes(rest))


@pytest.mark.parametrize(("gone", "number", "rest"), [(0, 1, 2), (2, 2, 2), (27, 14, 1), (28, 14, 0), (90, 14, 0)])
def test_turns_follow_each_other_and_the_last_does_not_end_by_itself(gone: int, number: int, rest: int) -> None:
    """Fourteen people, two minutes each, without anything between."""
    assert the_lap(Hour().go_to("turns").wait(minutes=gone)) == Lap(number, 14, Part.TALK, minutes(rest))


def test_the_room_is_on_its_feet_between_two_rounds() -> None:
    """And sits while it talks."""
    assert not the_lap(Hour().go_to("tables").wait(minutes=1)).moving
    assert the_lap(Hour().go_to("tables").wait(minutes=4.5)).moving


def test_a_pause_stops_the_round_too() -> None:
    """Nobody is sent to the next table while the clock stands."""
    hour = Hour().go_to("tables").wait(minutes=1).give(Pause()).wait(minutes=30)
    assert the_lap(hour) == Lap(1, 4, Part.TALK, minutes(3))


def test_the_round_goes_on_where_it_was_after_coming_back() -> None:
    """A key pressed too early does not send the tables round again."""
    hour = Hour().go_to("tables").wait(minutes=6).give(Next()).wait(minutes=2).give(Back())
    assert the_lap(hour) == Lap(2, 4, Part.TALK, minutes(3))


@pytest.mark.parametrize(
    "step",
    [
        a_step("plain"),
        a_step("seated", 10, Mode.TABLES, tables=FOUR_TABLES),
        a_step("no-tables", 10, rounds=ROUNDS),
        a_step("no-time", 10, Mode.TABLES, tables=FOUR_TABLES, rounds=Rounds(minutes(0))),
    ],
)
def test_a_step_without_rounds_or_turns_has_no_lap(step: Step) -> None:
    """There is nothing to count."""
    hour = Hour(an_exercise(step)).give(Next())
    assert timeline.lap(hour.session, hour.now) is None


def test_the_lobby_has_no_lap() -> None:
    """Nothing has begun."""
    assert timeline.lap(Hour().session, Hour().now) is None


def test_fewer_groups_are_fewer_turns() -> None:
    """Drawing again in a step of turns counts the new groups."""
    hour = Hour(people=names(20)).go_to("teams")
    assert the_lap(hour).total == 4
    assert the_lap(hour.give(SetPeople(names(9)), DrawGroups(3))).total == 2
