"""An hour recorded on a disk that notes everything, and what power cuts at any moment of it would leave."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import journal
from tests.faults import disk
from tests.faults.cuts import cut_at, lay_out
from tests.faults.hour import Hour, in_box
from tests.faults.oracle import Evidence, Harm, harms, numbers


@dataclass
class Recording:
    """One hour on a disk that notes everything."""

    hour: Hour
    operations: list[disk.Op]
    receipts: dict[int, int]
    """By answer: how many operations had been noted when its phone had the receipt."""

    def given(self, moment: int) -> list[int]:
        """Answers that had their receipt by then."""
        return [one for one, at in self.receipts.items() if at <= moment]

    def moments(self, count: int, seed: int) -> list[int]:
        """So many moments between the first receipt and the end, drawn by lot."""
        dice = Random(seed)
        return [dice.randrange(min(self.receipts.values()), len(self.operations)) for _ in range(count)]


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


def harms_of_cuts(recording: Recording, count: int, place: Path, seed: int = 1) -> list[set[Harm]]:
    """What each of so many cuts has done, at moments drawn by lot."""
    judged: list[set[Harm]] = []
    moments = recording.moments(count, seed)
    for number, (moment, content) in enumerate(cut_at(recording.operations, moments, Random(seed))):
        left = place / str(number)
        lay_out(content, left)
        receipts = recording.given(moment)
        sent = {*recording.hour.sent, *recording.receipts}
        judged.append(harms(Evidence(receipts, sent, after_cut(left), [left])) - {Harm.ORDERED})
        shutil.rmtree(left)
    return judged
