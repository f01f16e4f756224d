"""What is installed is what was reviewed: held by hashes, from one place, and nothing with a hole that we know of."""

import re
import tomllib
from pathlib import Path, PureWindowsPath

import pytest
from platformdirs.unix import Unix
from platformdirs.windows import Windows, get_win_folder_from_env_vars

LOCK = Path(__file__).parents[1] / "requirements.lock"
REVIEWED = "2026-11-22"
"""When this list was last gone through, by hand, against the packages' own release notes; it asks no service."""
SAFE_FROM = {
    "aiohttp": (3, 13, 3),  # bodies and cookies that cost more to read than to send
    "cryptography": (46, 0, 5),  # points on the wrong subgroup
    "idna": (3, 7, 0),  # names that take for ever
    "lxml": (4, 9, 1),  # a null pointer
    "pillow": (12, 1, 1),  # writing outside of a buffer
    "pypdf": (6, 4, 0),  # files that never end
    "pyyaml": (5, 4, 0),  # objects made by a full loader
    "reportlab": (3, 6, 13),  # code in a colour
}
"""The first version without the holes that are known, of packages that have had any."""
_PINNED = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==([0-9][^\s;\\]*)")


def packages(lock: str) -> dict[str, str]:
    """Each package with everything that belongs to it: version, condition, hashes."""
    whole = lock.replace("\\\n", " ")
    lines = [line for line in whole.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {line.split("==")[0].split("[")[0].strip(): line for line in lines}


def loose(lock: str) -> list[str]:
    """Lines that would install something else than one known version of one known file."""
    return [line for line in packages(lock).values() if not (_PINNED.match(line) and "--hash=sha256:" in line)]


def holed(lock: str) -> list[str]:
    """Packages of a version with a hole that is known."""
    found = {name.lower(): _PINNED.match(line) for name, line in packages(lock).items()}
    old = [(name, one) for name, safe in SAFE_FROM.items() if (one := found.get(name)) and version(one[2]) < safe]
    return [f"{name} {one[2]}" for name, one in old]


def version(told: str) -> tuple[int, ...]:
    """The numbers of a version."""
    return tuple(map(int, re.findall(r"\d+", told)))[:3]


def test_every_package_is_held_by_its_hashes() -> None:
    """Rule: nothing is installed but the files that were there when the list was made, and from no other place."""
    lock = LOCK.read_text("utf-8")
    assert loose(lock) == []
    assert len(packages(lock)) > 30
    assert not re.search(r"^\s*(-e|-f|--(extra-)?index-url|--find-links|--trusted-host)|@ |://", lock, re.MULTILINE)


def test_nothing_known_to_be_vulnerable_is_in_the_lock() -> None:
    """Rule: a downgrade below what is known to be safe is found out; what nobody knows yet is not."""
    assert holed(LOCK.read_text("utf-8")) == []


def test_a_loose_or_holed_package_would_be_found_out() -> None:
    """The control."""
    assert loose("aiohttp>=3\n") == ["aiohttp>=3"]
    assert loose("aiohttp==3.14.0\n") == ["aiohttp==3.14.0"]
    assert holed("pillow==12.1.0 \\\n    --hash=sha256:00\n") == ["pillow 12.1.0"]


def test_everything_the_program_needs_is_in_the_lock() -> None:
    """Rule: no dependency is installed beside the list."""
    project = tomllib.loads((LOCK.parent / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.split(r"[^A-Za-z0-9_.-]", one)[0].split(">")[0].lower() for one in wanted}
    assert names - {name.lower() for name in packages(LOCK.read_text("utf-8"))} == set()


def test_state_lies_where_nothing_syncs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: not in Documents, not on the desktop, not in a profile that follows its user: those are copied away."""
    monkeypatch.setenv("LOCALAPPDATA", r"C:\Users\ann\AppData\Local")
    monkeypatch.setenv("APPDATA", r"C:\Users\ann\AppData\Roaming")
    monkeypatch.setattr("platformdirs.windows.get_win_folder", get_win_folder_from_env_vars)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    windows = PureWindowsPath(Windows("sessionrunner", appauthor=False).user_state_dir)
    linux = Path(Unix("sessionrunner").user_state_dir)
    assert "Roaming" not in windows.parts and not {"Documents", "OneDrive", "Desktop"} & set(windows.parts)
    assert linux.relative_to(Path.home()).parts[:2] == (".local", "state")
