"""What is loaded when, and what a command line answers that nobody can use."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import environment, sessionrunner

HEAVY = {"textual", "aiohttp", "PIL", "cryptography", "qrcode", "sqlite3", "yaml"}


def _loaded(code: str, tmp_path: Path) -> set[str]:
    script = f"import sys\nsys.argv = ['sessionrunner', '--help']\n{code}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stdout.split()} & HEAVY


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    """--help answers at once, on a slow laptop too."""
    code = "from sessionrunner.cli import run\ntry:\n    run(['--help'])\nexcept SystemExit:\n    pass"

    assert _loaded(code, tmp_path) == set()


def test_the_first_screen_waits_for_nothing_but_itself(tmp_path: Path) -> None:
    """The library is painted before box, network, pictures or even a parser are loaded."""
    code = "import sessionrunner.cli.opening, sessionrunner.tui.app"

    assert _loaded(code, tmp_path) == {"textual"}


def test_the_measure_of_what_is_loaded_can_see_something(tmp_path: Path) -> None:
    """Control: a module that is loaded is seen."""
    assert _loaded("import sqlite3", tmp_path) == {"sqlite3"}


@pytest.mark.parametrize(
    "wrong", [["dansa"], ["run"], ["run", "x", "--port", "70000"], ["rehearse", "x", "--speed", "0"]]
)
def test_a_command_nobody_understands_ends_with_2(wrong: list[str], tmp_path: Path) -> None:
    """Usage errors say how it is used."""
    done = sessionrunner(*wrong, state=tmp_path)

    assert done.returncode == 2
    assert "Mer hjälp: sessionrunner" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_exercise_suggests_the_nearest(tmp_path: Path) -> None:
    """A slip of the finger is met with what was probably meant."""
    done = sessionrunner("show", "introduktion/min-upgift", state=tmp_path)

    assert done.returncode == 1
    assert "introduktion/min-uppgift" in done.stderr


def test_screens_without_a_terminal_say_so(tmp_path: Path) -> None:
    """A pipe is no place for screens; --plain is the way."""
    done = sessionrunner("run", "introduktion/min-uppgift", state=tmp_path)

    assert done.returncode == 1
    assert "--plain" in done.stderr


def test_version_is_the_package_s(tmp_path: Path) -> None:
    """One place says which version this is."""
    from sessionrunner import __version__

    assert sessionrunner("--version", state=tmp_path).stdout.strip() == f"sessionrunner {__version__}"


def test_the_themes_are_listed_with_the_one_in_force(tmp_path: Path) -> None:
    """Two dark, two light, and which of them is used."""
    told = sessionrunner("themes", state=tmp_path).stdout.splitlines()

    assert len(told) >= 4
    assert [line.split()[1] for line in told if line.startswith("*")] == ["morkt"]


def test_a_hand_over_without_a_session_says_so(tmp_path: Path) -> None:
    """There is nothing to take over, and the command says it in words."""
    done = sessionrunner("handover", state=tmp_path)

    assert done.returncode == 1
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_the_first_paint_waits_for_no_session(tmp_path: Path) -> None:
    """The library is on the screen before anything that only an hour under way needs has been loaded."""
    script = "import sys\nimport sessionrunner.tui.app\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    assert "sessionrunner.tui.app" in done.stdout.split()
    assert not {"sessionrunner.desk", "sessionrunner.host", "sessionrunner.runner"} & set(done.stdout.split())


@pytest.mark.parametrize(
    "part", ["core.exercise", "core.session", "core.groups", "core.followup", "cli.arguments", "storage.problem"]
)
def test_a_list_of_exercises_is_read_without_the_rest_of_the_house(part: str, tmp_path: Path) -> None:
    """Whatever is loaded before the first paint is waited for by everybody, every time."""
    script = "import sys\nimport sessionrunner.cli.opening, sessionrunner.tui.app\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    loaded = {name.removeprefix("sessionrunner.") for name in done.stdout.split() if name.startswith("sessionrunner.")}
    assert "storage.library" in loaded
    assert part not in loaded


def test_the_words_of_a_second_start_need_no_parser(tmp_path: Path) -> None:
    """What was understood at the last start is not worked out again before the first paint."""
    script = "import sys\nimport sessionrunner.cli.opening, sessionrunner.tui.app\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    assert "tomllib" not in done.stdout.split()


def test_a_library_encrypts_nothing(tmp_path: Path) -> None:
    """What seals answers is seven megabytes, and nobody answers before a session has been opened."""
    script = "import sessionrunner.cli.choosing, sessionrunner.cli.unfinished, sessionrunner.tui.views"

    assert "cryptography" not in _loaded(script, tmp_path)
