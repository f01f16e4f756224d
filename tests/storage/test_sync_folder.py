"""A folder that OneDrive, Nextcloud or Dropbox keeps alike: what they leave there is told, and no decision is lost."""

import os
import unicodedata
from pathlib import Path

import pytest

from sessionrunner.core.followup import Past
from sessionrunner.locale import load
from sessionrunner.storage import overview
from sessionrunner.storage.lesson_scan import scan
from tests.storage.records import lesson_file

NAME = "2026-11-21 Min uppgift 3f9a1c2b"
COPIES = (
    "lärdomar-LAPTOP-7Q2.md",
    "lärdomar (conflicted copy 2026-11-22 101500).md",
    "lärdomar (Annas konfliktkopia 2026-11-22).md",
    "lärdomar.sync-conflict-20261122-101500-ABCDEF7.md",
    "lärdomar_conflict-20261122-101500.md",
    "lärdomar - kopia.md",
    unicodedata.normalize("NFD", "lärdomar.md"),
)
HALF_WAY = (
    "lärdomar.md.nextcloud", ".lärdomar.md.icloud", "lärdomar.md.part", ".lärdomar.md.~4f2a",
    "lärdomar.md.tmp", "~lärdomar.md.crdownload",
)  # fmt: skip


def put(lessons: Path, file: str, text: str = "Korta mallen", name: str = NAME) -> None:
    """A session's file under this name; empty for an empty text."""
    (lessons / name).mkdir(exist_ok=True, parents=True)
    lesson = {"id": "l1", "kind": "activity", "text": text}
    (lessons / name / file).write_text(lesson_file(lessons=[lesson]) if text else "", "utf-8")


def texts(past: Past) -> list[str]:
    return [lesson.text for session in past.sessions for lesson in session.lessons]


def causes(past: Past) -> list[str]:
    return [trouble.message.key for trouble in past.troubles]


def told(past: Past) -> str:
    return overview.render(past, load("sv"))


@pytest.mark.parametrize("copy", COPIES)
def test_a_conflict_copy_is_told_beside_the_file(tmp_path: Path, copy: str) -> None:
    """The program's own file counts; the other is a link in the overview."""
    put(tmp_path, "lärdomar.md")
    put(tmp_path, copy, "Någon annans ord")
    past = scan(tmp_path)
    assert (texts(past), causes(past)) == (["Korta mallen"], [])
    assert past.sessions[0].edited == (f"{NAME}/{copy}",)
    assert "en version som någon har ändrat i" in told(past)


@pytest.mark.parametrize("copy", COPIES)
def test_when_only_the_copy_is_whole_its_decisions_are_not_lost(tmp_path: Path, copy: str) -> None:
    """An empty file in the way is told as a trouble, and what the copy says is in the lists."""
    put(tmp_path, "lärdomar.md", "")
    put(tmp_path, copy)
    past = scan(tmp_path)
    assert (texts(past), causes(past)) == (["Korta mallen"], ["error.lessons.file-empty.message"])
    assert past.sessions[0].place == f"{NAME}/{copy}"


@pytest.mark.parametrize("file", HALF_WAY)
def test_a_file_on_its_way_or_in_the_cloud_is_told(tmp_path: Path, file: str) -> None:
    """A session whose file has not come must not look as if it had never been."""
    put(tmp_path, file)
    past = scan(tmp_path)
    assert (texts(past), causes(past)) == ([], ["error.lessons.file-missing.message"])
    assert "hämta hem den" in told(past) and NAME.replace(" ", "%20") in told(past)


@pytest.mark.parametrize("file", HALF_WAY)
def test_a_file_on_its_way_beside_a_whole_one_is_nobodys_trouble(tmp_path: Path, file: str) -> None:
    """Control: what comes and goes within seconds is not told."""
    put(tmp_path, "lärdomar.md")
    put(tmp_path, file, "")
    assert (texts(scan(tmp_path)), causes(scan(tmp_path))) == (["Korta mallen"], [])


def test_a_sessions_folder_without_its_file_is_told_and_other_folders_are_not(tmp_path: Path) -> None:
    """Only the folder has come, or somebody has taken the file away. A day's folder has its own text."""
    (tmp_path / NAME).mkdir()
    for other in ("Bilder", "2026 planering", "2026-11-21 Halvdag 00aa00aa"):
        (tmp_path / other).mkdir()
    (tmp_path / "2026-11-21 Halvdag 00aa00aa" / "Dagen.md").write_text("# Dagen\n", "utf-8")
    assert [one.place for one in scan(tmp_path).troubles] == [f"{NAME}/lärdomar.md"]


def test_a_copied_folder_counts_once_and_is_told_when_it_says_something_else(tmp_path: Path) -> None:
    """The same session twice is one; what differs is a link in the overview."""
    put(tmp_path, "lärdomar.md")
    put(tmp_path, "lärdomar.md", name=f"{NAME}-LAPTOP")
    assert (len(scan(tmp_path).sessions), scan(tmp_path).sessions[0].edited) == (1, ())
    put(tmp_path, "lärdomar.md", "Andra ord", f"{NAME}-LAPTOP")
    past = scan(tmp_path)
    assert (texts(past), past.sessions[0].edited) == (["Korta mallen"], (f"{NAME}-LAPTOP/lärdomar.md",))


def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locked by somebody, or by rights: not as if nothing had been decided there."""
    put(tmp_path, "lärdomar.md")

    real = os.scandir

    def refuse(path: Path) -> object:
        if path.name == NAME:
            raise PermissionError(13, "Åtkomst nekad")
        return real(path)

    monkeypatch.setattr("sessionrunner.storage.lesson_scan.os.scandir", refuse)
    past = scan(tmp_path)
    assert causes(past) == ["error.lessons.file-away.message"]
    assert "Åtkomst nekad" in load("sv").render(past.troubles[0].message)
