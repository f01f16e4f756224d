"""Keywords go from one leader to another as a text file in the shared folder."""

from pathlib import Path

import pytest

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import load
from sessionrunner.storage import keyword_file
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.own_words import OwnWords
from sessionrunner.storage.shared_words import SharedWords

WORDS = load("sv")
EXERCISE, _ = Library([shipped_folder("exercises")]).find("introduktion/min-uppgift")
MINE = {"": "lugnt tempo", "borden": "gå runt = lyssna", "start": "kaffe först"}


def leader(tmp_path: Path, name: str, lessons: Path | None) -> SharedWords:
    """Somebody with a laptop of her own."""
    return SharedWords(lessons, False, OwnWords(tmp_path / f"{name}.json"))


def file_with(tmp_path: Path, content: bytes) -> Path:
    """A file as somebody left it."""
    file = tmp_path / "stödord.txt"
    file.write_bytes(content)
    return file


def test_a_colleague_gets_what_was_given(tmp_path: Path) -> None:
    """The steps', and those for the whole package; the titles are there for whoever reads the file."""
    anna, bo = leader(tmp_path, "anna", tmp_path), leader(tmp_path, "bo", tmp_path)
    file = anna.give(WORDS, EXERCISE, MINE)
    assert bo.newest(WORDS) == file
    assert bo.take(f'"{file}"').new == 3
    assert bo.own.of("introduktion/min-uppgift") == {"start": "kaffe först", "borden": "gå runt = lyssna"}
    assert bo.own.of("package Introduktion") == {"": "lugnt tempo"}
    assert "# Fyra bord, fyra påståenden\r\nborden = " in Path(file).read_bytes().decode()


def test_what_has_been_given_before_stays(tmp_path: Path) -> None:
    """Nothing in the shared folder is written over."""
    anna = leader(tmp_path, "anna", tmp_path)
    first = Path(anna.give(WORDS, EXERCISE, MINE))
    before = first.read_bytes()
    anna.give(WORDS, EXERCISE, {"start": "andas"})
    assert first.read_bytes() == before
    assert len([*first.parent.glob("*.txt")]) == 2


def test_ones_own_are_replaced_only_when_asked_for(tmp_path: Path) -> None:
    """First what is new, then, with a yes, what differs."""
    anna, bo = leader(tmp_path, "anna", tmp_path), leader(tmp_path, "bo", None)
    bo.own.keep(EXERCISE.id, "start", "te")
    file = anna.give(WORDS, EXERCISE, MINE)
    assert (bo.take(file).differing, bo.own.of(EXERCISE.id)["start"]) == (1, "te")
    bo.take(file, replace=True)
    assert bo.own.of(EXERCISE.id)["start"] == "kaffe först"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_from_any_editor_is_read(tmp_path: Path, encoding: str) -> None:
    """Å, ä and ö come through, and nothing that would move the cursor does."""
    file = file_with(tmp_path, "# hej\r\n\r\n[a/ett]\r\n start =  åäö\x1b[2J \r\nslut=\r\n".encode(encoding))
    assert keyword_file.read(file) == {"a/ett": {"start": "åäö [2J"}}


@pytest.mark.parametrize(
    "content", [b"", b"# bara ord\n", b"[a]\nstart =\n", b"start = utan rubrik\n", b"[a]\nbara ord\n"]
)
def test_a_file_without_keywords_is_told(tmp_path: Path, content: bytes) -> None:
    """And nothing of one's own changes."""
    bo = leader(tmp_path, "bo", None)
    with pytest.raises(SessionRunnerError) as told:
        bo.take(str(file_with(tmp_path, content)))
    assert "stödord.txt" in WORDS.explain(told.value)
    assert bo.own.every() == {}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With its name."""
    with pytest.raises(keyword_file.NotThere):
        leader(tmp_path, "bo", None).take("finns-inte.txt")


def test_without_keywords_or_a_folder_nothing_is_given(tmp_path: Path) -> None:
    """What to do instead is said."""
    bo = leader(tmp_path, "bo", None)
    with pytest.raises(SessionRunnerError, match="none-written"):
        bo.give(WORDS, EXERCISE, {})
    with pytest.raises(SessionRunnerError, match="no-folder"):
        bo.give(WORDS, EXERCISE, MINE)
    assert (bo.newest(WORDS), leader(tmp_path, "a", tmp_path).newest(WORDS)) == ("", "")
