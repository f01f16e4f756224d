"""The disk itself: it refuses what Windows refuses, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import PATIENCE
from tests.windows import disk

BEGIN = "import os, sys; os.chdir(sys.argv[1]); open('a', 'w').close(); open('b', 'w').close(); os.mkdir('f');"


def outcome(folder: Path, script: str, refusals: int = 0) -> str:
    """The error that the script ends with on such a disk; empty when it ends well."""
    wrapper = disk.wrapper(folder / "disk", folder / "recorder", refusals)
    command = [*wrapper, sys.executable, "-c", f"{BEGIN} {script}", str(folder / "disk")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    return done.stderr.strip().rpartition("\n")[2].partition(":")[0]


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("kept = open('a'); os.remove('a')", "PermissionError"),
        ("kept = open('a'); os.replace('b', 'a')", "PermissionError"),
        ("kept = open('f/c', 'w'); os.rename('f', 'g')", "PermissionError"),
        ("os.open('f', os.O_RDONLY); os.fsync(os.open('f', os.O_RDONLY))", "PermissionError"),
        ("open('fråga?', 'w')", "OSError"),
        ("open('con.txt', 'w')", "OSError"),
        ("os.mkdir('slut ')", "OSError"),
        ("os.mkdir('x' * 240)", "FileNotFoundError"),
        ("os.mkdir('F')", "FileExistsError"),
        ("os.replace('b', 'a'); os.rename('f', 'g'); os.remove('A'); os.rmdir('g')", ""),
    ],
)
def test_it_refuses_what_windows_refuses(tmp_path: Path, script: str, told: str) -> None:
    """What is open stays, names that Windows does not take are refused, and everything else is done."""
    assert outcome(tmp_path, script) == told


def test_a_scanner_lets_go_when_it_has_been_asked_often_enough(tmp_path: Path) -> None:
    """Once refused, then done."""
    assert outcome(tmp_path, "os.remove('a')", refusals=1) == "PermissionError"
    again = "import contextlib\nwith contextlib.suppress(PermissionError): os.remove('a')\nos.remove('a')"
    (tmp_path / "second").mkdir()
    assert outcome(tmp_path / "second", again, refusals=1) == ""


def test_a_lessons_folder_that_lies_too_deep_is_called_so(tmp_path: Path) -> None:
    """Windows says of a path that is too long that it is not there; the leader would look for a folder that is."""
    deep = f"place = Path('{'f' * 140}'); place.mkdir(); LessonsFolder(place).prepare(False);"
    script = (
        f"from pathlib import Path; from sessionrunner.storage.lessons_folder import LessonsFolder; {deep}"
        "LessonsFolder(place).deliver('2026-11-22 ' + 'x' * 80, {'a.md': b''}, {})"
    )
    assert outcome(tmp_path, script).endswith("FolderTooDeep")
