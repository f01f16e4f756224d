"""A leader practises from the library: the ordinary screens, pretend phones over HTTP, and nothing real is touched."""

import sys
from pathlib import Path

from tests.program import environment, lesson_files
from tests.terminal import Terminal

MARK = "ÖVNING PÅ LÅTSAS"


def test_an_exercise_is_rehearsed_from_the_library_and_leads_back_to_it(tmp_path: Path) -> None:
    """Marked on every screen; the answers come by themselves; lessons go to the folder for rehearsals."""
    state = tmp_path / "state"
    with Terminal((100, 30)) as terminal:
        terminal.run([sys.executable, "-m", "sessionrunner"], environment(state), tmp_path)
        terminal.wait_for("Min uppgift")
        terminal.press("r")
        terminal.wait_for("Öva med låtsasdeltagare?")
        terminal.press("Enter")
        terminal.wait_for("14 telefoner följer med", MARK)
        terminal.press("Enter")
        terminal.wait_for("SÄG", MARK)
        terminal.press("Space", "Space", "Space")
        terminal.wait_for("14 av 14")
        terminal.press("e", "Enter")
        terminal.wait_for("Allt är sparat", MARK)
        terminal.press("Enter")
        terminal.wait_for("Alla paket", without=MARK)
    assert len(lesson_files(state / "rehearsals")) == 1
    assert not list((state / "sessions").glob("*"))


def test_a_programme_is_rehearsed_with_the_leader_and_left(tmp_path: Path) -> None:
    """Its own screens, and Ctrl+Q comes back to the library with no day left behind."""
    state = tmp_path / "state"
    with Terminal((100, 30)) as terminal:
        terminal.run([sys.executable, "-m", "sessionrunner", "rehearse", "halvdag"], environment(state), tmp_path)
        terminal.wait_for("14 deltagare", MARK)
        terminal.press("Enter")
        terminal.wait_for("14 telefoner följer med", MARK)
    assert not list((state / "days").glob("*"))


def test_a_day_is_rehearsed_from_the_library_and_left(tmp_path: Path) -> None:
    """An impatient second Enter begins nothing else; Ctrl+Q comes back to the library, and no day is left behind."""
    state = tmp_path / "state"
    with Terminal((100, 30)) as terminal:
        terminal.run([sys.executable, "-m", "sessionrunner"], environment(state), tmp_path)
        terminal.wait_for("Min uppgift")
        terminal.press("p")
        terminal.wait_for("‹ Program")
        terminal.press("r")
        terminal.wait_for("Öva med låtsasdeltagare?")
        terminal.press("Enter", "Enter")
        terminal.wait_for("14 deltagare", "Härnäst", MARK)
        terminal.press("C-q")
        terminal.wait_for("Sluta öva?")
        terminal.press("Enter")
        terminal.wait_for("‹ Program")
    assert not list((state / "days").glob("*"))
