"""A program in a terminal of its own, with a stopwatch."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

COLUMNS, LINES = 120, 36
PREPARING = 1000
"""Bytes at most with which a terminal is prepared; a screen takes several times as many."""
LONGEST = 30.0
"""Seconds after which a program that goes on painting counts as painted."""


class Screen:
    """A running program and the bytes it writes; closing ends it by its process id."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._began = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvpe(command[0], list(command), {**environment, **terminal})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))

    def __enter__(self) -> "Screen":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def painted(self, quiet: float) -> float:
        """Seconds from the start to the last byte before the screen was quiet for so long; setting up is no paint."""
        last = time.perf_counter()
        seen = 0
        while time.perf_counter() - self._began < LONGEST:
            written = self._read(quiet)
            if not written and seen > PREPARING:
                break
            seen += len(written)
            last = time.perf_counter() if written else last
        return last - self._began

    def answer(self, key: str, quiet: float) -> float:
        """Seconds from a key to the first byte that follows it; ``quiet`` when none does."""
        self.drain()
        pressed = time.perf_counter()
        os.write(self._terminal, key.encode())
        if not self._read(quiet):
            return quiet
        waited = time.perf_counter() - pressed
        while self._read(0.02):
            pass
        return waited

    def reach(self, word: str, key: str) -> None:
        """Press a key, again and again if need be, until this word has been painted; TimeoutError when it never is."""
        seen = b""
        while word.encode() not in seen:
            if time.perf_counter() - self._began > LONGEST:
                raise TimeoutError(word)
            os.write(self._terminal, key.encode())
            while written := self._read(1.0):
                seen += written
                if word.encode() in seen:
                    return

    def settle(self, seconds: float) -> None:
        """Let the program be for a while, whatever it writes."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._read(0.05)

    def drain(self) -> None:
        """Take whatever has been written."""
        while self._read(0):
            pass

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], patience)
        try:
            return os.read(self._terminal, 1 << 16) if ready else b""
        except OSError:  # the program has ended
            return b""

    def memory(self) -> float:
        """Megabytes that the program and its children have in memory."""
        return sum(_resident(pid) for pid in _family(self._pid)) / 1024

    def processor_seconds(self) -> float:
        """Processor time that the program and its children have used."""
        return sum(_ticks(pid) for pid in _family(self._pid)) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the program."""
        for pid in reversed(_family(self._pid)):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        os.waitpid(self._pid, 0)
        os.close(self._terminal)


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [int(child) for child in children.read_text().split()] if children.exists() else []
    return [pid, *(one for child in found for one in _family(child))]


def _resident(pid: int) -> int:
    """Kilobytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
