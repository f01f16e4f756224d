"""A saved session is found by what the leader knows of it, and nothing beside it is ever written over."""

import errno
import os
from pathlib import Path

import pytest

from sessionrunner.core.recall import NoSuchSession, NothingSaved
from sessionrunner.locale import load
from sessionrunner.storage.durable import NO_ROOM
from sessionrunner.storage.lesson_file import LessonFileMissing
from sessionrunner.storage.lesson_scan import scan
from sessionrunner.storage.saved_places import (
    CopyDiskFull,
    CopyNotWritten,
    CopyRefused,
    Known,
    NoPlaceForCopy,
    find,
    put_beside,
)
from tests.storage.records import lesson_file

FIRST, SECOND = "2026-11-21 Min uppgift 3f9a1c2b", "2026-12-01 Journal 00ff00ff"


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """Two saved sessions, and a folder that is none."""
    for name in (FIRST, SECOND):
        (tmp_path / name).mkdir()
        told = lesson_file(session=name[-8:], date=name[:10], title=name[11:-9])
        (tmp_path / name / "lärdomar.md").write_text(told, "utf-8")
    (tmp_path / "Annat").mkdir()
    return tmp_path


def known(*folders: Path) -> Known:
    return [(folder, scan(folder)) for folder in folders]


def found(wanted: str, *folders: Path) -> Path:
    return find(wanted, lambda: known(*folders))


def test_a_session_is_found_by_id_folder_and_file(lessons: Path) -> None:
    """Whatever was pasted; a path needs no lessons folder to be chosen."""
    wanted = lessons / FIRST / "lärdomar.md"
    assert found("3f9a1c2b", lessons) == found("3f9a", lessons) == wanted
    assert found(str(wanted)) == found(str(wanted.parent)) == wanted


def test_without_a_name_the_latest_is_meant(lessons: Path, tmp_path: Path) -> None:
    """The one that has just ended, here or in the shared folder; a whole lessons folder may be named too."""
    other = tmp_path / "utkorg"
    (other / SECOND).mkdir(parents=True)
    (other / SECOND / "lärdomar.md").write_bytes((lessons / SECOND / "lärdomar.md").read_bytes())
    assert found("", lessons, other) == lessons / SECOND / "lärdomar.md"
    assert found("", other, lessons) == other / SECOND / "lärdomar.md"
    assert found(str(lessons)) == lessons / SECOND / "lärdomar.md"


@pytest.mark.parametrize("last", ["00000000", "ffffffff"])
def test_of_two_sessions_of_a_day_the_one_written_last_is_the_latest(lessons: Path, last: str) -> None:
    """The same exercise with two groups: it is not their numbers, drawn by lot, that decide."""
    for session in ("00000000", "ffffffff"):
        file = lessons / f"2026-12-02 Journal {session}" / "lärdomar.md"
        file.parent.mkdir()
        file.write_text(lesson_file(session=session, date="2026-12-02", title="Journal"), "utf-8")
        os.utime(file, (2, 2) if session == last else (1, 1))
    assert found("", lessons).parent.name[-8:] == last


def test_the_programs_latest_version_is_the_one_that_is_copied(lessons: Path) -> None:
    """The same file that the lists tell of, when somebody has edited the first."""
    later = lessons / FIRST / "lärdomar (2).md"
    later.write_bytes((lessons / FIRST / "lärdomar.md").read_bytes())
    assert found("3f9a1c2b", lessons) == found(str(lessons / FIRST)) == later


def test_a_session_that_is_not_there_is_said_not_to_be(lessons: Path) -> None:
    """In words, each for its own reason."""
    for wanted, folder, cause in (
        ("ffffffff", lessons, NoSuchSession),
        ("/finns/inte", lessons, NoSuchSession),
        ("", lessons / "Annat", NothingSaved),
        (str(lessons / "Annat"), lessons, NothingSaved),
    ):
        with pytest.raises(cause):
            found(wanted, folder)
    (lessons / FIRST / "lärdomar.md").unlink()
    with pytest.raises(LessonFileMissing):
        found(str(lessons / FIRST))


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """Another content gets another name, the same content none."""
    (tmp_path / "lärdomar.docx").write_bytes(b"Bos")
    second = put_beside(tmp_path, "lärdomar.docx", b"ny")
    assert (second.name, (tmp_path / "lärdomar.docx").read_bytes()) == ("lärdomar (2).docx", b"Bos")
    assert put_beside(tmp_path, "lärdomar.docx", b"ny") == second


def test_a_file_another_program_holds_is_left_alone(tmp_path: Path) -> None:
    """What cannot be looked into is another file, and a folder of that name too."""
    (tmp_path / "lärdomar.docx").mkdir()
    assert put_beside(tmp_path, "lärdomar.docx", b"ny").name == "lärdomar (2).docx"


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOENT, NoPlaceForCopy),
        (errno.EROFS, CopyRefused),
        (min(NO_ROOM), CopyDiskFull),
        (errno.EIO, CopyNotWritten),
    ],
)
def test_a_copy_that_cannot_be_written_says_why_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, cause: type[CopyNotWritten]
) -> None:
    """Not a traceback, and no half file for a sync program to carry on."""

    def refuse(descriptor: int, content: bytes) -> None:
        raise OSError(number, "nej")

    monkeypatch.setattr("sessionrunner.storage.saved_places.write_all", refuse)
    with pytest.raises(cause) as refused:
        put_beside(tmp_path, "lärdomar.docx", b"ny")
    assert type(refused.value) is cause and load("sv").explain(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_closed_before_it_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows removes nothing that is open."""
    opened: list[int] = []
    real = Path.unlink

    def refuse(descriptor: int, content: bytes) -> None:
        opened.append(descriptor)
        raise OSError(errno.EIO, "nej")

    def unlink(path: Path, missing_ok: bool = False) -> None:
        with pytest.raises(OSError):
            os.fstat(opened[0])
        real(path, missing_ok)

    monkeypatch.setattr("sessionrunner.storage.saved_places.write_all", refuse)
    monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(CopyNotWritten):
        put_beside(tmp_path, "lärdomar.docx", b"ny")
    assert opened and list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(NoPlaceForCopy, match="borta"):
        put_beside(tmp_path / "borta", "lärdomar.docx", b"")
