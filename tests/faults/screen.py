"""The same hour before a real terminal, with keys instead of lines."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from sessionrunner.storage import journal
from tests.faults.hour import Hour
from tests.faults.oracle import line, numbers
from tests.faults.twins import twin
from tests.program import COMMAND, PATIENCE, environment, wait_for_status
from tests.terminal import Terminal

HELP = "Vad gör jag nu?"
ASKED = "Vad gjorde ni under tiden?"


class ScreenHour(Hour):
    """An hour whose leader sees the screens."""

    def __init__(self, folder: Path, mistake: str = "") -> None:
        super().__init__(folder, mistake=mistake)
        self._command = [*twin(mistake), *COMMAND]

    def run(self, *more: str) -> Terminal:  # type: ignore[override]
        """From the lobby to the step that collects."""
        self.make_lessons_folder()
        return self._open("run", str(self.exercise), "--people", str(self.folder / "names.txt"), "--port", "0", *more)

    def resume(self, *more: str) -> Terminal:  # type: ignore[override]
        """The same session taken up again."""
        return self._open("resume", *more)

    def _open(self, *arguments: str) -> Terminal:
        terminal = Terminal((120, 36))
        given = (*arguments, "--lessons", str(self.lessons), "--address", "127.0.0.1")
        wanted = {name: environment(self.state)[name] for name in ("SESSIONRUNNER_STATE", "TERM", "LC_ALL")}
        terminal.run([*self._command, *given], wanted, Path.cwd())
        if arguments[0] == "run":
            terminal.wait_for("Rikta kameran")
            terminal.press("Enter")
        terminal.wait_for("Egen reflektion", "SÄG")
        self.url = str(wait_for_status(self.state, step="reflektion")["phone_url"])
        return terminal

    def obeys(self, terminal: Terminal) -> bool:
        """Whether a key does what it says: help comes up and goes away."""
        terminal.press("h")
        if ASKED in self._once(terminal, lambda seen: HELP in seen or ASKED in seen):
            # On a slow machine it took so long to come back that the leader is asked about the time first.
            terminal.press("1")
            self._once(terminal, lambda seen: ASKED not in seen)
            terminal.press("h")
        seen = HELP in terminal.wait_for(HELP)
        terminal.press("Escape")
        return seen

    @staticmethod
    def _once(terminal: Terminal, true: Callable[[str], bool]) -> str:
        """The screen once that is true of it."""
        end = time.monotonic() + PATIENCE
        while not true(seen := terminal.screen()):
            assert time.monotonic() < end, seen
            time.sleep(0.1)
        return seen

    def write_down(self, terminal: Terminal, number: int) -> None:  # type: ignore[override]
        """A line of the summary, entered."""
        terminal.press("l")
        terminal.wait_for("Ny rad")
        terminal.write(line(number))
        terminal.press("Enter")
        terminal.wait_for("Sammanfattning, 1 rad")
        terminal.press("Escape")
        terminal.wait_for("Mellanslag")
        self.acknowledged.append(number)

    def box(self) -> Path:
        """The folder of the one session's box."""
        (folder,) = (self.state / "sessions").glob("*/box")
        return folder

    def lines(self) -> list[int]:
        """The leader's lines in the journal."""
        (file,) = (self.state / "sessions").glob("*/journal.jsonl")
        return numbers(repr(journal.read(file).events))

    @staticmethod
    def gone(process: int) -> None:
        """Return when the process has ended; AssertionError when it goes on and on."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                os.kill(process, 0)
                state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
            except OSError:
                return
            if state == "Z":
                return
            time.sleep(0.1)
        raise AssertionError(f"process {process} goes on")
