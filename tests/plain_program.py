"""``run --plain`` under way: lines in, lines out, until it is left or killed."""

import queue
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from tests.program import COMMAND, PATIENCE, environment


class PlainProgram:
    """The real program with its lines; killed when the test is over."""

    def __init__(self, *arguments: str, state: Path, wrapper: Sequence[str] = ()) -> None:
        """``wrapper`` is a command that ends by running the program."""
        self._process = subprocess.Popen(
            [*wrapper, *COMMAND, *arguments], env=environment(state), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, bufsize=1,
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "PlainProgram":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self.wait()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line.rstrip("\n"))

    @property
    def process(self) -> int:
        """Its process number."""
        return self._process.pid

    def say(self, command: str) -> None:
        """Give one command."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n")
        self._process.stdin.flush()

    def hear(self, text: str) -> str:
        """The next line that holds this text; AssertionError with everything said when it never comes."""
        line = self._heard(text, PATIENCE)
        if line is None:
            raise AssertionError(f"never heard {text!r} in:\n" + "\n".join(self.said))
        return line

    def insist(self, command: str, text: str) -> str:
        """The line with this text, the command given again until it comes: what it asks about goes on by itself.

        Again once it has been answered: a slow program would still be doing what it was told long after.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.say(command)
            line = self._heard("", PATIENCE)
            if line is not None and text not in line:
                line = self._heard(text, 1.0)
            if line is not None:
                return line
        raise AssertionError(f"{command} never brought {text!r} in:\n" + "\n".join(self.said))

    def save(self) -> str:
        """Save until it has arrived: on a slow machine the program's own patience is over sooner."""
        return self.insist("save", "Sparat i den gemensamma mappen")

    def _heard(self, text: str, patience: float) -> str | None:
        end = time.monotonic() + patience
        while (left := end - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=left)
            except queue.Empty:
                return None
            self.said.append(line)
            if text in line:
                return line
        return None

    def kill(self) -> None:
        """End it as a power switch does."""
        self._process.send_signal(signal.SIGKILL)
        self.wait()

    def end(self) -> int:
        """Close its input and give its exit code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self.wait()

    def wait(self) -> int:
        """Its exit code, once it has ended and everything it said has been read."""
        code = self._process.wait(timeout=PATIENCE)
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None and not stream.closed:
                stream.close()
        return code
