"""The state disk is full, or breaks and comes back: no false receipt, told at once, and all is well afterwards."""

from pathlib import Path

import pytest

from tests.faults import disk
from tests.faults.hour import Hour, answers
from tests.faults.oracle import Harm, harms
from tests.plain_program import PlainProgram


def on_a_disk(folder: Path, mistake: str = "") -> Hour:
    """An hour whose disk can be made to fail; its shared folder lies on another."""
    hour = Hour(folder, disk.wrapper(folder / "disk", folder / "recorder"), mistake)
    hour.lessons = folder / "lessons"
    hour.make_lessons_folder()
    return hour


def go_wrong(hour: Hour, word: str) -> None:
    """From now on the disk has this fault; no word, no fault."""
    (hour.folder / "recorder" / "trouble").write_text(word, "utf-8")


def live_through(hour: Hour, program: PlainProgram, word: str, told: str) -> list[int]:
    """Answers before, during and after the fault; what the phones were given in the middle of it."""
    hour.send_all(range(8))
    go_wrong(hour, word)
    program.say("note Det här är en anteckning")
    hour.told(program, told, word)
    during = hour.send_all(range(8, 12))
    go_wrong(hour, "")
    return during


@pytest.mark.parametrize(("word", "told"), [("full", "full"), ("broken", "disk")])
def test_a_failing_disk_is_told_and_costs_nothing(tmp_path: Path, word: str, told: str) -> None:
    """Phones are told to try again, nobody has a false receipt, and without a restart the hour goes on."""
    hour = on_a_disk(tmp_path)
    with hour.run() as program:
        during = live_through(hour, program, word, told)
        hour.send_all(range(8, 16))
        usable = answers(program)
        hour.end(program)
    hour.state = tmp_path / "recorder" / "content" / "state"
    assert during == [503] * 4
    assert harms(hour.evidence(hour.in_lessons(), usable)) == set()


@pytest.mark.parametrize("word", ["full", "broken"])
def test_a_program_that_hopes_for_the_best_is_found_out(tmp_path: Path, word: str) -> None:
    """The control: errors of the disk passed over in silence become receipts for nothing."""
    hour = on_a_disk(tmp_path, "hopeful")
    with hour.run() as program:
        hour.send_all(range(8))
        go_wrong(hour, word)
        hour.send_all(range(8, 12))
        go_wrong(hour, "")
        hour.end(program)
    assert Harm.LOST in harms(hour.evidence(hour.in_lessons()))
