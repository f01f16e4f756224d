"""What was read before is not read again, and what is remembered is never believed before the files."""

import os
from pathlib import Path

import pytest

from sessionrunner.core.followup import Past, PastSession
from sessionrunner.storage import lesson_file, lesson_scan
from sessionrunner.storage.folder_trouble import FolderMissing, ShareMissing
from sessionrunner.storage.lesson_index import LessonIndex, _Reader, _session, earlier
from sessionrunner.storage.lesson_scan import Listed
from sessionrunner.storage.lessons_folder import MARKER
from tests.storage.records import lesson_file as text_of

LONG_AGO = 1_700_000_000
READ = _Reader.read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three sessions, saved long ago."""
    for number in range(3):
        put(tmp_path / "L", number, f"Rad {number}")
    return tmp_path / "L"


def put(lessons: Path, number: int, text: str, when: int = LONG_AGO) -> None:
    """A session's file, changed at this time."""
    file = lessons / f"2026-11-21 A 0000000{number}" / "lärdomar.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    lesson = {"id": "l1", "kind": "routine", "text": text, "owner": "chef", "due": "2026-12-01"}
    steps, updates = [{"id": "a", "planned": 5, "actual": 6.5}], [{"lesson": "x/l1", "status": "done", "note": "ja"}]
    tallies = [{"step": "a", "question": "q", "ask": "Hur?", "values": [0, 1], "counts": [2, 3], "median": 0.5}]
    fields = {
        "session": f"0000000{number}",
        "steps": steps,
        "updates": updates,
        "lessons": [lesson],
        "tallies": tallies,
    }
    file.write_text(text_of(**fields), "utf-8")
    os.utime(file, (when, when))


class Counting:
    """Counts how often a file is really read; and lets the clock stand long after every change."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read = 0
        real = lesson_file.read
        monkeypatch.setattr("sessionrunner.storage.lesson_index._FRESH", -(10**18))

        def counted(path: Path, place: str = "") -> object:
            self.read += 1
            return real(path, place)

        monkeypatch.setattr(lesson_file, "read", counted)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    """From now on, files read are counted."""
    return Counting(monkeypatch)


def texts(past: Past) -> list[str]:
    return sorted(lesson.text for session in past.sessions for lesson in session.lessons)


def test_the_second_look_reads_no_file_and_sees_the_same(folder: Path, tmp_path: Path, counting: Counting) -> None:
    """Ten thousand lessons are there at once the second time."""
    first = LessonIndex(tmp_path / "i").scan(folder)
    assert counting.read == 3
    assert LessonIndex(tmp_path / "i").scan(folder) == first == lesson_scan.scan(folder)
    assert counting.read == 6


def test_only_what_has_changed_is_read_again(folder: Path, tmp_path: Path, counting: Counting) -> None:
    """A colleague's edit, a new session and a removed one are seen at the next look."""
    index = LessonIndex(tmp_path / "i")
    index.scan(folder)
    put(folder, 1, "Ändrad", LONG_AGO + 5)
    put(folder, 7, "Tillkommen")
    (folder / "2026-11-21 A 00000002" / "lärdomar.md").unlink()
    assert texts(index.scan(folder)) == ["Rad 0", "Tillkommen", "Ändrad"]
    assert counting.read == 5


def test_an_edit_of_the_same_length_at_the_same_time_is_seen(folder: Path, tmp_path: Path, counting: Counting) -> None:
    """Size and date alone would not have told."""
    index = LessonIndex(tmp_path / "i")
    index.scan(folder)
    put(folder, 1, "Rad 9")
    assert texts(index.scan(folder)) == ["Rad 0", "Rad 2", "Rad 9"]


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "rubbish", "directory"])
def test_a_damaged_index_is_as_good_as_none(folder: Path, tmp_path: Path, counting: Counting, damage: str) -> None:
    """It is made again, and nobody notices."""
    index = LessonIndex(tmp_path / "i")
    whole = index.scan(folder)
    file = index.file(folder)
    content = file.read_bytes()
    file.unlink()
    if damage == "directory":
        file.mkdir()
    else:
        bad = {"flip": content.replace(b"Rad 1", b"Rad X"), "cut": content[:-9], "empty": b"", "rubbish": b"\xff[["}
        file.write_bytes(bad[damage])
    assert index.scan(folder) == whole
    assert counting.read == 6
    assert damage == "directory" or file.read_bytes() == content


def test_a_whole_index_of_something_else_is_not_believed(folder: Path, tmp_path: Path, counting: Counting) -> None:
    """Its own sum is right and what it says is not: the files are read."""
    index, other = LessonIndex(tmp_path / "i"), tmp_path / "other"
    for number in range(3):
        put(other, number, "Fel mapp")
    index.scan(other)
    index.file(other).rename(index.file(folder))
    assert texts(index.scan(folder)) == ["Rad 0", "Rad 1", "Rad 2"]


def test_a_file_just_changed_is_not_remembered(folder: Path, tmp_path: Path) -> None:
    """It may change again within the same tick of the disk's clock."""
    LessonIndex(tmp_path / "i").scan(folder)
    assert not (tmp_path / "i").exists()


def test_what_is_remembered_is_for_this_user_only(folder: Path, tmp_path: Path, counting: Counting) -> None:
    """It holds what the shared folder holds, and nobody else on the laptop needs it."""
    index = LessonIndex(tmp_path / "i")
    index.scan(folder)
    assert index.file(folder).stat().st_mode & 0o077 == 0


def test_a_share_that_is_not_connected_is_not_an_empty_folder(folder: Path, tmp_path: Path) -> None:
    """Nobody is told that nothing is open because the disk is away."""
    index = LessonIndex(tmp_path / "i")
    with pytest.raises(ShareMissing):
        earlier(folder, True, index)
    (folder / MARKER).touch()
    assert len(earlier(folder, True, index).sessions) == 3
    with pytest.raises(FolderMissing):
        earlier(tmp_path / "borta", False, index)


def believing(reader: _Reader, folder: Path, one: Listed) -> PastSession:
    """Takes what is remembered for a place without looking at its file."""
    known = reader._before.get(one.place)
    if known:
        reader.entries[one.place] = known
        return _session(known[1])
    return READ(reader, folder, one)


def test_an_index_believed_before_the_files_would_tell_what_was_changed_since(
    folder: Path, tmp_path: Path, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control for an index that is behind."""
    LessonIndex(tmp_path / "i").scan(folder)
    put(folder, 1, "Ändrad", LONG_AGO + 5)
    monkeypatch.setattr(_Reader, "read", believing)
    assert texts(LessonIndex(tmp_path / "i").scan(folder)) == ["Rad 0", "Rad 1", "Rad 2"]


def test_an_index_without_its_sum_would_tell_what_a_bad_disk_made_of_it(
    folder: Path, tmp_path: Path, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control for an index that is damaged."""
    monkeypatch.setattr("sessionrunner.storage.lesson_index._head", lambda body: "whole")
    index = LessonIndex(tmp_path / "i")
    index.scan(folder)
    index.file(folder).write_bytes(index.file(folder).read_bytes().replace(b"Rad 1", b"Rad X"))
    assert texts(index.scan(folder)) == ["Rad 0", "Rad 2", "Rad X"]
