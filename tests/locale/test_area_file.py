"""Words are kept beside their file, and never believed longer than it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sessionrunner.locale.area_file import read_area


@pytest.fixture(autouse=True)
def _may_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def area(tmp_path: Path) -> Path:
    file = tmp_path / "cli.toml"
    file.write_text('hello = "Hej"\n', "utf-8")
    read_area(file)
    return file


def _kept(area: Path) -> Path:
    return area.parent / "__pycache__" / "cli.words.json"


def test_words_are_read_without_their_parser_the_second_time(area: Path) -> None:
    """A start does not wait for what was understood at the last one."""
    code = "import sys; from pathlib import Path; from sessionrunner.locale.area_file import read_area"
    asked = f"{code}; print(read_area(Path({str(area)!r}))['hello'], 'tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["Hej", "False"]


def test_a_changed_file_is_read_at_once(area: Path) -> None:
    """Whoever corrects a word sees it at the next start."""
    area.write_text('hello = "Hejsan"\n', "utf-8")

    assert read_area(area) == {"hello": "Hejsan"}


def test_a_change_that_keeps_the_length_is_seen_too(area: Path) -> None:
    """The time of a change tells what its size does not."""
    area.write_text('hello = "Hoj"\n', "utf-8")
    os.utime(area, ns=(1, 1))

    assert read_area(area) == {"hello": "Hoj"}


@pytest.mark.parametrize("damage", ["", "{", "[]", "[1, 2]", "null", "[" * 100_000])
def test_a_damaged_copy_is_made_anew(area: Path, damage: str) -> None:
    """A laptop that was switched off in the middle still speaks."""
    whole = _kept(area).read_bytes()
    _kept(area).write_text(damage, "utf-8")

    assert read_area(area) == {"hello": "Hej"}
    assert _kept(area).read_bytes() == whole


def test_words_are_read_where_nothing_may_be_written(area: Path) -> None:
    """An installation that IT has locked works as well."""
    _kept(area).unlink()
    _kept(area).parent.rmdir()
    _kept(area).parent.write_text("in the way", "utf-8")

    assert read_area(area) == {"hello": "Hej"}


def test_nothing_is_kept_where_compiled_code_is_not(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has asked Python to leave no traces gets none."""
    _kept(area).unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    read_area(area)

    assert not _kept(area).exists()
