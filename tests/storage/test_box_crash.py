"""The laptop dies, or its disk is full: no answer with a receipt is lost, none is doubled, none gets a false receipt.

``SESSIONRUNNER_CRASH_ROUNDS`` sets how many times the program is killed.
"""

import os
import random
import subprocess
from pathlib import Path

import pytest

from sessionrunner.storage.box import SealedBox
from tests.storage.reflection import ASKED, STEP, number, program

ROUNDS = int(os.environ.get("SESSIONRUNNER_CRASH_ROUNDS", "15"))
SLOTS = 400


def acknowledged_before_death(folder: Path, moment: int, *mistake: str) -> set[int]:
    """Run the child until so many answers are acknowledged, kill it, and collect every receipt it gave."""
    command = program("putter", folder, SLOTS, 8, *mistake)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        receipts = [child.stdout.readline() for _ in range(moment)]
        child.kill()
        receipts += child.stdout.readlines()
    return {int(line) for line in receipts if line.endswith("\n")}


def found_afterwards(folder: Path) -> list[int]:
    """What the box holds when the program is started again."""
    box = SealedBox.open(folder)
    found = [number(answer) for answer in box.mixed(STEP)[ASKED.id]]
    assert box.counts()[STEP.id] == len(found)
    box.close()
    return sorted(found)


def test_killed_at_any_moment_no_receipt_was_false_and_no_answer_doubled(tmp_path: Path) -> None:
    """Whoever saw "Sparat" on the phone finds the answer in the summary, once."""
    moments = random.Random(11)
    for round_ in range(ROUNDS):
        folder = tmp_path / str(round_)
        acknowledged = acknowledged_before_death(folder, moments.randrange(1, SLOTS - 50))
        found = found_afterwards(folder)
        assert len(found) == len(set(found))
        assert acknowledged <= set(found)


def test_a_box_that_says_yes_before_it_stores_is_found_out(tmp_path: Path) -> None:
    """The control: without waiting for the disk, the same killing loses answers that had a receipt."""
    acknowledged = acknowledged_before_death(tmp_path, SLOTS // 2, "eager")
    assert acknowledged - set(found_afterwards(tmp_path))


@pytest.mark.parametrize("part", ["box", "journal"])
def test_a_disk_that_fills_up_gives_no_false_receipt_and_works_again(tmp_path: Path, part: str) -> None:
    """No room: nothing is said to be saved that is not. Room again: the same sending goes through at once."""
    child = subprocess.run(program("filler", part, tmp_path), capture_output=True, text=True, check=False)
    assert (child.stderr, child.stdout.split()) == ("", ["stored", "refused", "refused", "stored", "intact"])


def test_a_box_there_is_no_room_for_leaves_nothing(tmp_path: Path) -> None:
    """The session cannot be opened, and the disk is no fuller than before."""
    child = subprocess.run(program("filler", "make-box", tmp_path), capture_output=True, text=True, check=False)
    assert (child.stderr, child.stdout.split()) == ("", ["refused", "clean"])
