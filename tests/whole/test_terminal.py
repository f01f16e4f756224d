"""The real program in a real terminal, led with keys from the library to the saved lesson."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.program import AHEAD, COMMAND, last_seen, lesson_files, plain_text, post_answer, wait_for_status
from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]
INSTALLING = 900.0
"""Seconds to wait for packages to come from afar and be unpacked while other tests have the processors."""


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A window of the smallest size the program promises to work in."""
    with Terminal((80, 24)) as window:
        yield window


def _settings(tmp_path: Path) -> dict[str, str]:
    return {"SESSIONRUNNER_STATE": str(tmp_path / "state"), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def _lessons(tmp_path: Path) -> Path:
    folder = tmp_path / "lessons"
    folder.mkdir(exist_ok=True)
    return folder


def _to_reflection(terminal: Terminal, tmp_path: Path) -> str:
    """From the library to the step that collects, by keys alone; gives the phones' address."""
    terminal.wait_for("Min uppgift som", "förbered")
    terminal.press("Enter")
    terminal.wait_for("på plats")
    terminal.press("Enter")
    terminal.wait_for("Vilka är med?")
    terminal.write("14")
    terminal.wait_for("4+4+3+3")
    terminal.press("Enter")
    terminal.wait_for("startar första steget", "/s/")
    terminal.press("Enter")
    terminal.wait_for("steg 1 av 5")
    for number in (2, 3, 4):
        terminal.press("Space")
        terminal.wait_for(f"steg {number} av 5")
    return str(wait_for_status(tmp_path / "state", step="reflektion")["phone_url"])


def test_a_whole_session_in_a_real_terminal(terminal: Terminal, tmp_path: Path) -> None:
    """Keys, fourteen phones, approval, and the lesson in the shared folder."""
    terminal.run([*COMMAND, "--lessons", str(_lessons(tmp_path))], _settings(tmp_path), tmp_path)
    phones = _to_reflection(terminal, tmp_path)
    for number in range(14):
        answer = {"tar-med": f"Kanariefågel nummer {number} sjunger.", "nytta": "7"}
        assert post_answer(phones, "reflektion", answer) == 201
    terminal.wait_for("14 av 14 klara")
    assert "Kanariefågel" not in terminal.screen()
    terminal.press("Space")
    terminal.wait_for("steg 5 av 5", "Ny rad")
    terminal.press("C-r")
    terminal.wait_for("Öppna svaren")
    terminal.press("Enter")
    terminal.wait_for("Kanariefågel")
    terminal.press("Escape")
    terminal.wait_for("Ny rad")
    terminal.write("Vi läser journalen två och två")
    terminal.press("Enter")
    terminal.wait_for("1 rad")
    terminal.press("C-g")
    terminal.wait_for("odkänd i rummet")
    terminal.press("C-s")
    terminal.wait_for("Avsluta")
    terminal.press("Enter")
    terminal.wait_for("Allt är sparat", "14 inlämnade svar")

    (lesson,) = lesson_files(tmp_path / "lessons")
    text = lesson.read_text("utf-8")
    record = yaml.safe_load(text.split("---\n")[1])
    assert record["reflections"] == {"answers": 14, "shown": 14}
    assert (record["approved"], record["lessons"][0]["text"]) == (True, "Vi läser journalen två och två")
    assert all(f"Kanariefågel nummer {number} sjunger." in plain_text(text) for number in range(14))


def test_after_kill_9_the_screens_come_back_to_the_same_step(terminal: Terminal, tmp_path: Path) -> None:
    """Nine receipts, a dead laptop, and ``resume``: the step, the groups and the nine answers.

    No other test leaves the port to the program, so nobody takes this one while the laptop is dead.
    """
    command = [*COMMAND, "--lessons", str(_lessons(tmp_path))]
    terminal.run(command, _settings(tmp_path), tmp_path)
    phones = _to_reflection(terminal, tmp_path)
    for number in range(9):
        assert post_answer(phones, "reflektion", {"tar-med": f"Svar {number}."}) == 201
    wait_for_status(tmp_path / "state", answers=9)
    terminal.kill()
    last_seen(tmp_path / "state", AHEAD)

    with Terminal((80, 24)) as again:
        again.run([*COMMAND, "resume"], _settings(tmp_path), tmp_path)
        again.wait_for("Egen reflektion", "steg 4 av 5", "9 av 14 klara")
        wait_for_status(tmp_path / "state", answers=9, step="reflektion", phone_url=phones)
        again.press("z")
        again.wait_for("steg 3 av 5")


def test_the_readme_s_first_command_reaches_the_library(terminal: Terminal, tmp_path: Path) -> None:
    """On a fresh machine, in a fresh clone: one command installs and starts the program."""
    clone = tmp_path / "clone"
    listed = subprocess.check_output(["git", "-C", str(ROOT), "ls-files", "-z"], text=True).split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            (clone / name).write_bytes((ROOT / name).read_bytes())
    first = (clone / "README.md").read_text("utf-8").split("```sh\n")[1].split("\n```")[0]
    terminal.shell(_settings(tmp_path), clone)
    terminal.write(first)
    terminal.press("Enter")

    terminal.wait_for("Min uppgift som", "förbered", patience=INSTALLING)
