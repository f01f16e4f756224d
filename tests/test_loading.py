"""What threads load at the same time, once the first screen has been painted."""

import subprocess
import sys
from pathlib import Path

import pytest

_WATCH = """
import sys
import _frozen_importlib as importing

load, under_way, own, first = importing._find_and_load, [], {}, {}

def watched(name, *how):
    if name in sys.modules:
        return load(name, *how)
    for above in (name[:at] for at, sign in enumerate(name) if sign == "."):
        if above in under_way:
            own.setdefault(above, set()).add(name)
        if above not in sys.modules:
            first.setdefault(above, set()).add(name)
    under_way.append(name)
    try:
        return load(name, *how)
    finally:
        under_way.remove(name)

importing._find_and_load = watched
"""
_TOLD = "print(sorted(part for package in own for part in own[package] & first.get(package, set())))"


def crossing(program: str, *folders: Path) -> list[str]:
    """Parts that their package loads itself, and that somebody else asks for before the package is there.

    A thread that has begun with the package then waits for one that has begun with the part, and that one for the
    first: Python finds out and raises an error, which ends the program.
    """
    command = [sys.executable, "-c", f"{_WATCH}\n{program}\n{_TOLD}"]
    found = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folders[0] if folders else None)
    return [part.strip("' ") for part in found.stdout.strip().strip("[]").split(",") if part]


def test_no_thread_loads_what_another_has_begun_with_from_the_other_end() -> None:
    """The library is on the screen while several threads load the rest; none may stand in another's way."""
    late = (
        "import sessionrunner.tui.views",
        "import sessionrunner.cli.choosing",
        "import sessionrunner.cli.day_hosting",
        "import sessionrunner.cli.unfinished",
        "import sessionrunner.cli.practising",
        "import sessionrunner.storage.outbox",
    )
    begun = "import sessionrunner.cli.opening, sessionrunner.tui.app, sessionrunner.tui.screens.library"
    # Whichever comes first: the others then find its packages loaded.
    assert {part for one in late for part in crossing(f"{begun}\n{one}")} == set()


@pytest.mark.parametrize(("begins_with", "parts"), [("pair", []), ("pair.part", ["pair.part"])])
def test_who_begins_with_a_part_of_a_package_is_found_out(tmp_path: Path, begins_with: str, parts: list[str]) -> None:
    """The control: a package that loads its part itself."""
    (tmp_path / "pair").mkdir()
    (tmp_path / "pair" / "__init__.py").write_text("from pair.part import told\n")
    (tmp_path / "pair" / "part.py").write_text("told = True\n")
    assert crossing(f"import {begins_with}", tmp_path) == parts
