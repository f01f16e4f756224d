"""A PostgreSQL of our own: Debian's, a throw-away cluster on a free port of loopback, killed when it is wanted."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from tests.ports import free_port

USER = "postgres"
PATIENCE = 60
"""Seconds it may take to be reached."""


class Postgres:
    """One cluster; as safe about commits as it would be in earnest."""

    def __init__(self) -> None:
        self._folder = Path(mkdtemp(prefix="hall-", dir="/tmp"))
        self._folder.chmod(0o700)
        self.port = free_port()
        self._owner = [] if os.getuid() else ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]
        if self._owner:
            shutil.chown(self._folder, USER, USER)
        self._run(
            [_program("initdb"), "-D", str(self._folder / "data"), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"]
        )

    @property
    def url(self) -> str:
        """Where the workers find it; a machine with much to do may take its time."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/postgres?connect_timeout={PATIENCE}"

    @property
    def pid(self) -> int:
        """Its first process."""
        return int((self._folder / "data" / "postmaster.pid").read_text().split()[0])

    @property
    def data(self) -> Path:
        """Everything it keeps."""
        return self._folder / "data"

    def start(self) -> None:
        """Return when it answers."""
        # Nobody tidies up in the tables but the tests.
        options = f"-c port={self.port} -c listen_addresses=127.0.0.1 -c autovacuum=off"
        options += f" -c unix_socket_directories={self._folder}"
        log = str(self._folder / "log")
        # One that starts late must not be started a second time: that would be refused for as long as it runs.
        command = [_program("pg_ctl"), "-D", str(self.data), "-o", options, "-l", log, "-w", "-t", "3600", "start"]
        # After a sudden death it takes the system a moment to let go of what the dead shared.
        while not self._run(command, check=False):
            time.sleep(0.1)

    def kill(self) -> None:
        """As when the machine loses its power, all processes at once."""
        family = (self.pid, *children(self.pid))
        for pid in family:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while not all(dead(pid) for pid in family):
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop it if it runs, and leave nothing behind."""
        self._run([_program("pg_ctl"), "-D", str(self.data), "-m", "immediate", "stop"], check=False)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, command: Sequence[str], check: bool = True) -> bool:
        done = subprocess.run(
            [*self._owner, *command],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=sys.stderr if check else subprocess.DEVNULL,
            cwd="/",
        )
        assert done.returncode == 0 or not check, command
        return done.returncode == 0


def _program(name: str) -> str:
    """Debian keeps the server's programs out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(found[-1]) if found else name


def children(parent: int) -> tuple[int, ...]:
    """The processes a process has begun."""
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return tuple(map(int, found))


def dead(pid: int) -> bool:
    """Whether a process has ended, though nobody has asked how."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True
