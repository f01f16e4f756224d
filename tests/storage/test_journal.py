"""The journal holds every event from the moment it is acknowledged, and gives back everything that is intact."""

import os
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessionrunner.core.commands import AddTime, Back, Command, Next, Open, Pause, Resume, TakeNote, Undo
from sessionrunner.core.exercise import Exercise, Mode, Step
from sessionrunner.core.session import Event, Instant, NotPossible, replay
from sessionrunner.runner import SessionRunner
from sessionrunner.storage import durable, journal
from sessionrunner.storage.event_codec import UnknownCommand
from sessionrunner.storage.journal import Header, JournalFailed, JournalFile, JournalFull, JournalUnreadable
from tests.fakes import FakeClock

HEADER = Header("3f9a1c2b", "id: prov\ntitle: Pröva\n", "exercises/prov.yaml", date(2026, 11, 21), "sv", "/delat")
STEPS = tuple(Step(name, name, Mode.PLENARY, timedelta(minutes=5)) for name in ("start", "mitt", "slut"))
EXERCISE = Exercise("prov", "Pröva", "Prov", timedelta(minutes=15), STEPS)


def note(minute: int) -> Event:
    return Event(Instant(timedelta(minutes=minute)), f"2026-11-21T09:{minute:02}:00+01:00", TakeNote(f"rad {minute} å"))


def notes(*minutes: int) -> tuple[Event, ...]:
    return tuple(note(minute) for minute in minutes)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "3f9a1c2b" / "journal.jsonl"


@pytest.fixture
def written(path: Path) -> JournalFile:
    return JournalFile.create(path, HEADER)


def test_a_new_journal_says_which_exercise_it_belongs_to(written: JournalFile, path: Path) -> None:
    """The session can go on although the exercise file has been changed or removed meanwhile."""
    assert journal.read(path) == journal.Recovered(HEADER, (), 0)


def test_events_come_back_in_the_order_they_were_given(written: JournalFile, path: Path) -> None:
    """What was acknowledged is there, in order."""
    written.append(notes(1))
    written.append(notes(2, 3))
    assert journal.read(path).events == notes(1, 2, 3)


def test_a_journal_is_gone_on_with_after_a_restart(written: JournalFile, path: Path) -> None:
    """A resumed session writes in the same journal."""
    written.append(notes(1))
    JournalFile(path).append(notes(2))
    assert journal.read(path).events == notes(1, 2)


def test_every_event_is_on_the_disk_itself_when_append_returns(
    written: JournalFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The power may go the moment after."""
    synced: list[bytes] = []
    monkeypatch.setattr(durable, "sync", lambda descriptor: synced.append(path.read_bytes()))
    written.append(notes(1))
    assert synced == [path.read_bytes()]


def test_only_this_user_may_read_it(written: JournalFile, path: Path) -> None:
    """The journal knows who was there; others on the computer need not."""
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_journal_is_never_written_over(written: JournalFile, path: Path) -> None:
    """Two sessions cannot share a journal by mistake."""
    written.append(notes(1))
    with pytest.raises(JournalFailed):
        JournalFile.create(path, HEADER)
    assert journal.read(path).events == notes(1)


@pytest.mark.parametrize("missing", [1, 20, 60])
def test_a_torn_last_line_is_dropped_and_counted(written: JournalFile, path: Path, missing: int) -> None:
    """The power went while it was being written: nobody had been told about it."""
    written.append(notes(1, 2))
    os.truncate(path, path.stat().st_size - missing)
    found = journal.read(path)
    assert (found.events, found.torn, found.damaged) == (notes(1), 1, 0)


def test_after_a_torn_line_the_next_event_stands_on_its_own(written: JournalFile, path: Path) -> None:
    """The rest of the torn line does not make the next one unreadable."""
    written.append(notes(1, 2))
    os.truncate(path, path.stat().st_size - 9)
    JournalFile(path).append(notes(3))
    assert journal.read(path) == journal.Recovered(HEADER, notes(1, 3), 0)


def test_a_tail_of_zeros_is_dropped(written: JournalFile, path: Path) -> None:
    """Some disks leave zeros where the last block should have been."""
    written.append(notes(1))
    with path.open("ab") as file:
        file.write(bytes(4096))
    assert (journal.read(path).events, journal.read(path).torn) == (notes(1), 1)


def test_a_changed_bit_in_the_middle_costs_its_own_line_only(written: JournalFile, path: Path) -> None:
    """Everything intact is given, and the leader is told that something is missing."""
    written.append(notes(1, 2, 3))
    content = bytearray(path.read_bytes())
    content[content.index(b"rad 2")] ^= 4
    path.write_bytes(content)
    found = journal.read(path)
    assert (found.events, found.torn, found.damaged) == (notes(1, 3), 0, 1)


def test_no_changed_bit_is_ever_read_as_something_else(written: JournalFile, path: Path) -> None:
    """Whichever bit has changed, what is read was written; at most the line it is in is missing."""
    written.append(notes(1, 2, 3))
    whole = path.read_bytes()
    for bit in range(0, len(whole) * 8, 3):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(changed)
        found = journal.read(path)
        assert found.header == HEADER
        assert set(found.events) <= set(notes(1, 2, 3))
        assert len(found.events) >= 2


@pytest.mark.parametrize("instead", [b"\x0b", b"\x8a", b"J"])
def test_a_damaged_line_break_costs_neither_of_its_lines(written: JournalFile, path: Path, instead: bytes) -> None:
    """Both are as they were written, and so is what comes after them; the session goes on."""
    written.append(notes(1, 2, 3))
    *_, one, two = path.read_bytes().split(b"\n")[:-1]
    path.write_bytes(path.read_bytes().replace(one + b"\n" + two, one + instead + two))
    JournalFile(path).append(notes(4))
    assert journal.read(path) == journal.Recovered(HEADER, notes(1, 2, 3, 4), 0)


def test_a_file_that_is_no_journal_is_said_to_be_unreadable(path: Path, tmp_path: Path) -> None:
    """The leader gets a sentence, whether the file is missing, empty or something else."""
    (tmp_path / "other").write_bytes(b"\x00\xff not a journal\n")
    for file in (path, tmp_path / "other"):
        with pytest.raises(JournalUnreadable):
            journal.read(file)


def test_an_event_of_a_newer_program_is_not_taken_for_damage(written: JournalFile, path: Path) -> None:
    """Dropping a command silently could give another session than the one that was led."""
    newer = {"event": {"at": 1, "wall": "", "command": {"name": "Applaud"}}}
    path.write_bytes(path.read_bytes() + journal._line(newer))
    with pytest.raises(UnknownCommand):
        journal.read(path)


class FailingDisk:
    """Takes some bytes and then fails with an error, until it is repaired."""

    def __init__(self, error: int, takes: int) -> None:
        self._error, self._takes = error, takes

    def write_all(self, descriptor: int, content: bytes) -> None:
        os.write(descriptor, content[: self._takes])
        raise OSError(self._error, os.strerror(self._error))


@pytest.mark.parametrize(("error", "cause"), [(28, "storage.journal-full"), (5, "storage.journal-failed")])
def test_a_failed_write_leaves_nothing_behind(written: JournalFile, path: Path, error: int, cause: str) -> None:
    """Half a line in the middle would make the next one unreadable."""
    written.append(notes(1))
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(durable, "write_all", FailingDisk(error, takes=30).write_all)
        with pytest.raises(JournalFailed) as told:
            written.append(notes(2))
    assert told.value.cause == cause
    assert isinstance(told.value, JournalFull) == (error == 28)
    assert journal.read(path) == journal.Recovered(HEADER, notes(1), 0)


def test_what_a_failed_write_left_is_cut_before_the_next(written: JournalFile, path: Path) -> None:
    """Even cutting failed: the runner tries again with the next event, and nothing comes twice or stays behind."""
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(durable, "write_all", FailingDisk(28, takes=300).write_all)
        broken.setattr(os, "ftruncate", _unconfirmed)
        with pytest.raises(JournalFull):
            written.append(notes(1, 2, 3))
    assert journal.read(path).torn == 1
    written.append(notes(1))
    assert journal.read(path) == journal.Recovered(HEADER, notes(1), 0)


def test_a_disk_that_does_not_confirm_gets_no_receipt(written: JournalFile, path: Path) -> None:
    """The bytes were taken but not confirmed: the event counts as not written, and is not there twice afterwards."""
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(durable, "sync", _unconfirmed)
        with pytest.raises(JournalFailed):
            written.append(notes(1))
    written.append(notes(1))
    assert journal.read(path).events == notes(1)


def _unconfirmed(descriptor: int, length: int = 0) -> None:
    raise OSError(5, os.strerror(5))


def test_a_journal_whose_folder_is_gone_says_so(written: JournalFile, path: Path) -> None:
    """After the session's folder was removed there is an error in words, and no new folder."""
    path.unlink()
    with pytest.raises(JournalFailed):
        written.append(notes(1))
    assert not path.exists()


def test_the_hour_goes_on_when_the_disk_is_full_and_catches_up(written: JournalFile, path: Path) -> None:
    """The leader presses on; when there is room again nothing of the hour is missing."""
    runner = SessionRunner(EXERCISE, FakeClock(), written)
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(durable, "write_all", FailingDisk(28, takes=7).write_all)
        runner.handle(Open(("1", "2", "3"), 7))
        runner.handle(Next())
        troubled = runner.trouble
    runner.handle(Next())
    assert (isinstance(troubled, JournalFull), runner.trouble) == (True, None)
    assert replay(EXERCISE, journal.read(path).events) == runner.session


COMMANDS: Sequence[Command] = (
    Next(),
    Back(),
    Pause(),
    Resume(),
    AddTime(timedelta(minutes=2)),
    TakeNote("en rad"),
    Undo(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(COMMANDS), st.integers(0, 300)), max_size=20))
def test_the_session_read_back_is_the_session_that_was_led(
    tmp_path_factory: pytest.TempPathFactory, hour: list[tuple[Command, int]]
) -> None:
    """Whatever the leader did, a crash brings her back to where she was."""
    path, clock = tmp_path_factory.mktemp("hour") / "journal.jsonl", FakeClock()
    runner = SessionRunner(EXERCISE, clock, JournalFile.create(path, HEADER))
    runner.handle(Open(("1", "2", "3", "4"), 7))
    for command, seconds in hour:
        clock.advance(seconds=seconds)
        _try(runner, command)
    assert replay(EXERCISE, journal.read(path).events) == runner.session


def _try(runner: SessionRunner, command: Command) -> None:
    try:
        runner.handle(command)
    except NotPossible:
        return
