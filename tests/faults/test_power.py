"""The power goes: what has not reached the disk itself is gone, torn or there, as luck has it."""

import os
from pathlib import Path
from random import Random

import pytest

from tests.faults import disk
from tests.faults.cuts import cut_at, lay_out
from tests.faults.hour import Hour, answers
from tests.faults.oracle import Harm, harms
from tests.faults.recording import Recording, harms_of_cuts, record

CUTS = int(os.environ.get("SESSIONRUNNER_CUTS", "60"))


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return record(tmp_path_factory.mktemp("power"))


def test_no_receipt_is_lost_whenever_the_power_goes(recording: Recording, tmp_path: Path) -> None:
    """Writes dropped, torn or reordered: every answer and line with a receipt is there, once, after the next start."""
    judged = harms_of_cuts(recording, CUTS, tmp_path)
    assert [one for one in judged if one] == []


def test_after_a_power_cut_the_hour_goes_on(recording: Recording, tmp_path: Path) -> None:
    """The program is started on what is left, takes up the session, and brings it to its end."""
    hour = recording.hour
    ((_, content),) = cut_at(recording.operations, [len(recording.operations) - 3], Random(3))
    lay_out(content, tmp_path / "after" / "disk")
    again = Hour(tmp_path / "after")
    again.make_lessons_folder()
    again.acknowledged = list(hour.acknowledged)
    with again.resume() as program:
        usable = answers(program)
        again.end(program)
    assert harms(again.evidence(again.in_lessons(), usable)) - {Harm.FOREIGN} == set()


def test_a_program_that_does_not_wait_for_the_disk_is_found_out(tmp_path: Path) -> None:
    """The control: without waiting for the disk the same cuts take answers that had a receipt."""
    judged = harms_of_cuts(record(tmp_path / "hour", "hasty"), CUTS, tmp_path)
    assert sum(Harm.LOST in one for one in judged) > CUTS / 4


def test_a_disk_that_cannot_sync_folders_is_no_trouble(tmp_path: Path) -> None:
    """Network disks refuse to make a folder's names durable: the hour goes on to its end, and nobody is alarmed."""
    hour = Hour(tmp_path, unwilling(tmp_path))
    with hour.run() as program:
        hour.send_all(range(12))
        usable = answers(program)
        lessons = tmp_path / "recorder" / "content" / "lessons"
        lessons.mkdir()
        hour.end(program)
    hour.state, hour.lessons = tmp_path / "recorder" / "content" / "state", lessons
    assert harms(hour.evidence(hour.in_lessons(), usable)) == set()


def test_a_program_that_insists_on_synced_folders_is_found_out(tmp_path: Path) -> None:
    """The control: taken as an error, the same refusal lets no session begin."""
    hour = Hour(tmp_path, unwilling(tmp_path), "insisting")
    with hour.start() as program:
        assert program.wait() != 0


def unwilling(folder: Path) -> list[str]:
    """A disk that answers EINVAL when a folder is to be synced."""
    command = disk.wrapper(folder / "disk", folder / "recorder")
    (folder / "recorder" / "trouble").write_text("no-folder-sync", "utf-8")
    return command
