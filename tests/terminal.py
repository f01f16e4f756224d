"""A real terminal for tests: tmux on a socket of its own, keys in, screen out."""

import os
import signal
import subprocess
import time
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import join
from types import TracebackType

PATIENCE = 120.0
"""Seconds to wait for something to appear; generous, since what is tested is that it comes, not when."""


class Terminal:
    """One program in one tmux window; killed with its socket when the test is over."""

    def __init__(self, size: tuple[int, int] = (80, 24)) -> None:
        self._socket = f"sessionrunner-{uuid.uuid4().hex[:8]}"
        self._size = size
        self._state = ""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tmux("kill-server", check=False)

    def run(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        """Start the program; its environment is the test's plus these."""
        self._state = environment.get("SESSIONRUNNER_STATE", "")
        width, height = (str(one) for one in self._size)
        given = [f"-e{name}={value}" for name, value in environment.items()]
        # Said before the program starts: one that ends at once would take the window and its server with it.
        stay = ("start-server", ";", "set-option", "-g", "remain-on-exit", "on", ";")
        begin = ("new-session", "-d", "-x", width, "-y", height, *given, f"-c{folder}", join(command))
        self._tmux("-f", "/dev/null", *stay, *begin)

    def shell(self, environment: Mapping[str, str], folder: Path) -> None:
        """Start a plain shell, to type commands in."""
        self.run(["bash", "--norc", "--noprofile"], environment, folder)

    def press(self, *keys: str) -> None:
        """Press keys by their tmux names: Enter, Space, Escape, C-q, or a character."""
        for key in keys:
            self._tmux("send-keys", key)

    def write(self, text: str) -> None:
        """Type this text."""
        self._tmux("send-keys", "-l", text)

    def send(self, data: bytes) -> None:
        """Hand over these bytes as they are."""
        self._tmux("send-keys", "-H", *(f"{one:02x}" for one in data))

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def is_over(self) -> bool:
        """Whether the program has ended."""
        return self._tmux("display-message", "-p", "#{pane_dead}") == "1"

    def screen(self) -> str:
        """What the terminal shows now."""
        return self._tmux("capture-pane", "-p")

    def process(self) -> int:
        """The number of the process that runs in the window."""
        return int(self._tmux("display-message", "-p", "#{pane_pid}"))

    def kill(self) -> None:
        """End the program as a power switch does; returns when nothing of it is left to hold on to its files."""
        os.kill(self.process(), signal.SIGKILL)
        end = time.monotonic() + PATIENCE
        while not self.is_over():
            assert time.monotonic() < end, "the program outlived a power switch"
            time.sleep(0.05)

    def wait_for(self, *texts: str, without: str | None = None, patience: float = PATIENCE) -> str:
        """The screen once it shows all these texts, and not another; AssertionError with it when it never does."""
        end = time.monotonic() + patience
        while True:
            seen = self.screen()
            if all(text in seen for text in texts) and (without is None or without not in seen):
                return seen
            if time.monotonic() > end:
                raise AssertionError(f"never saw {texts} without {without} on:\n{seen}\n{self._fault()}")
            time.sleep(0.1)

    def _fault(self) -> str:
        """What the program noted of a fault of its own; empty when it noted none."""
        noted = Path(self._state, "crash.log")
        return noted.read_text("utf-8") if self._state and noted.is_file() else ""

    def _tmux(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["tmux", "-L", self._socket, *arguments], capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        if check and done.returncode:
            raise AssertionError(f"tmux {arguments}: {done.stderr}")
        return done.stdout.rstrip("\n")
