"""A saved session is found by what the leader knows of it, and nothing beside it is ever written over."""

from pathlib import Path

import pytest

from sessionrunner.storage.saved_places import CopyNotWritten, NoSavedSession, find, put_beside


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """Two saved sessions."""
    for name in ("2026-11-21 Min uppgift 3f9a1c2b", "2026-12-01 Journal 00ff00ff", "Annat"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "lärdomar.md").write_text("x", "utf-8")
    return tmp_path


def test_a_session_is_found_by_id_folder_and_file(lessons: Path) -> None:
    """Whatever was pasted."""
    wanted = lessons / "2026-11-21 Min uppgift 3f9a1c2b" / "lärdomar.md"
    assert find("3f9a1c2b", [lessons]) == find(str(wanted), []) == find(str(wanted.parent), []) == wanted


def test_without_a_name_the_latest_is_meant(lessons: Path) -> None:
    """The one that has just ended; folders that are no session's do not count."""
    assert find("", [lessons, lessons / "borta"]).parent.name == "2026-12-01 Journal 00ff00ff"


def test_a_session_that_is_not_there_is_said_not_to_be(lessons: Path) -> None:
    """In words."""
    for wanted, folders in (("ffffffff", [lessons]), ("", []), ("/finns/inte", [lessons])):
        with pytest.raises(NoSavedSession):
            find(wanted, folders)


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """Another content gets another name, the same content none."""
    (tmp_path / "lärdomar.docx").write_bytes(b"Bos")
    second = put_beside(tmp_path, "lärdomar.docx", b"ny")
    assert (second.name, (tmp_path / "lärdomar.docx").read_bytes()) == ("lärdomar (2).docx", b"Bos")
    assert put_beside(tmp_path, "lärdomar.docx", b"ny") == second


def test_a_place_that_cannot_be_written_to_is_said_to_be_so(tmp_path: Path) -> None:
    """Not a traceback."""
    with pytest.raises(CopyNotWritten):
        put_beside(tmp_path / "borta", "lärdomar.docx", b"")
