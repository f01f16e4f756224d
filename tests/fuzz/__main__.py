"""The long run: ``python -m tests.fuzz --long [--times 100] [--only NAME] [--seed K]``.

So many times the short run of every kind, with dice of their own. A case that breaks the rule is kept in ``found/``,
one for each place in the program, and fails the tests from then on. Exit 1 when there is any.
"""

import argparse
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from tests.fuzz import files, halls, state, wires
from tests.fuzz.monkey import storm as monkey
from tests.fuzz.targets import Target, broken

_HEAP = 1000
"""Cases that share a folder, which is then emptied."""


def place(fault: Exception) -> str:
    """Where in the program it happened: the same fault found twice is one find."""
    where = traceback.extract_tb(fault.__traceback__)[-1]
    ours = [frame for frame in traceback.extract_tb(fault.__traceback__) if "sessionrunner/" in frame.filename]
    last = ours[-1] if ours else where
    return f"{type(fault).__name__} {Path(last.filename).name}:{last.lineno} {last.name}"


def hunt(target: Target, count: int, seed: int) -> dict[str, bytes]:
    """The smallest case for each place that broke."""
    found: dict[str, bytes] = {}
    cases = target.cases(count, seed)
    while heap := list(islice(cases, _HEAP)):
        with tempfile.TemporaryDirectory() as folder:
            for case, fault in broken(target, iter(heap), Path(folder)):
                where = place(fault)
                found[where] = min(found.get(where, case), case, key=len)
    return found


def told(target: Target, count: int, seconds: float, found: dict[str, bytes]) -> None:
    """One line of figures, and a line for each find."""
    print(f"{target.name:16} {count:8} cases {seconds:7.1f} s  {len(found)} finds (goal: 0)", flush=True)
    print(target.tell(), end="", flush=True)
    for where, case in found.items():
        print(f"    {where}: kept as {target.keep(case)}", flush=True)


def run(targets: Sequence[Target], times: int, seed: int) -> bool:
    """Hunt in every target; whether nothing was found."""
    clean = True
    for target in targets:
        began, count = time.monotonic(), target.count * times
        found = hunt(target, count, seed)
        told(target, count, time.monotonic() - began, found)
        clean = clean and not found
    return clean


def every(stack: ExitStack) -> list[Target]:
    """All targets, with the servers they need until the stack is closed."""
    whole, room = (Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(2))
    hall = stack.enter_context(halls.running())
    wired = wires.targets(stack.enter_context(wires.collecting(room)))
    return [*files.targets(), *state.targets(whole), *wired, hall, monkey.target()]


def main() -> int:
    """As many as are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--long", action="store_true", required=True)
    parser.add_argument("--times", type=int, default=100, help="how many times the short run")
    parser.add_argument("--only", help="the name of one target")
    parser.add_argument("--seed", type=int, default=time.time_ns())
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    with ExitStack() as stack:
        targets = [one for one in every(stack) if asked.only in (None, one.name)]
        return 0 if run(targets, asked.times, asked.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
