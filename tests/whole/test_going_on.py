"""What a crash interrupted is one key away in the library, in a real terminal."""

import os
import signal
from pathlib import Path

from tests.plain_program import PlainProgram
from tests.program import AHEAD, COMMAND, environment, last_seen, wait_for_status
from tests.terminal import Terminal

LOCAL = ("--address", "127.0.0.1", "--port", "0")
TITLE = "Min uppgift som socialsekreterare"


def test_an_exercise_that_was_killed_is_offered_by_the_library_and_goes_on_where_it_was(tmp_path: Path) -> None:
    """The leader starts the program as always; the line is gone once the exercise has been ended."""
    state = tmp_path / "state"
    with PlainProgram("run", "introduktion/min-uppgift", "--plain", "--people", "14", *LOCAL, state=state) as program:
        program.say("next")
        wait_for_status(state, step="start")
        os.kill(program.process, signal.SIGKILL)
        program.wait()
    last_seen(state, AHEAD)
    with Terminal((80, 24)) as terminal:
        terminal.run(COMMAND, environment(state), tmp_path)
        terminal.wait_for(f"Tryck u för att fortsätta ”{TITLE}”, avbruten i dag")
        terminal.press("u")
        assert "0 svar" not in terminal.wait_for("steg 1 av 5", "Hittade den avbrutna övningen")
        terminal.press("e", "Enter")
        terminal.wait_for("Klart.")
        terminal.press("Enter")
        terminal.wait_for("Enter förbered", without="Tryck u")


def test_a_day_that_was_killed_is_offered_too(tmp_path: Path) -> None:
    """In the break that it was in."""
    state = tmp_path / "state"
    with PlainProgram("programme", "introduktion", "--plain", "--people", "14", *LOCAL, state=state) as program:
        program.say("next")
        wait_for_status(state, stage="lobby")
        os.kill(program.process, signal.SIGKILL)
        program.wait()
    with Terminal((80, 24)) as terminal:
        terminal.run(COMMAND, environment(state), tmp_path)
        terminal.wait_for("Tryck u för att fortsätta ”Introduktion i ordning")
        terminal.press("u")
        terminal.wait_for("Rikta kameran")
