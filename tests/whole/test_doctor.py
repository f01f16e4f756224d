"""``doctor`` as the leader runs it."""

import json
from pathlib import Path

from tests.program import COMMAND, sessionrunner, wait_for_status
from tests.terminal import Terminal
from tests.whole.room_network import RoomNetwork
from tests.whole.test_network import run_in


def test_every_finding_has_a_word_a_sign_and_a_remedy(tmp_path: Path) -> None:
    """Not colour alone, and never a fault without something to do."""
    done = sessionrunner("doctor", "--json", state=tmp_path)
    found = json.loads(done.stdout)
    assert {"network.address", "lessons.folder", "laptop.clock", "exercises"} <= {one["check"] for one in found}
    assert all(one["remedy"] for one in found if one["level"] != "good")
    assert done.returncode == (1 if any(one["level"] == "wrong" for one in found) else 0)


def test_a_missing_folder_is_wrong(tmp_path: Path) -> None:
    """Told in words, with the exit code a script needs."""
    done = sessionrunner("doctor", "--lessons", str(tmp_path / "borta"), state=tmp_path / "state")
    assert done.returncode == 1
    assert "✗ FEL: " in done.stdout
    assert "Gör så här: " in done.stdout


def test_the_it_page_has_the_exact_rule(tmp_path: Path) -> None:
    """What an administrator types, for the port phones use, and that nobody has tried it."""
    said = sessionrunner("doctor", "--it", "--port", "9000", state=tmp_path).stdout
    assert "New-NetFirewallRule" in said and "-LocalPort 9000-9010" in said
    assert "localport=9000-9010" in said
    assert "inte prövad" in said


def test_the_session_under_way_is_told_as_it_goes(tmp_path: Path) -> None:
    """A doctor in another window says what the phones meet right now."""
    state = tmp_path / "state"
    with RoomNetwork(isolated=True) as room, run_in(room, state) as (program, _):
        program.hear("gästnätet håller isär")
        wait_for_status(state, network="isolated")
        done = sessionrunner("doctor", state=state)
        assert done.returncode == 1
        assert "gästnätet håller isär" in done.stdout


def test_the_check_in_the_real_window_gets_to_its_end(tmp_path: Path) -> None:
    """One key in the lobby: what is looked at after the window itself is told too, and the program lives."""
    settings = {"SESSIONRUNNER_STATE": str(tmp_path), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    with Terminal() as window:
        run = [*COMMAND, "run", "introduktion/min-uppgift", "--people", "14", "--port", "0"]
        window.run(run, settings, tmp_path)
        window.wait_for("startar första steget")
        window.press("d")
        window.wait_for("Kontroll av datorn", "Lyssna efter ett pip")
