"""A kept page of the library is believed only while nothing it was made of has changed."""

import os
from pathlib import Path

import pytest

from sessionrunner.storage.front_page import KeptPage

PAGE = [["Alla"], ["lista"]]


@pytest.fixture
def exercise(tmp_path: Path) -> Path:
    """A file that the page is made of, and the page kept."""
    file = tmp_path / "exercises" / "en.yaml"
    file.parent.mkdir()
    file.write_text("title: En\n", "utf-8")
    _page(file).keep(PAGE)
    return file


def _page(exercise: Path) -> KeptPage:
    folder = exercise.parent
    kept = KeptPage(folder.parent / "remembered" / "front.json", lambda: sorted(folder.glob("*.yaml")))
    kept.page()
    return kept


def test_a_page_is_kept_until_the_next_start(exercise: Path) -> None:
    """What has not changed looks as it did."""
    assert _page(exercise).page() == PAGE


def test_a_changed_exercise_is_seen_at_the_next_start(exercise: Path) -> None:
    """The files are right, never what is remembered of them."""
    exercise.write_text("title: Två\n", "utf-8")
    os.utime(exercise, ns=(1, 1))

    assert _page(exercise).page() is None


def test_a_new_exercise_is_seen_at_the_next_start(exercise: Path) -> None:
    """A file that the page knows nothing of makes it old."""
    (exercise.parent / "ny.yaml").write_text("title: Ny\n", "utf-8")

    assert _page(exercise).page() is None


def test_an_exercise_that_is_gone_is_missed_at_the_next_start(exercise: Path) -> None:
    """So does a file that is no longer there."""
    exercise.unlink()

    assert _page(exercise).page() is None


def test_a_page_made_while_a_file_changed_is_not_believed(exercise: Path) -> None:
    """Files are marked before they are read: what changes in between is read anew."""
    kept = _page(exercise)
    exercise.write_text("title: Under tiden\n", "utf-8")
    kept.keep(PAGE)

    assert _page(exercise).page() is None


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", "3", "[" * 100_000])
def test_a_damaged_page_is_made_anew(exercise: Path, damage: str) -> None:
    """Nothing that lies there can keep the library from opening."""
    kept = _page(exercise)
    file = exercise.parent.parent / "remembered" / "front.json"
    file.write_text(damage, "utf-8")
    assert kept.page() is None
    kept.keep(PAGE)

    assert kept.page() == PAGE


def test_a_disk_that_refuses_costs_only_the_memory(exercise: Path) -> None:
    """A page that cannot be kept is made at the next start."""
    kept = KeptPage(exercise / "front.json", lambda: [exercise])
    kept.page()
    kept.keep(PAGE)

    assert kept.page() is None


def test_a_file_whose_name_is_no_text_costs_only_the_memory(exercise: Path) -> None:
    """A stray file from another system keeps nobody out of the library."""
    (exercise.parent / "\udcff.yaml").write_text("title: Ny\n", "utf-8")
    kept = _page(exercise)
    kept.keep(PAGE)

    assert kept.page() is None
