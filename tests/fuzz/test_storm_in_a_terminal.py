"""The real program in a real terminal, where keys are bytes that may be cut in half."""

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.program import COMMAND
from tests.terminal import PATIENCE, Terminal

PIECES = (
    b"a", b" ", b"\r", b"\r", b"\r", b"\t", b"g", b"v", b"k", b"+", b"z", b"?", b"1", b"\x10", b"\x12", b"\x7f",
    b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[5~", b"\x1b[6~", b"\x1bOP", b"\x1b[20~", b"\x1b[1;5", b"\x1b[",
    b"\x1b", b"\x1b\x1b", b"\x1b[<0;20;10M\x1b[<0;20;10m", b"\x1b[<0;200;90M", b"\x1b[<64;3", b"\x1b[I", b"\x1b[O",
    b"\x1b[200~tv\xc3\xa5\nrader\x1b[201~", b"\x1b[200~\x1b[2J\x07\x00\x9b31m\x1b[201~", b"\x1b[201~", b"\xc3", b"\xa5",
    b"\xff\xfe", b"\x00", b"\x1b]52;c;aGVq\x07", b"\x1b[?2026;2$y", b"\x1b[48;24;80;480;800t", b"\xf0\x9f\xa6\x8a",
)  # fmt: skip
"""Keys, mouse, pastes and answers of a terminal, some of them only begun."""
SIZES = ((80, 24), (160, 45), (40, 12), (120, 36))


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A window of the smallest size the program promises to work in."""
    with Terminal((80, 24)) as window:
        yield window


def storm(terminal: Terminal, dice: Random, heaps: int) -> None:
    """Heap after heap of bytes, and now and then another size."""
    for _ in range(heaps):
        terminal.send(b"".join(dice.choices(PIECES, k=dice.randint(1, 12))))
        if dice.random() < 0.2:
            terminal.resize(*dice.choice(SIZES))


def come_to_rest(terminal: Terminal) -> str:
    """The screen once the program has swallowed everything and Esc has led to a screen that offers help."""
    terminal.resize(80, 24)
    terminal.send(b"\x1b[201~")  # the end of a paste that was only begun
    end = time.monotonic() + PATIENCE
    while " fler" not in terminal.screen():
        assert time.monotonic() < end, terminal.screen()
        terminal.press("1", "Escape")
        time.sleep(0.2)
    return terminal.screen()


def test_bytes_cut_in_half_end_nothing(terminal: Terminal, tmp_path: Path) -> None:
    """Rule: whatever the terminal sends, the same program is there to go on with, and no fault is noted."""
    state, lessons = tmp_path / "state", tmp_path / "lessons"
    lessons.mkdir()
    hour = [*COMMAND, "run", "introduktion/min-uppgift", "--people", "13", "--lessons", str(lessons), "--port", "0"]
    terminal.run(hour, {"SESSIONRUNNER_STATE": str(state), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}, tmp_path)
    terminal.wait_for("startar första steget")
    process = terminal.process()
    storm(terminal, Random(1), 30)
    seen = come_to_rest(terminal)
    assert terminal.process() == process and not terminal.is_over()
    assert "Traceback" not in seen and "stannade" not in seen
    assert not (state / "crash.log").exists()
