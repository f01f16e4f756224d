"""Minutes are conserved: properties of time over whole hours."""

from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from sessionrunner.core import commands, timeline
from sessionrunner.core.commands import AddTime, Back, Next, Pause, PutLesson, Resume, TakeNote
from sessionrunner.core.session import Instant, Stage
from tests.core.rooms import Hour
from tests.core.strategies import changes, hours, lessons, presses, waits

ZERO = timedelta()
timed = st.one_of(st.just(Next()), st.just(Back()), st.just(Pause()), st.just(Resume()), st.builds(PutLesson, lessons))


@given(presses(timed, most=40), waits)
def test_time_used_is_time_passed_less_the_pauses(pressed: list[tuple[int, commands.Command]], rest: int) -> None:
    """No minute of the hour is lost and none is counted twice."""
    hour, stood, passed = Hour(), 0, 0
    for seconds, command in [*pressed, (rest, TakeNote("end"))]:
        running = hour.session.stage is Stage.RUNNING
        passed += seconds * running
        stood += seconds * (hour.session.paused is not None)
        hour.wait(seconds=seconds).give_if_possible(command)
    used = sum((timeline.used(hour.session, step, hour.now) for step in hour.session.exercise.steps), ZERO)
    assert used == timedelta(seconds=passed - stood)


@given(hours, st.integers(1, 3600))
def test_what_is_left_never_grows_by_waiting(hour: Hour, seconds: int) -> None:
    """The countdown counts down, or stands still while paused, second for second."""
    before = timeline.remaining(hour.session, hour.now)
    later = timeline.remaining(hour.session, Instant(hour.now + timedelta(seconds=seconds)))
    stands = hour.session.paused is not None or hour.session.step is None
    assert later == (before if stands else before - timedelta(seconds=seconds))


@given(hours, st.one_of(timed, st.just(TakeNote("x")), st.just(commands.Approve())))
def test_what_is_left_of_a_step_changes_only_when_time_is_given_or_the_headcount_changes(
    hour: Hour, command: commands.Command
) -> None:
    """No other key moves the countdown of the step that goes on."""
    before = (hour.session.step, timeline.remaining(hour.session, hour.now))
    hour.give_if_possible(command)
    assume(hour.session.step is before[0])
    assert timeline.remaining(hour.session, hour.now) == before[1]


@given(hours, st.integers(-1200, 1200))
def test_added_time_is_exactly_what_the_end_moves_by(hour: Hour, seconds: int) -> None:
    """Time is given in full, or taken down to now; the agreed end moves as much."""
    left, end = timeline.remaining(hour.session, hour.now), timeline.time_to_end(hour.session, hour.now)
    assume(left >= ZERO and hour.give_if_possible(AddTime(timedelta(seconds=seconds))))
    given_time = max(timedelta(seconds=seconds), -left)
    assert timeline.remaining(hour.session, hour.now) == left + given_time
    assert timeline.time_to_end(hour.session, hour.now) == end + given_time


@given(hours)
def test_no_step_is_ever_left_owing_time(hour: Hour) -> None:
    """However time is taken, no step ends up shorter than nothing."""
    assert all(timeline.allotted(hour.session, step) >= ZERO for step in hour.session.exercise.steps)


@given(hours, st.integers(0, 7200))
def test_the_end_is_never_in_the_past_and_steps_to_come_keep_their_time(hour: Hour, seconds: int) -> None:
    """Waiting costs the current step first and then the end, never the steps to come."""
    now = Instant(hour.now + timedelta(seconds=seconds))
    to_end = timeline.time_to_end(hour.session, now)
    assert to_end >= max(timeline.remaining(hour.session, now), ZERO)
    assert to_end <= timeline.time_to_end(hour.session, hour.now)


@given(hours, st.integers(0, 600))
def test_behind_grows_only_while_the_room_stands_still_or_runs_over(hour: Hour, seconds: int) -> None:
    """A step that keeps its time changes nothing; a pause or overtime costs second for second."""
    wait = timedelta(seconds=seconds)
    left = timeline.remaining(hour.session, hour.now)
    grown = timeline.behind(hour.session, Instant(hour.now + wait)) - timeline.behind(hour.session, hour.now)
    if hour.session.stage is not Stage.RUNNING:
        assert grown == ZERO
    elif hour.session.paused is not None:
        assert grown == wait
    else:
        assert grown == max(wait - max(left, ZERO), ZERO)


@given(hours, changes)
def test_actual_times_are_never_negative(hour: Hour, command: commands.Command) -> None:
    """No way through the hour makes a step give time back."""
    hour.give_if_possible(command)
    assert all(row.actual >= ZERO for row in timeline.agenda(hour.session, hour.now))


@given(hours, waits)
def test_the_round_never_goes_backwards_by_waiting(hour: Hour, seconds: int) -> None:
    """And it never leaves the rounds there are."""
    now, later = (timeline.lap(hour.session, Instant(hour.now + timedelta(seconds=at))) for at in (0, seconds))
    if now is not None and later is not None:
        assert 1 <= now.number <= later.number <= later.total
        assert later.remaining >= ZERO
