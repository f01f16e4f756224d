"""The power goes: what has not reached the disk itself is gone, torn or there, as luck has it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import journal
from tests.faults import disk
from tests.faults.cuts import cut_at, lay_out
from tests.faults.hour import Hour, answers, in_box
from tests.faults.oracle import Evidence, Harm, harms, numbers

CUTS = int(os.environ.get("SESSIONRUNNER_CUTS", "60"))


@dataclass
class Recording:
    """One hour on a disk that notes everything."""

    hour: Hour
    operations: list[disk.Op]
    receipts: dict[int, int]
    """By answer: how many operations had been noted when its phone had the receipt."""


def record(folder: Path, mistake: str = "", phones: int = 40) -> Recording:
    """Phones send, the leader writes down, and for each receipt it is known how far the disk had come."""
    hour = Hour(folder, disk.wrapper(folder / "disk", folder / "recorder"), mistake)
    written = folder / "recorder" / "record"
    sizes: dict[int, int] = {}
    with hour.run() as program:
        for first in range(0, phones, 4):
            batch = range(first, first + 4)
            hour.send_all(batch, at_once=2)
            number = 900_000 + first
            hour.write_down(program, number)
            sizes |= dict.fromkeys((*batch, number), written.stat().st_size)
        program.kill()
    noted = list(disk.recorded(written))
    ends = [end for end, _ in noted]
    receipts = {one: sum(end <= sizes[one] for end in ends) for one in hour.acknowledged}
    return Recording(hour, [op for _, op in noted], receipts)


def after_cut(place: Path) -> Sequence[int]:
    """Answers and lines that a laptop finds when it is started again."""
    sessions = [folder for folder in (place / "state" / "sessions").glob("*") if folder.is_dir()]
    return [one for session in sessions for one in found_in(session)]


def found_in(session: Path) -> list[int]:
    """What can be read of one session."""
    try:
        lines = numbers(repr(journal.read(session / "journal.jsonl").events))
        return [*in_box(session / "box"), *lines]
    except SessionRunnerError:
        return []


def harms_of_cuts(recording: Recording, count: int, place: Path) -> list[set[Harm]]:
    """What each of so many cuts has done, at moments drawn by lot."""
    dice = Random(count)
    begun = min(recording.receipts.values())
    moments = [dice.randrange(begun, len(recording.operations)) for _ in range(count)]
    judged: list[set[Harm]] = []
    for number, (moment, content) in enumerate(cut_at(recording.operations, moments, dice)):
        lay_out(content, place / str(number))
        receipts = [one for one, at in recording.receipts.items() if at <= moment]
        sent = {*recording.hour.sent, *recording.receipts}
        judged.append(
            harms(Evidence(receipts, sent, after_cut(place / str(number)), [place / str(number)])) - {Harm.ORDERED}
        )
    return judged


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
