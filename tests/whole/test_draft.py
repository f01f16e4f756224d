"""The line of the summary that is half typed when the laptop dies."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from tests.program import AHEAD, COMMAND, PATIENCE, last_seen, lesson_files
from tests.terminal import Terminal

HALF = "Mallen kortas till två si"
DAY = "om två vec"


def until(true: Callable[[], bool]) -> None:
    """Return when it is."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def written(tmp_path: Path, text: str) -> bool:
    """Whether what is typed has reached the disk."""
    found = [json.loads(one.read_text("utf-8")) for one in (tmp_path / "state").rglob("sketch.json")]
    return any(one["due"] == text for one in found)


def saved(tmp_path: Path) -> list[Path]:
    """What is in the lessons folder."""
    return list(lesson_files(tmp_path / "lessons"))


def test_after_kill_9_a_half_typed_line_stands_in_its_fields_again(tmp_path: Path) -> None:
    """What, by when and half a word; Enter makes a row of it, and the row reaches the lessons folder."""
    (tmp_path / "lessons").mkdir()
    settings = {"SESSIONRUNNER_STATE": str(tmp_path / "state"), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    given = ["--people", "5", "--port", "0", "--lessons", str(tmp_path / "lessons")]
    command = [*COMMAND, "run", "introduktion/min-uppgift", *given]
    with Terminal((80, 24)) as first:
        first.run(command, settings, tmp_path)
        first.wait_for("startar första steget")
        first.press("Enter")
        for number in range(2, 6):
            first.wait_for(f"steg {number - 1} av 5")
            first.press("Space")
        first.wait_for("steg 5 av 5", "Ny rad")
        first.write(HALF)
        first.wait_for(HALF)
        first.press("Tab", "Tab")
        first.write(DAY)
        first.wait_for(DAY)
        until(lambda: written(tmp_path, DAY))
        first.kill()
    last_seen(tmp_path / "state", AHEAD)
    with Terminal((80, 24)) as again:
        again.run([*COMMAND, "resume"], settings, tmp_path)
        again.wait_for("steg 5 av 5", HALF, DAY)
        again.write("kor")
        again.wait_for(f"{DAY}kor")
        again.press("BTab", "BTab")
        again.write("dor")
        again.press("Enter")
        again.wait_for("1 rad")
        until(lambda: any("Mallen kortas till två sidor" in file.read_text("utf-8") for file in saved(tmp_path)))
