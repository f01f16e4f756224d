"""A fault of our own tells where it happened, and nothing of what people wrote."""

import subprocess
import sys
from pathlib import Path

from sessionrunner.cli import crash

SECRET = "kanariefågeln sjunger"


def _fail(answer: str) -> None:
    raise ValueError(answer)


def test_a_note_of_a_crash_has_the_place_and_no_words(tmp_path: Path) -> None:
    """The stack is enough to mend it."""
    try:
        _fail(SECRET)
    except ValueError as error:
        crash.note(tmp_path, error)

    noted = (tmp_path / "crash.log").read_text("utf-8")
    assert "_fail" in noted
    assert noted.endswith("ValueError\n")
    assert SECRET not in noted


class Carried(Exception):
    """A fault of another thread, as screens are told of it: its own words and stack are in ``error``."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


def test_a_fault_in_another_thread_is_noted_where_it_happened(tmp_path: Path) -> None:
    """That something failed somewhere mends nothing."""
    try:
        _fail(SECRET)
    except ValueError as error:
        crash.note(tmp_path, Carried(error))

    noted = (tmp_path / "crash.log").read_text("utf-8")
    assert "_fail" in noted
    assert noted.endswith("ValueError\nCarried\n")
    assert SECRET not in noted


def test_a_disk_that_refuses_the_note_is_no_second_crash(tmp_path: Path) -> None:
    """The first fault is trouble enough."""
    crash.note(tmp_path / "missing", ValueError(SECRET))


def test_no_core_is_dumped(tmp_path: Path) -> None:
    """A core dump would hold keys and answers."""
    script = (
        "from sessionrunner.cli import crash; crash.keep_no_cores(); "
        "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(0, 0)"


def test_no_collector_gets_the_memory() -> None:
    """A system that collects dumps does not ask for the limit; it asks whether the program may be looked into."""
    script = (
        "import ctypes; from sessionrunner.cli import crash; ask = ctypes.CDLL(None).prctl; "
        "before = ask(3, 0, 0, 0, 0); crash.keep_memory_private(); print(before, ask(3, 0, 0, 0, 0))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1 0"
