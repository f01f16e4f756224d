"""Asking a program of the system, where there is one: no answer is an answer too."""

import shutil
import subprocess
import sys

_PATIENCE = 3.0
"""Seconds a program may take."""


def ask(*command: str) -> str:
    """What the command says; empty when it is not there, fails or takes too long."""
    found = shutil.which(command[0])
    if found is None:
        return ""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows: no black window flashing over the slides
    try:
        done = subprocess.run(
            [found, *command[1:]], capture_output=True, timeout=_PATIENCE, check=False, creationflags=flags
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return text(done.stdout, _LETTERS) if done.returncode == 0 else ""


_LETTERS = "oem" if sys.platform == "win32" else "utf-8"
"""Programs in a Windows console still speak with the letters of DOS, whichever those are in the country."""


def text(said: bytes, letters: str) -> str:
    """What was said in UTF-8, or else in these letters."""
    try:
        return said.decode("utf-8")
    except UnicodeDecodeError:
        return said.decode(letters, "replace")
