"""An hour on a disk with the rules of Windows, in a program that finds only what Windows has."""

import sys
from pathlib import Path

from tests.faults.hour import Hour, answers
from tests.faults.oracle import harms
from tests.windows import disk

SCANNED = 1
"""How often a scanner says no before it lets go of a file that has been written."""
CANNOT = "kunde inte sparas på den här datorn"


def on_windows(folder: Path, mistake: str = "") -> Hour:
    """An hour with state and lessons on such a disk."""
    system = [
        *disk.wrapper(folder / "disk", folder / "recorder", SCANNED),
        sys.executable,
        "-m",
        "tests.windows.system",
    ]
    hour = Hour(folder, system, mistake)
    (folder / "recorder" / "content" / "lessons").mkdir()
    return hour


def seen_from_behind(hour: Hour) -> None:
    """Look at what the disk holds without its rules."""
    hour.state = hour.folder / "recorder" / "content" / "state"
    hour.lessons = hour.folder / "recorder" / "content" / "lessons"


def test_an_hour_among_scanners_ends_as_any_other(tmp_path: Path) -> None:
    """Killed, taken up, summed up and saved: every answer once, and nothing of the session is left on the laptop."""
    hour = on_windows(tmp_path)
    with hour.run() as program:
        hour.send_all(range(8))
        hour.write_down(program, 900_001)
        program.kill()
    with hour.resume() as program:
        hour.send_all(range(8, 12))
        usable = answers(program)
        hour.end(program)
    seen_from_behind(hour)
    assert harms(hour.evidence(hour.in_lessons(), usable)) == set()
    assert not any((hour.state / "sessions").iterdir())


def test_a_program_that_does_not_wait_for_a_scanner_is_found_out(tmp_path: Path) -> None:
    """The control: it never gets as far as saving."""
    hour = on_windows(tmp_path, "impatient")
    with hour.run() as program:
        hour.write_down(program, 900_001)
        program.insist("save", CANNOT)
        program.kill()
    seen_from_behind(hour)
    assert 900_001 not in hour.in_lessons()
