"""What files held is remembered from one start to the next, and never believed over the files."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sessionrunner.core.exercise import Exercise
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.plain_values import plain, shape, sparse, typed
from sessionrunner.storage.remembered import Remembered, remembered_all


class Reader:
    """Reads the files' text and counts how often."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, file: Path) -> str:
        """The text of the file."""
        self.read.append(file.name)
        return file.read_text("utf-8")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two files."""
    named = [tmp_path / "en.txt", tmp_path / "två.txt"]
    for file in named:
        file.write_text(f"i {file.stem}", "utf-8")
    return named


def _again(files: list[Path]) -> tuple[list[str], list[str]]:
    """What the files hold and which of them were read to know it."""
    reader = Reader()
    known = Remembered(files[0].parent / "kept.json", str, reader)
    return remembered_all(known, files), reader.read


def test_a_file_that_has_not_changed_is_not_read_again(files: list[Path]) -> None:
    """The second start reads nothing anew."""
    first, again = _again(files), _again(files)

    assert first == (["i en", "i två"], ["en.txt", "två.txt"])
    assert again == (["i en", "i två"], [])


def test_a_changed_file_is_read_anew_and_the_other_is_not(files: list[Path]) -> None:
    """The file is always right."""
    _again(files)
    files[1].write_text("något annat", "utf-8")

    assert _again(files) == (["i en", "något annat"], ["två.txt"])
    assert _again(files) == (["i en", "något annat"], [])


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"stamp": 3}', "null", '{"stamp": "x", "files": {"a": 1}}'])
def test_a_damaged_memory_costs_only_time(files: list[Path], damage: str) -> None:
    """Whatever lies in the file, the library is there."""
    _again(files)
    (files[0].parent / "kept.json").write_text(damage, "utf-8")

    assert _again(files) == (["i en", "i två"], ["en.txt", "två.txt"])


def test_a_place_that_cannot_be_written_costs_only_time(files: list[Path]) -> None:
    """A full or forbidden disk is no reason to stop."""
    reader = Reader()

    assert remembered_all(Remembered(files[0] / "kept.json", str, reader), files) == ["i en", "i två"]


def test_every_shipped_exercise_is_remembered_exactly(tmp_path: Path) -> None:
    """The remembered library is the library."""
    folders = [shipped_folder("exercises")]
    read = Library(folders, tmp_path / "kept.json").exercises()

    assert Library(folders, tmp_path / "kept.json").exercises() == read
    assert read


def test_an_exercise_that_no_longer_fits_is_read_anew(tmp_path: Path) -> None:
    """A memory with a field nobody knows is a memory of another program."""
    exercise = Library([shipped_folder("exercises")]).exercises()[0]
    told = plain(replace(exercise, minutes=timedelta(minutes=35)))

    assert typed(Exercise, told) == replace(exercise, minutes=timedelta(minutes=35))
    with pytest.raises(KeyError):
        typed(Exercise, {**told, "unheard-of": 1})
    assert "title:str" in shape(Exercise)


def test_what_nobody_has_set_is_not_kept(tmp_path: Path) -> None:
    """A memory is read before the first screen is painted, so it holds no more than it must."""
    exercise = Library([shipped_folder("exercises")]).exercises()[0]

    assert typed(Exercise, sparse(exercise)) == exercise
    assert len(str(sparse(exercise))) < len(str(plain(exercise)))
