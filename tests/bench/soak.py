"""A working day of eight hours, led fast: whether memory, open files and what is written down keep within bounds.

``python -m tests.bench.soak [--hours 8] [--people 30] [--speed 200]``: the real program leads a day of its own
exercises for simulated phones, and is looked at every few seconds. Linux only. Prints, asserts nothing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-m", "sessionrunner"]
EVERY = 2.0
"""Seconds between two looks."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the program found."""

    memory: int
    """Megabytes resident."""
    files: int
    """Open files and connections."""
    written: int
    """Kilobytes in the program's own folders and in the lessons."""


def look(process: int, state: Path) -> Look:
    """How the program is doing now."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return Look(memory // 1024, len([*Path(f"/proc/{process}/fd").iterdir()]), sum(sizes(state)) // 1024)


def sizes(folder: Path) -> Iterator[int]:
    """Bytes of every file below; one that is just being replaced is passed over."""
    for file in folder.rglob("*"):
        with suppress(OSError):
            yield file.stat().st_size if file.is_file() else 0


def looks(process: "subprocess.Popen[str]", state: Path) -> Iterator[Look]:
    """A look every few seconds, for as long as the program runs."""
    while process.poll() is None:
        with suppress(OSError, StopIteration):
            yield look(process.pid, state)
        time.sleep(EVERY)


def day(hours: float) -> tuple[str, int]:
    """A programme of shipped exercises that takes so long, and its minutes."""
    listed = subprocess.run([*COMMAND, "list", "--json"], capture_output=True, text=True, check=True).stdout
    lines, total = [], 0
    for one in json.loads(listed):
        if total >= hours * 60:
            break
        lines.append(f"  - {{exercise: {one['id']}}}")
        total += one["minutes"]
    return "id: dygn\ntitle: En lång dag\nitems:\n" + "\n".join(lines) + "\n", total


def told(name: str, found: list[int], unit: str, goal: str) -> None:
    """One line: at the beginning, in the middle, at the end, and the most."""
    tenth = max(1, len(found) // 10)
    parts = (found[:tenth], found[len(found) // 2 :][:tenth], found[-tenth:])
    begun, middle, ended = (sum(part) / len(part) for part in parts)
    print(f"{name:14} {begun:8.0f} {middle:8.0f} {ended:8.0f}   most {max(found):6} {unit:3} ({goal})", flush=True)


def main() -> None:
    """Lead the day and say what was seen."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.soak")
    parser.add_argument("--hours", type=float, default=8)
    parser.add_argument("--people", default="30")
    parser.add_argument("--speed", default="200")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        state, file = Path(folder) / "state", Path(folder) / "dygn.yaml"
        programme, minutes = day(asked.hours)
        file.write_text(programme, "utf-8")
        lead(asked, state, file, minutes)


def lead(asked: argparse.Namespace, state: Path, file: Path, minutes: int) -> None:
    """One day from its beginning to its end."""
    given = ["--people", asked.people, "--speed", asked.speed, "--headless", "--json", "--state", str(state)]
    command = [*COMMAND, "rehearse", str(file), *given, "--lessons", str(state.parent / "lessons")]
    print(f"{minutes / 60:.1f} h at {asked.speed} times, load {os.getloadavg()[0]:.1f}", flush=True)
    began = time.monotonic()
    # A rehearsal's own things lie among the temporary ones.
    environment = {**os.environ, "TMPDIR": str(state.parent)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        found = list(looks(process, state.parent))
        output = process.stdout.read() if process.stdout else ""
    result = json.loads(output or "{}")
    print(f"{'':14} {'begun':>8} {'middle':>8} {'end':>8}")
    told("memory", [one.memory for one in found], "MB", "goal: end at most 10 % over the middle")
    told("open files", [one.files for one in found], "", "goal: no growth")
    told("written", [one.written for one in found], "kB", "goal: a session's box comes and goes, the rest under 1024")
    answers = {name: result.get(name) for name in ("sent", "acknowledged")}
    print(f"{answers}, {time.monotonic() - began:.0f} s, load {os.getloadavg()[0]:.1f}, exit {process.returncode}")


if __name__ == "__main__":
    main()
