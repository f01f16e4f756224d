"""The laptop dies in the middle of a step, and minutes pass before somebody takes the session up again."""

import os
import re
import signal
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from tests.plain_program import PlainProgram
from tests.program import COMMAND, last_seen, wait_for_status
from tests.terminal import Terminal

LOCAL = ("--address", "127.0.0.1", "--port", "0")


def _die_and_wait(tmp_path: Path, minutes: int) -> None:
    """Kill a session in its first step; then so many minutes go by, as the last sign of life tells."""
    state = tmp_path / "state"
    with PlainProgram("run", "introduktion/min-uppgift", "--plain", "--people", "14", *LOCAL, state=state) as program:
        program.say("next")
        program.hear("Syfte och tid")
        wait_for_status(state, step="start")
        os.kill(program.process, signal.SIGKILL)
        program.wait()
    last_seen(state, timedelta(minutes=minutes))


def _following(state: Path) -> Iterator[float]:
    """What the step has left, as the status tells it during the next seconds."""
    for _ in range(100):
        yield float(str(wait_for_status(state, step="start")["remaining_seconds"]))
        time.sleep(0.1)


def _away(told: str) -> int:
    """How many minutes the leader is asked about: to start again takes time too."""
    found = re.search(r"borta i (\d+)", told)
    assert found is not None
    return int(found[1])


def test_lines_ask_what_became_of_the_minutes(tmp_path: Path) -> None:
    """Nobody's time is counted or given back unasked."""
    _die_and_wait(tmp_path, 7)
    with PlainProgram("resume", "--plain", *LOCAL, state=tmp_path / "state") as resumed:
        assert _away(resumed.hear("borta i")) >= 7
        resumed.hear("Vi fortsatte")
        before = wait_for_status(tmp_path / "state", step="start")["remaining_seconds"]
        resumed.say("tiden fortsatte")
        resumed.hear("Då räknas tiden så")
        # The status is written once a second, so what it says may be older than the answer.
        assert any(before - left > 6 * 60 for left in _following(tmp_path / "state"))


def test_the_screen_asks_too_and_the_step_gets_its_time_back(tmp_path: Path) -> None:
    """One digit, and the hour goes on where it was."""
    _die_and_wait(tmp_path, 7)
    settings = {"SESSIONRUNNER_STATE": str(tmp_path / "state"), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    with Terminal((80, 24)) as terminal:
        terminal.run([*COMMAND, "resume"], settings, tmp_path)
        asked = terminal.wait_for("borta i", "Vad gjorde ni under tiden?", "2  Vi väntade")
        assert _away(asked) >= 7
        terminal.press("2")
        terminal.wait_for("steg 1 av 5", without="Vad gjorde ni under tiden?")
        assert wait_for_status(tmp_path / "state", step="start")["remaining_seconds"] > 0
