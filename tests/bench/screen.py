"""The leader's screen beside the least that Textual can do, and beside other programs made with it.

``python -m tests.bench.screen [--rounds 7] [--watch 60] [--peer NAME=COMMAND ...]``: each program is started in turn,
round after round, in a terminal of its own, so that a busy machine is busy for all of them. Prints, asserts nothing.
The best round says most about the program, the median about the machine as well.

Programs to compare with, each in an environment of its own, and how they are named to this one:

    uv tool install posting --with "tree-sitter==0.25.*"    --peer posting=posting
    uv tool install toolong                                 --peer "toolong=tl README.md"
    uv tool install frogmouth                               --peer "frogmouth=frogmouth README.md"
    uv tool install browsr                                  --peer "browsr=browsr ."

posting 2.11 ends at once with a newer tree-sitter than the one its Textual was made for, hence the second part.
"""

import argparse
import compileall
import os
import shlex
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import sessionrunner
from tests.bench.terminal import Screen

QUIET = 0.2
"""Seconds without a byte after which a screen counts as painted."""
KEYS = 12
LOADED = 2.0
"""Seconds in which whatever a program loads behind its first screen is loaded."""


@dataclass
class Program:
    """Something to start, and what it took."""

    name: str
    command: Sequence[str]
    watched: str = ""
    """A word on the screen that is watched, when Enter leads there from the first one."""
    painted: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    """Megabytes resident once everything has been loaded and some keys pressed."""
    answered: list[float] = field(default_factory=list)
    """Milliseconds from a key to the first byte of its paint."""


def main(arguments: Sequence[str]) -> None:
    """Start, memory and keys of every program; then what it costs to count for a while."""
    asked = _asked(arguments)
    compileall.compile_dir(Path(sessionrunner.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as state:
        ours = [sys.executable, "-m", "sessionrunner", "--state", state, "--lessons", f"{state}/lessons"]
        bare = Program("bare Textual", [sys.executable, "-m", "tests.bench.bare_app"])
        library = Program("sessionrunner", ours)
        programs = [bare, library, *(Program(name, shlex.split(command)) for name, command in asked.peer)]
        for _ in range(asked.rounds):
            for program in programs:
                _measure(program, compiled_environment())
        _tell(programs, bare)
        if asked.watch:
            run = [*ours, "run", "introduktion/min-uppgift", "--people", "14", "--port", "0"]
            counting = Program("sessionrunner, step running", run, "NÄSTA")
            _watch([bare, counting, *programs[2:]], asked.watch)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--watch", type=float, default=60, help="seconds to count; 0 leaves that part out")
    parser.add_argument("--peer", type=lambda text: text.split("=", 1), action="append", default=[])
    return parser.parse_args(arguments)


def compiled_environment() -> Mapping[str, str]:
    """Compiled files may be used, as they are on a leader's laptop."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _measure(program: Program, environment: Mapping[str, str]) -> None:
    with Screen(program.command, environment) as screen:
        program.painted.append(screen.painted(QUIET))
        if not screen.memory():
            sys.exit(f"{program.name} has ended by itself: there is nothing to compare with")
        screen.settle(LOADED)
        for number in range(KEYS):
            program.answered.append(screen.answer("\x1b[B" if number % 2 == 0 else "\x1b[A", QUIET))
        program.memory.append(screen.memory())


def _tell(programs: Sequence[Program], bare: Program) -> None:
    print(f"{'':28} {'painted':>9} {'x bare':>7} {'best':>9} {'x bare':>7} {'memory':>8} {'key to paint':>13}")
    for one in programs:
        took, answers = median(one.painted), [wait for wait in one.answered if wait < QUIET]
        keys = f"{median(answers) * 1000:9.1f} ms" if answers else "no paint"
        best, ratio = min(one.painted), took / median(bare.painted)
        times = f"{took * 1000:6.0f} ms {ratio:7.2f} {best * 1000:6.0f} ms {best / min(bare.painted):7.2f}"
        print(f"{one.name:28} {times} {median(one.memory):5.0f} MB {keys:>13}")
    print("goals: painted at most 1.3 x bare and before every peer; memory at most the lightest peer's + 20 MB")


def _watch(programs: Sequence[Program], seconds: float) -> None:
    """All at once: what disturbs one disturbs the others."""
    screens = [Screen(program.command, compiled_environment()) for program in programs]
    try:
        for program, screen in zip(programs, screens, strict=True):
            screen.painted(QUIET)
            if program.watched:
                screen.reach(program.watched, "\r")
        for screen in screens:
            screen.settle(LOADED)
        before = [screen.processor_seconds() for screen in screens]
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for screen in screens:
                screen.drain()
            time.sleep(0.05)
        for program, screen, at_first in zip(programs, screens, before, strict=True):
            share = (screen.processor_seconds() - at_first) / seconds
            print(f"{program.name:28} {share:6.2%} of a core over {seconds:.0f} s")
    finally:
        for screen in screens:
            screen.close()
    print("goal: at most 2 % of a core while the countdown runs")


if __name__ == "__main__":
    main(sys.argv[1:])
