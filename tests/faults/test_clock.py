"""The laptop's clock is set, summer time ends, or the laptop sleeps: no second is lost, and the leader is asked."""

import os
import re
import signal
import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.hour import Hour
from tests.faults.oracle import Harm, harms
from tests.plain_program import PlainProgram

_LIBRARY = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), Path("libfaketimeMT.so.1"))
_SWEDEN = "CET-1CEST,M3.5.0,M10.5.0/3"
ASKED = "Programmet var borta"
ROUNDED = timedelta(seconds=1)
"""What the leader is told is told in whole seconds."""


class ClockHour(Hour):
    """An hour on a laptop whose clock on the wall can be set."""

    def __init__(self, folder: Path, mistake: str = "", begins: str = "+0") -> None:
        self._told = folder / "clock"
        told = {"LD_PRELOAD": _LIBRARY, "FAKETIME_TIMESTAMP_FILE": self._told, "FAKETIME_NO_CACHE": 1}
        still = {"FAKETIME_DONT_FAKE_MONOTONIC": 1, "TZ": _SWEDEN}
        super().__init__(folder, ["env", *(f"{name}={value}" for name, value in (told | still).items())], mistake)
        self.set_clock(begins)
        self.make_lessons_folder()

    def set_clock(self, told: str) -> None:
        """``+3600`` is an hour too late, ``@2026-10-25 02:59:50`` is a moment."""
        # At once: the program looks when it likes, and half of what is told is another clock.
        whole = self._told.with_suffix(".new")
        whole.write_text(f"{told}\n", "ascii")
        whole.replace(self._told)

    @staticmethod
    def remaining(program: PlainProgram) -> timedelta:
        """What the step has left, as the leader is told; less than nothing when it is over."""
        program.say("status")
        found = re.search(r"(-|–|−)?(\d+):(\d\d)(?::(\d\d))? (?:kvar|över)", program.hear("Svar: "))
        assert found, program.said[-1]
        parts = [int(part) for part in found.groups()[1:] if part]
        left = timedelta(seconds=sum(part * 60**power for power, part in enumerate(reversed(parts))))
        return -left if found[1] else left


class Stopwatch:
    """How long the test itself has taken: no step has lost more than that, and a slow machine may take its time."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def allows(self, lost: timedelta) -> bool:
        """Whether a step may have lost so much, between two looks since this began."""
        passed = timedelta(seconds=time.monotonic() - self._began)
        return -ROUNDED <= lost <= passed + ROUNDED


@pytest.mark.parametrize("jump", [-86400, -3600, 3600, 86400])
def test_a_clock_that_is_set_does_not_move_the_countdown(tmp_path: Path, jump: int) -> None:
    """An hour or a day either way: the step has what it had, and a clock that went ahead is asked about."""
    hour = ClockHour(tmp_path)
    with hour.run() as program:
        hour.send_all(range(6))
        watch, before = Stopwatch(), hour.remaining(program)
        hour.set_clock(f"{jump:+}")
        if jump > 0:
            hour.told(program, ASKED, f"clock {jump:+} s")
        assert watch.allows(before - hour.remaining(program))
        hour.send_all(range(6, 12))
        hour.end(program)
    assert harms(hour.evidence(hour.in_lessons())) == set()


def test_a_program_that_counts_by_the_wall_is_found_out(tmp_path: Path) -> None:
    """The control: with the clock an hour ahead, the step is long over."""
    hour = ClockHour(tmp_path, "wallclock")
    with hour.run() as program:
        watch, before = Stopwatch(), hour.remaining(program)
        hour.set_clock("+3600")
        after = hour.remaining(program)
        assert after < timedelta() and not watch.allows(before - after)


def test_the_night_summer_time_ends_is_a_night_like_others(tmp_path: Path) -> None:
    """The clock goes from 02:59 to 02:00 in mid-step: nobody is asked, and not a second is given or taken."""
    hour = ClockHour(tmp_path, begins="@2026-10-25 02:59:57")
    with hour.run() as program:
        watch, before = Stopwatch(), hour.remaining(program)
        for number in range(12):
            hour.send(number)
        while before - hour.remaining(program) < timedelta(seconds=6):
            pass
        assert watch.allows(before - hour.remaining(program))
        hour.end(program)
    assert not any(ASKED in line for line in hour.said)
    assert harms(hour.evidence(hour.in_lessons())) == set()


@pytest.mark.parametrize(("mistake", "expected"), [("", set()), ("unasking", {Harm.UNTOLD})])
def test_after_a_sleep_the_leader_is_asked(tmp_path: Path, mistake: str, expected: set[Harm]) -> None:
    """Ten minutes with the lid closed: nothing is skipped unasked, and the answer moves the countdown."""
    hour = ClockHour(tmp_path, mistake)
    with hour.run() as program:
        hour.send_all(range(12))
        watch, before = Stopwatch(), hour.remaining(program)
        os.kill(program.process, signal.SIGSTOP)
        hour.set_clock("+600")
        os.kill(program.process, signal.SIGCONT)
        if not mistake:
            assert "i 10 min" in hour.told(program, ASKED, "sleep 10 min")
            program.say("tiden fortsatte")
            program.hear("Då räknas tiden så")
        slept = timedelta() if mistake else timedelta(minutes=10)
        assert watch.allows(before - hour.remaining(program) - slept)
        hour.end(program)
    told = any(ASKED in line for line in hour.said)
    assert harms(hour.evidence(hour.in_lessons(), told=told)) == expected
