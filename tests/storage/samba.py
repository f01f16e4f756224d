"""A real Samba server on loopback, for as long as a test needs it."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

from tests.ports import free_port

PATIENCE = 120.0
"""Seconds to wait for the server to listen, and for it to be gone."""
_CONFIG = """\
[global]
 server role = standalone server
 smb ports = {port}
 interfaces = 127.0.0.1
 bind interfaces only = yes
 disable netbios = yes
 map to guest = bad user
 guest account = {user}
 lock directory = {state}
 state directory = {state}
 cache directory = {state}
 pid directory = {state}
 private dir = {state}
 ncalrpc dir = {state}/ncalrpc
 log file = {state}/log
 load printers = no
 disable spoolss = yes
[share]
 path = {share}
 guest ok = yes
 guest only = yes
 force user = {user}
 writable = yes
 delete veto files = yes
 force create mode = 0666
 force directory mode = 0777
"""


_MORE = " # until the next restart\n"


@dataclass
class Server:
    """A share and the server in front of it."""

    folder: Path
    """What the share holds, seen from behind."""
    port: int
    _config: Path
    _process: "subprocess.Popen[bytes] | None" = None
    _around: tuple[str, ...] = ()
    """A command that ends by running the server."""

    def start(self) -> None:
        """Listen; returns when it does."""
        command = [*self._around, _smbd(), "--foreground", "--no-process-group", f"--configfile={self._config}"]
        # Samba ends its whole process group with itself: it must not be ours.
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with socket.socket() as trying:
                if trying.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("Samba never listened")

    def stop(self) -> None:
        """The server is gone, as when somebody pulls a plug."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(PATIENCE)
            self.crash()

    def crash(self) -> None:
        """The server and everything that serves a laptop die at once, in the middle of whatever they do.

        Returns when none of them is left: one that was would serve its laptop to the end, by the old options.
        """
        assert self._process is not None
        group, self._process = self._process, None
        with suppress(ProcessLookupError):  # nobody was left
            os.killpg(group.pid, signal.SIGKILL)
        group.wait(PATIENCE)
        end = time.monotonic() + PATIENCE
        while _lives(group.pid):
            assert time.monotonic() < end, "Samba never ended"
            time.sleep(0.05)

    def restart(self, **options: str) -> None:
        """Listen again, with other options for the share."""
        self.stop()
        plain, _, _ = self._config.read_text("utf-8").partition(_MORE)
        lines = (f" {name.replace('_', ' ')} = {value}\n" for name, value in options.items())
        self._config.write_text(f"{plain}{_MORE}{''.join(lines)}", "utf-8")
        self.start()

    def behind(self) -> Path:
        """What the share holds as the server itself sees it: a disk of its own is mounted for it alone."""
        assert self._process is not None
        return Path(f"/proc/{self._process.pid}/root{self.folder}")


@contextmanager
def samba(where: Path, disk: str = "") -> Iterator[Server]:
    """A share under this folder; with a size (``400k``), on a disk of its own that holds no more."""
    share, state = where / "share", where / "state"
    for folder in (share, state):
        folder.mkdir(parents=True)
    port = free_port()
    config = where / "smb.conf"
    config.write_text(
        _CONFIG.format(port=port, user="nobody" if disk else getuser(), state=state, share=share), "utf-8"
    )
    server = Server(share, port, config, _around=_on_a_disk(share, disk) if disk else ())
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _lives(group: int) -> bool:
    """Whether a process of the group is left; one that has ended and waits to be counted is not."""
    for listed in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended since it was listed
            state, _, its_group = listed.read_text("utf-8", "replace").rpartition(")")[2].split()[:3]
            if int(its_group) == group and state not in "ZX":
                return True
    return False


def _on_a_disk(share: Path, size: str) -> tuple[str, ...]:
    """Needs no rights: the disk is mounted in a space of its own, and the server is an ordinary user again there."""
    mount = f'mount -t tmpfs -o size={size},mode=777 none "{share}" && exec unshare --user --map-user=65534 "$@"'
    return ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh")


def _smbd() -> str:
    """Debian keeps it where only administrators look."""
    found = shutil.which("smbd", path="/usr/sbin:/usr/local/sbin:/sbin:/usr/bin")
    assert found, "Samba is not installed: tests/run installs it"
    return found
