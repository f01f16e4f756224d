"""The program dies: killed, with its screen or without, or because somebody closed its window."""

import os
import signal
from pathlib import Path

import pytest

from tests.faults.hour import Hour, in_box
from tests.faults.killing import live_through_kills
from tests.faults.oracle import Harm, harms
from tests.faults.screen import ScreenHour

ROUNDS = int(os.environ.get("SESSIONRUNNER_KILLS", "6"))


def test_killed_again_and_again_the_hour_ends_with_every_answer_once(tmp_path: Path) -> None:
    """Whoever saw "Sparat" on the phone is in the summary once, however often the laptop died on the way."""
    hour = Hour(tmp_path)
    usable = live_through_kills(hour, ROUNDS)
    assert harms(hour.evidence(hour.in_lessons(), usable)) == set()
    assert len(hour.in_lessons()) == 8 * ROUNDS + 1


def test_a_program_that_says_yes_before_it_stores_is_found_out(tmp_path: Path) -> None:
    """The control: the same killing takes answers that had a receipt."""
    hour = Hour(tmp_path, mistake="eager")
    program = hour.run()
    hour.send_all(range(40))
    program.kill()
    assert harms(hour.evidence(hour.in_box())) == {Harm.LOST}


@pytest.mark.parametrize(("mistake", "expected"), [("", set()), ("eager", {Harm.LOST})])
def test_the_screen_killed_comes_back_with_every_answer(tmp_path: Path, mistake: str, expected: set[Harm]) -> None:
    """The window is there again with one command, at the same step; the twin that stores too late is found out."""
    hour = ScreenHour(tmp_path, mistake)
    with hour.run() as terminal:
        hour.send_all(range(30))
        os.kill(terminal.process(), signal.SIGKILL)
        hour.gone(terminal.process())
    found = in_box(hour.box())
    with hour.resume() as terminal:
        usable = hour.obeys(terminal)
        terminal.wait_for(f"{len(found)} av 60 klara")
    assert harms(hour.evidence(found, usable)) == expected


def test_a_closed_window_ends_the_program_and_loses_nothing(tmp_path: Path) -> None:
    """Somebody closes the terminal: no program goes on in secret, and the hour can be taken up with all its lines."""
    hour = ScreenHour(tmp_path)
    lead_and_close_the_window(hour)
    with hour.resume() as terminal:
        usable = hour.obeys(terminal)
    assert harms(hour.evidence([*in_box(hour.box()), *hour.lines()], usable)) == set()


def test_a_program_that_keeps_the_lines_in_memory_is_found_out(tmp_path: Path) -> None:
    """The control: with the window the leader's line is gone."""
    hour = ScreenHour(tmp_path, "forgetful")
    lead_and_close_the_window(hour)
    assert harms(hour.evidence([*in_box(hour.box()), *hour.lines()])) == {Harm.LOST}


def lead_and_close_the_window(hour: ScreenHour) -> None:
    """Answers, a line, and then the terminal is gone, and the program with it."""
    with hour.run() as terminal:
        hour.send_all(range(10))
        hour.write_down(terminal, 900_001)
        process = terminal.process()
    hour.gone(process)
