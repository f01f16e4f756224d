"""What the laptop can say of the lessons folder before there is anything to save."""

from dataclasses import replace
from pathlib import Path

import pytest

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import host_for
from sessionrunner.cli.hosting import LaptopHost
from sessionrunner.cli.places import Places
from sessionrunner.locale import load
from sessionrunner.storage import settings
from sessionrunner.storage.folder_trouble import FolderMissing, ShareMissing
from sessionrunner.storage.lessons_folder import MARKER


def host(tmp_path: Path, lessons: Path | None) -> LaptopHost:
    """A laptop whose leader asked for this folder."""
    kept = Places(tmp_path / "state", tmp_path / "settings.yaml", tmp_path / "own")
    return host_for(Arguments(lessons=lessons), load("sv"), kept)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A shared folder."""
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


def test_a_folder_that_can_be_used_is_no_trouble(tmp_path: Path, share: Path) -> None:
    """Nothing is left there but the marker."""
    assert host(tmp_path, share).lessons.trouble() is None
    assert [path.name for path in share.iterdir()] == [MARKER]


def test_no_folder_is_a_choice_and_no_trouble(tmp_path: Path) -> None:
    """The leader left it empty."""
    assert host(tmp_path, None).lessons.trouble() is None


def test_a_missing_folder_is_trouble_until_it_is_there(tmp_path: Path) -> None:
    """Asked again, the answer is another."""
    laptop = host(tmp_path, tmp_path / "share")
    assert isinstance(laptop.lessons.trouble(), FolderMissing)
    (tmp_path / "share").mkdir()
    assert laptop.lessons.trouble() is None


def test_a_folder_used_before_without_its_marker_is_a_share_that_is_away(tmp_path: Path, share: Path) -> None:
    """The empty place where the share should be is never taken for the share, not by the next program either."""
    assert host(tmp_path, share).lessons.trouble() is None
    (share / MARKER).unlink()
    assert isinstance(host(tmp_path, share).lessons.trouble(), ShareMissing)


def test_the_colours_are_remembered_beside_what_was_remembered_before(tmp_path: Path, share: Path) -> None:
    """What another window has chosen meanwhile stays chosen."""
    laptop = host(tmp_path, None)
    host(tmp_path, None).lessons.choose(share)
    laptop.remember_theme("ljust")
    kept = settings.read(tmp_path / "settings.yaml")
    assert (kept.theme, kept.lessons_path) == ("ljust", share)


def test_the_leader_says_which_time_it_is_and_the_title_tells(tmp_path: Path) -> None:
    """On the wall, on the phones and in the lessons."""
    one = host(tmp_path, None)
    talk = next(exercise for exercise in one.exercises() if exercise.times)
    try:
        assert one.open(replace(talk, occasion=4), ("1", "2", "3")).session.exercise.title.endswith("gång 4 av 10")
    finally:
        one.shutdown()
