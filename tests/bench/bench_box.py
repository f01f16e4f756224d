"""How many durable receipts a second the box gives, and how long each phone waits; prints, asserts nothing.

``python -m tests.bench.bench_box [FOLDER]``: the folder decides which disk is measured.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

from sessionrunner.core.reflections import Submission
from sessionrunner.storage.box import SealedBox

GOAL = 500
"""Durable receipts a second on two cores, with sealed answers."""
SLOTS = 4096


def main(folder: str | None = None) -> None:
    """Measure with a few phones, many, and a whole room that presses Send at once."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        took, box = timed(lambda: SealedBox.create(Path(place) / "box", SLOTS))
        print(f"create, {SLOTS} slots: {took * 1000:.0f} ms")
        for phones, each in ((1, 400), (50, 20), (200, 5)):
            measure(box, phones, each)
        box.close()
        took, again = timed(lambda: SealedBox.open(Path(place) / "box"))
        print(f"open, {SLOTS} slots, {sum(again.counts().values())} taken: {took * 1000:.0f} ms (goal: under 1000)")
        again.destroy()


def timed(work: Callable[[], SealedBox]) -> tuple[float, SealedBox]:
    """What the work gave, and the seconds it took."""
    began = time.perf_counter()
    box = work()
    return time.perf_counter() - began, box


def measure(box: SealedBox, phones: int, each: int) -> None:
    """So many phones at once, each sending so many answers one after the other."""

    def send(phone: int) -> list[float]:
        waits = []
        for turn in range(each):
            began = time.perf_counter()
            box.put(Submission(f"{phones} phones", f"{phone}-{turn}", {"tar-med": "Att fråga tidigare. " * 20}))
            waits.append((time.perf_counter() - began) * 1000)
        return waits

    began = time.perf_counter()
    with ThreadPoolExecutor(phones) as room:
        waits = [wait for phone in room.map(send, range(phones)) for wait in phone]
    rate = len(waits) / (time.perf_counter() - began)
    print(
        f"{phones:3} phones: {rate:6.0f} receipts/s (goal {GOAL}), {rate / GOAL:4.1f} x; "
        f"wait p50 {median(waits):.1f} ms, p99 {quantiles(waits, n=100)[98]:.1f} ms"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
