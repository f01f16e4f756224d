"""The one door through which a session changes."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from sessionrunner.core import timeline
from sessionrunner.core.commands import AddTime, Close, Next, Open, Pause, TakeNote, Undo
from sessionrunner.core.session import START, Event, Instant, NotPossible, Session
from sessionrunner.runner import SessionRunner
from tests.core.rooms import HOUR, minutes, names
from tests.fakes import DiskFull, FakeClock, MemoryJournal


class Bench:
    """A runner with its clock and its journal."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.journal = MemoryJournal()
        self.runner = SessionRunner(HOUR, self.clock, self.journal)
        self.runner.handle(Open(names(9), seed=1))

    def left(self) -> timedelta:
        """What the current step has left."""
        return timeline.remaining(self.runner.session, self.runner.now())


def test_a_command_changes_the_session_and_is_written_down() -> None:
    """Every key press becomes one event with its time on both clocks."""
    bench = Bench()
    bench.clock.advance(minutes=2)
    assert bench.runner.handle(Next()) is bench.runner.session
    event = bench.journal.events[-1]
    assert (event.at, event.wall, event.command) == (minutes(2), "2026-11-21T09:02:00+00:00", Next())


def test_time_begins_when_the_session_is_opened() -> None:
    """However long the laptop had been on."""
    bench = Bench(FakeClock(timedelta(days=3)))
    assert bench.runner.now() == START
    bench.clock.advance(seconds=5)
    assert bench.runner.now() == timedelta(seconds=5)


def test_a_refused_command_leaves_nothing_behind() -> None:
    """Neither in the session nor in the journal, and nobody is told."""
    bench = Bench()
    told: list[Session] = []
    bench.runner.subscribe(told.append)
    before = bench.runner.session
    with pytest.raises(NotPossible):
        bench.runner.handle(Pause())
    assert (bench.runner.session, len(bench.journal.events), told) == (before, 1, [])


def test_listeners_are_told_after_the_event_is_on_disk() -> None:
    """What the room sees is what a crash would not take back."""
    bench = Bench()
    written: list[int] = []
    bench.runner.subscribe(lambda session: written.append(len(bench.journal.events)))
    bench.runner.handle(Next())
    assert written == [2]


def test_every_listener_gets_the_new_session() -> None:
    """Screen, wall and phones alike, in the order they asked."""
    bench = Bench()
    told: list[tuple[str, Session]] = []
    bench.runner.subscribe(lambda session: told.append(("one", session)))
    bench.runner.subscribe(lambda session: told.append(("two", session)))
    after = bench.runner.handle(Next())
    assert told == [("one", after), ("two", after)]


def test_a_full_disk_does_not_stop_the_hour() -> None:
    """The session goes on and the trouble is told."""
    bench = Bench()
    bench.journal.full = True
    bench.runner.handle(Next())
    assert bench.runner.session.step == HOUR.steps[0]
    assert isinstance(bench.runner.trouble, DiskFull)


def test_what_a_full_disk_kept_out_is_written_with_the_next_command() -> None:
    """In the order it happened, each event once."""
    bench = Bench()
    bench.journal.full = True
    bench.runner.handle(Next())
    bench.runner.handle(AddTime(minutes(1)))
    bench.journal.full = False
    bench.runner.handle(TakeNote("there is room again"))
    written = [event.command for event in bench.journal.events]
    assert written[1:] == [Next(), AddTime(minutes(1)), TakeNote("there is room again")]
    assert bench.runner.trouble is None


def test_undo_goes_through_the_journal_too() -> None:
    """It is written, told, and survives a crash."""
    bench = Bench()
    before = bench.runner.session
    told: list[Session] = []
    bench.runner.handle(Next())
    bench.runner.subscribe(told.append)
    assert bench.runner.handle(Undo()) == before
    assert told == [before]
    assert taken_up(bench.journal.events).session == before


def test_undo_says_what_it_would_take_back() -> None:
    """Before the key is pressed."""
    bench = Bench()
    assert bench.runner.undoable() is None
    bench.runner.handle(Next())
    assert bench.runner.undoable() == Next()


def test_with_nothing_to_undo_undo_is_refused_and_not_written() -> None:
    """A key pressed once too often does no harm."""
    bench = Bench()
    with pytest.raises(NotPossible, match="nothing-to-undo"):
        bench.runner.handle(Undo())
    assert len(bench.journal.events) == 1


def taken_up(events: Sequence[Event], reached: Instant = START) -> SessionRunner:
    """A new runner after a crash, on a laptop whose clock shows something else."""
    return SessionRunner(HOUR, FakeClock(timedelta(hours=8)), MemoryJournal(), events, reached)


def test_a_session_is_taken_up_where_it_was() -> None:
    """To the same second, whatever the laptop did meanwhile."""
    bench = Bench()
    bench.runner.handle(Next())
    bench.clock.advance(minutes=1)
    runner = taken_up(bench.journal.events, bench.runner.now())
    assert runner.session == bench.runner.session
    assert timeline.remaining(runner.session, runner.now()) == bench.left()


def test_time_never_goes_back_when_a_session_is_taken_up() -> None:
    """The note of how far it had come may be older than the last event."""
    bench = Bench()
    bench.clock.advance(minutes=3)
    bench.runner.handle(Next())
    runner = taken_up(bench.journal.events, Instant(minutes(1)))
    assert runner.now() == minutes(3)


def test_a_session_taken_up_can_be_undone() -> None:
    """Undo reaches back over the crash."""
    bench = Bench()
    before = bench.runner.session
    bench.runner.handle(Next())
    assert taken_up(bench.journal.events).handle(Undo()) == before


def test_the_wall_clock_is_the_laptops() -> None:
    """Asked for, never guessed."""
    bench = Bench()
    bench.clock.advance(minutes=30)
    assert bench.runner.wall() == bench.clock.wall()


def test_nothing_more_can_be_done_with_a_closed_session() -> None:
    """Not even by undo."""
    bench = Bench()
    bench.runner.handle(Close())
    for command in (Next(), Undo()):
        with pytest.raises(NotPossible, match="closed"):
            bench.runner.handle(command)
