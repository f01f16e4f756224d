"""Sleep, outage and the time by which the room must be done."""

import random
from datetime import timedelta

import pytest

from sessionrunner.core import timeline
from sessionrunner.core.commands import Next, Open, Passed, Pause, Resume, SetEnd, SettleGap, Undo
from sessionrunner.core.gap import SILENCE
from sessionrunner.runner import SessionRunner
from sessionrunner.timekeeper import NotAnEnd, NotATime, Timekeeper, WhichEnd, WhichStart
from tests.core.rooms import HOUR, a_step, an_exercise, minutes, names
from tests.fakes import MORNING, MemoryJournal, TwoClocks


class Bench:
    """A session in its second step, with nineteen minutes left of it."""

    def __init__(self) -> None:
        self.clock, self.journal = TwoClocks(), MemoryJournal()
        self.runner = SessionRunner(HOUR, self.clock, self.journal, silence=SILENCE)
        self.time = Timekeeper(self.runner)
        for command in (Open(names(9), seed=1), Next(), Next()):
            self.runner.handle(command)

    def left(self) -> timedelta:
        return timeline.remaining(self.runner.session, self.runner.now())

    def behind(self) -> timedelta:
        return timeline.behind(self.runner.session, self.runner.now())


def test_after_a_sleep_the_leader_is_asked_and_nothing_has_been_decided() -> None:
    """The clock stands where it was, the step too; the question waits until it is answered."""
    bench = Bench()
    bench.clock.sleep(minutes=10)
    gap = bench.time.look()
    assert gap is not None
    assert (gap.length, gap.step, bench.left()) == (minutes(10), "tables", minutes(19))
    assert bench.time.look() == gap


@pytest.mark.parametrize(("passed", "left"), [(Passed.COUNTED, 9), (Passed.STOOD, 19), (Passed.CLOCK, 19)])
def test_the_answer_is_an_event_and_can_be_undone(passed: Passed, left: float) -> None:
    """What the leader says is what counts."""
    bench = Bench()
    bench.clock.sleep(minutes=10)
    assert bench.time.look() is not None
    bench.time.settle(passed)
    assert bench.time.look() is None
    assert bench.left() == minutes(left)
    assert isinstance(bench.journal.events[-1].command, SettleGap)
    bench.runner.handle(Undo())
    assert bench.left() == minutes(19)


def test_a_program_that_was_stopped_asks_too() -> None:
    """Both clocks went on for ten minutes and nobody looked."""
    bench = Bench()
    before = bench.behind()
    bench.clock.advance(minutes=10)
    assert bench.time.look() is not None
    bench.time.settle(Passed.STOOD)
    assert (bench.left(), bench.behind() - before) == (minutes(19), minutes(10))


def test_a_key_pressed_right_after_the_sleep_does_not_hide_it() -> None:
    """The question is about the step that was."""
    bench = Bench()
    bench.clock.sleep(minutes=10)
    bench.runner.handle(Next())
    gap = bench.time.look()
    assert gap is not None and gap.step == "tables"


def test_a_sleep_in_a_pause_needs_no_question() -> None:
    """The lid was shut over the break; only the end is later."""
    bench = Bench()
    before = bench.behind()
    bench.runner.handle(Pause())
    bench.clock.sleep(minutes=10)
    assert bench.time.look() is None
    bench.clock.advance(minutes=10)
    assert bench.time.look() is None
    bench.runner.handle(Resume())
    assert (bench.left(), bench.behind() - before) == (minutes(19), minutes(20))


def test_in_the_lobby_a_sleep_means_nothing() -> None:
    """No clock runs there."""
    clock = TwoClocks()
    time = Timekeeper(SessionRunner(HOUR, clock, MemoryJournal(), silence=SILENCE))
    clock.sleep(minutes=10)
    assert time.look() is None
    time.settle(Passed.COUNTED)


def test_after_an_outage_the_clock_stands_and_counting_is_offered() -> None:
    """The program fell; seven minutes later it is back."""
    bench = Bench()
    events, reached = bench.journal.events, bench.runner.now()
    bench.clock.sleep(minutes=7)
    runner = SessionRunner(HOUR, bench.clock, MemoryJournal(), events, reached)
    runner.was_away(MORNING)
    gap = runner.look()
    assert gap is not None and gap.length == minutes(7)
    Timekeeper(runner).settle(Passed.COUNTED)
    assert timeline.remaining(runner.session, runner.now()) == minutes(12)


def test_a_short_outage_is_not_worth_a_question() -> None:
    """Nor one that nobody knows the beginning of."""
    bench = Bench()
    bench.runner.was_away(MORNING - timedelta(seconds=20))
    bench.runner.was_away(None)
    assert bench.runner.gap is None


def test_slack_is_what_is_left_until_the_room_must_be_done() -> None:
    """By the clock on the wall, whatever else the laptop's clocks do."""
    bench = Bench()
    assert bench.time.slack() is None
    to_end = timeline.time_to_end(bench.runner.session, bench.runner.now())
    bench.runner.handle(SetEnd(MORNING + to_end + minutes(4)))
    assert bench.time.slack() == minutes(4)
    bench.clock.sleep(minutes=10)
    assert bench.time.slack() == minutes(-6)


@pytest.mark.parametrize("told", ["08:58", "8.58", "0858", " 8:58 "])
def test_a_time_of_day_is_understood_as_people_write_it(told: str) -> None:
    """Two minutes before nine."""
    bench = Bench()
    assert bench.time.moment(told) == MORNING - minutes(2)
    assert bench.time.began(told).at == bench.runner.now() - minutes(2)


@pytest.mark.parametrize("told", ["25:00", "nio", "9:60", ""])
def test_what_is_no_time_of_day_is_told(told: str) -> None:
    """With an example of how to write it."""
    with pytest.raises(NotATime):
        Bench().time.moment(told)


def test_a_number_that_may_be_two_things_is_asked_about() -> None:
    """At two minutes past nine, nine may be the hour or minutes."""
    time = Bench().time
    with pytest.raises(WhichStart):
        time.began("9")
    with pytest.raises(WhichEnd):
        time.must_end("10")
    with pytest.raises(NotAnEnd):
        time.must_end("tio")


def test_the_time_to_be_done_is_set_and_taken_away() -> None:
    """An empty line, or a dash, means that nothing presses any more."""
    bench = Bench()
    assert bench.time.must_end("−") == SetEnd(None)
    assert bench.time.must_end("om 20 min") == SetEnd(MORNING + minutes(20))
    assert bench.time.must_end("11.00") == SetEnd(MORNING.replace(hour=11))
    assert bench.time.must_end(" ") == SetEnd(None)


def test_over_eight_hours_with_pauses_jumps_and_sleep_the_time_shown_is_exact() -> None:
    """Every second that the room has worked has been counted once, and no other: the drift is nothing at all."""
    exercise = an_exercise(a_step("day", 8 * 60), a_step("end", 5))
    clock, chance = TwoClocks(), random.Random(8)
    runner = SessionRunner(exercise, clock, MemoryJournal(), silence=SILENCE)
    time, worked = Timekeeper(runner), timedelta()
    runner.handle(Next())
    while worked < timedelta(hours=8):
        what, seconds = chance.choice(["work", "work", "pause", "sleep", "set back"]), chance.uniform(0.1, 29)
        worked += _happens(what, seconds, clock, runner, time)
        assert timeline.used(runner.session, exercise.steps[0], runner.now()) == worked
    assert timeline.remaining(runner.session, runner.now()) == timedelta(hours=8) - worked


def _happens(what: str, seconds: float, clock: TwoClocks, runner: SessionRunner, time: Timekeeper) -> timedelta:
    """How long the room has worked meanwhile."""
    if what == "set back":
        clock.sleep(minutes=-seconds)
        assert time.look() is None
        return timedelta()
    if what == "sleep":
        return _slept(seconds, clock, time)
    if what == "pause":
        runner.handle(Pause())
    clock.advance(seconds=seconds)
    assert time.look() is None
    if what == "pause":
        runner.handle(Resume())
    return timedelta(seconds=seconds) if what == "work" else timedelta()


def _slept(seconds: float, clock: TwoClocks, time: Timekeeper) -> timedelta:
    before = clock.apart
    clock.sleep(minutes=seconds)
    assert time.look() is not None
    counts = int(seconds) % 2
    time.settle(Passed.COUNTED if counts else Passed.STOOD)
    return (clock.apart - before) * counts


def test_an_hour_over_midnight_ends_tomorrow_and_began_yesterday() -> None:
    """At half past eleven a room is to be done by a quarter to one; then the step began at ten to twelve."""
    bench = Bench()
    bench.clock.advance(minutes=14.5 * 60)
    midnight = MORNING.replace(hour=0) + timedelta(days=1)
    assert bench.time.must_end("00:45") == SetEnd(midnight + minutes(45))
    bench.clock.advance(minutes=35)
    assert bench.time.must_end("00:45") == SetEnd(midnight + minutes(45))
    assert bench.time.began("23:50").at == bench.runner.now() - minutes(15)


def test_a_time_that_has_been_or_has_not_come_is_the_days_own() -> None:
    """At nine: eight was an hour ago, and twenty past nine has not been."""
    bench = Bench()
    assert bench.time.must_end("08:00") == SetEnd(MORNING - minutes(60))
    assert bench.time.must_end("21:30") == SetEnd(MORNING + minutes(12.5 * 60))
    assert bench.time.began("09:20").at == bench.runner.now() + minutes(20)
