"""The long run: ``python -m tests.faults --long [--kills 1000] [--cuts 1000]`` writes its figures to REPORT.md here."""

import argparse
import platform
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from os import cpu_count
from pathlib import Path

from tests.faults.hour import Hour
from tests.faults.killing import live_through_kills
from tests.faults.oracle import Harm, harms
from tests.faults.recording import harms_of_cuts, record

REPORT = Path(__file__).with_name("REPORT.md")
_A_SESSION, _A_RECORDING = 25, 100
"""Kills of one session, and cuts of one recording."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What one kind of trouble has done, so many times over."""

    kind: str
    times: int
    acknowledged: int
    """Receipts checked, each once for every time it had to survive."""
    lost: int
    """Times that something with a receipt was not there."""
    doubled: int
    other: int
    seconds: float

    @property
    def row(self) -> str:
        """A line of the report's table."""
        figures = (self.kind, self.times, self.acknowledged, self.lost, self.doubled, self.other, round(self.seconds))
        return f"| {' | '.join(map(str, figures))} |"


def _figures(kind: str, times: int, acknowledged: int, judged: Sequence[set[Harm]], began: float) -> Figures:
    lost, doubled = (sum(harm in one for one in judged) for harm in (Harm.LOST, Harm.DOUBLED))
    other = sum(bool(one - {Harm.LOST, Harm.DOUBLED}) for one in judged)
    return Figures(kind, times, acknowledged, lost, doubled, other, time.monotonic() - began)


def kill(times: int, folder: Path) -> Iterator[Figures]:
    """The real program with real phones, killed while they send; figures so far, each session."""
    began, acknowledged = time.monotonic(), 0
    judged: list[set[Harm]] = []
    for before in range(0, times, _A_SESSION):
        hour = Hour(folder / str(before), people=200)
        now = min(_A_SESSION, times - before)
        usable = live_through_kills(hour, now, seed=before)
        judged.append(harms(hour.evidence(hour.in_lessons(), usable)))
        acknowledged += len(hour.acknowledged)
        yield _figures("`kill -9` of the program", before + now, acknowledged, judged, began)


def cut(times: int, folder: Path, kind: str, mistake: str = "") -> Iterator[Figures]:
    """The real program on a disk of which cuts leave only what was synced; the figures so far, each hour."""
    began, acknowledged = time.monotonic(), 0
    judged: list[set[Harm]] = []
    for before in range(0, times, _A_RECORDING):
        now = min(_A_RECORDING, times - before)
        recording = record(folder / str(before), mistake)
        judged += harms_of_cuts(recording, now, folder / f"cuts-{before}", seed=before)
        acknowledged += sum(len(recording.given(moment)) for moment in recording.moments(now, before))
        yield _figures(kind, before + now, acknowledged, judged, began)


def report(rows: Iterable[str]) -> str:
    """The whole report."""
    machine = f"{cpu_count()} processors, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    head = "| What | Times | Receipts at stake | Lost | Doubled | Other harm | Seconds |\n|---|---|---|---|---|---|---|"
    table = "\n".join(rows)
    date = time.strftime("%Y-%m-%d", time.gmtime())
    return f"# The long run of the fault suite\n\n{date}, {machine}.\n\n{head}\n{table}\n\n{_NOTE}\n"


def _earlier() -> Iterator[tuple[str, str]]:
    """Rows of the report there is, by kind: what is not run this time keeps its figures."""
    lines = REPORT.read_text("utf-8").splitlines() if REPORT.exists() else []
    for line in lines:
        if line.startswith("| ") and not line.startswith("| What"):
            yield line.split(" | ")[0].removeprefix("| "), line


_NOTE = """A killed session is judged when it has ended, by its saved record; a cut by what the next start reads.
A receipt counts once for every cut it had to survive. The control does not wait for the disk, and must lose: if it did
not, the cuts would prove nothing. Written by `python -m tests.faults --long`."""


def main() -> None:
    """Run, and write down after every session how far it has come."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--long", action="store_true", required=True)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--cuts", type=int, default=1000)
    asked = parser.parse_args()
    found = dict(_earlier())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        control = cut(min(asked.cuts, _A_RECORDING), folder / "hasty", "Power cut, control", "hasty")
        for figures in chain(
            cut(asked.cuts, folder / "cut", "Power cut"), control, kill(asked.kills, folder / "killed")
        ):
            found[figures.kind] = figures.row
            REPORT.write_text(report(found.values()), "utf-8")
            print(figures.row, flush=True)


if __name__ == "__main__":
    main()
