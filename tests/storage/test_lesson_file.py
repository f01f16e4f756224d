"""A colleague opens the file in Word or Notepad, a disk copies half of it: it is read, or named with a remedy."""

from datetime import date
from pathlib import Path

import pytest

from sessionrunner.core.exercise import LessonKind
from sessionrunner.locale import LANGUAGES, load
from sessionrunner.storage import lesson_file
from sessionrunner.storage.lesson_scan import scan
from tests.storage.records import lesson_file as text_of

LESSON = {"id": "l1", "kind": "activity", "text": "Läs om varandras å, ä och ö", "owner": "arbetsledare"}


def put(folder: Path, content: bytes, name: str = "2026-11-21 Min uppgift 3f9a1c2b", file: str = "lärdomar.md") -> Path:
    """A session's file with this in it."""
    (folder / name).mkdir(exist_ok=True)
    (folder / name / file).write_bytes(content)
    return folder / name / file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_way_an_editor_saves_it_can_be_read(tmp_path: Path, encoding: str, ends: str) -> None:
    """Notepad of any age, with any line ends."""
    content = text_of(lessons=[LESSON]).replace("\n", ends).encode(encoding)
    (found,) = lesson_file.read(put(tmp_path, content)).lessons
    assert (found.text, found.owner, found.kind) == ("Läs om varandras å, ä och ö", "arbetsledare", LessonKind.ACTIVITY)


def test_empty_lines_above_the_record_do_no_harm(tmp_path: Path) -> None:
    """Somebody pressed Enter at the top."""
    assert lesson_file.read(put(tmp_path, b"\n\n" + text_of().encode())).session == "3f9a1c2b"


BROKEN = {
    "lessons.file-empty": b"\0" * 4096,
    "lessons.file-no-record": "# Min uppgift\n\nTexten är kvar.".encode(),
    "lessons.file-broken": b"---\nsessionrunner: 1\nlessons: [\n---\n",
    "lessons.file-half": text_of().encode()[:60],
    "lessons.file-incomplete": b"---\nsessionrunner: 1\ntitle: Utan datum\n---\n",
    "lessons.file-newer": text_of(sessionrunner=2).encode(),
}


@pytest.mark.parametrize("cause", BROKEN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_file_is_named_with_what_to_do_and_hides_no_other(tmp_path: Path, cause: str, language: str) -> None:
    """One problem for one file, in words, and the rest of the folder is there."""
    put(tmp_path, BROKEN[cause])
    put(tmp_path, text_of(session="00000001").encode(), "2026-11-20 Hel 00000001")
    past = scan(tmp_path)
    (trouble,) = past.troubles
    assert [one.session for one in past.sessions] == ["00000001"]
    assert trouble.message.key == f"error.{cause}.message"
    assert "3f9a1c2b/lärdomar.md" in load(language).render(trouble.message)
    assert len(load(language).render(trouble.remedy)) > 20


def test_the_line_that_stops_the_reader_is_told(tmp_path: Path) -> None:
    """Whoever mends it knows where to look."""
    with pytest.raises(lesson_file.BadLessonFile) as told:
        lesson_file.read(put(tmp_path, b"---\nsessionrunner: 1\ntitle: 'utan slut\ndate: x\n---\n"))
    assert told.value.values["line"] in (3, 4, 5)


@pytest.mark.parametrize("refused", ["'a\x1b[31m'", "&a [x]", "!!python/none x", "9" * 70, "[" * 13 + "]" * 13])
def test_the_line_of_what_is_refused_is_told_as_well(tmp_path: Path, refused: str) -> None:
    """It is not always the first line that is to be mended."""
    content = f"---\nsessionrunner: 1\ntitle: {refused}\ndate: 2026-11-21\n---\n"
    with pytest.raises(lesson_file.BadLessonFile) as told:
        lesson_file.read(put(tmp_path, content.encode()))
    assert told.value.values["line"] == 3


@pytest.mark.parametrize("due", ["2026-12-5", "5/12 2026", "5 dec", "den 5 december"])
def test_a_date_changed_by_hand_is_understood(tmp_path: Path, due: str) -> None:
    """A decision does not lose its day because somebody wrote it as people do."""
    (found,) = lesson_file.read(put(tmp_path, text_of(lessons=[LESSON | {"due": due}]).encode())).lessons
    assert found.due == date(2026, 12, 5)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """It is in the cloud only, or locked by Word; here it is a folder, which no user can open as a file."""
    (tmp_path / "a" / "lärdomar.md").mkdir(parents=True)
    (trouble,) = scan(tmp_path).troubles
    assert trouble.message.key == "error.lessons.file-away.message"


@pytest.mark.parametrize("copy", ["lärdomar-DESKTOP-7Q.md", "lärdomar (Anns kopia i konflikt 2026-11-21).md"])
def test_a_copy_left_by_a_sync_program_is_pointed_out(tmp_path: Path, copy: str) -> None:
    """The session is there once, and what somebody else wrote is not forgotten."""
    name = put(tmp_path, text_of(lessons=[LESSON]).encode()).parent.name
    put(tmp_path, text_of(lessons=[LESSON | {"text": "Annans rad"}]).encode(), file=copy)
    (found,) = scan(tmp_path).sessions
    assert (found.lessons[0].text, found.edited) == ("Läs om varandras å, ä och ö", (f"{name}/{copy}",))


def test_a_copy_is_read_when_nothing_else_is_left(tmp_path: Path) -> None:
    """Better what the sync program kept than nothing."""
    put(tmp_path, text_of(lessons=[LESSON]).encode(), file="lärdomar.sync-conflict-2.md")
    assert scan(tmp_path).sessions[0].lessons[0].text == "Läs om varandras å, ä och ö"


@pytest.mark.parametrize(("written", "read"), [("2027-01-08", date(2027, 1, 8)), ("om 6 veckor", date(2027, 1, 2))])
def test_the_day_to_follow_up_is_read_as_a_date_or_in_words(tmp_path: Path, written: str, read: date) -> None:
    """A colleague who moves the meeting writes it in the file as people write dates."""
    file = put(tmp_path, text_of(follow_up_on=written).encode())
    assert lesson_file.read(file).follow_up_on == read


def test_a_file_from_before_there_was_a_day_to_follow_up_is_read(tmp_path: Path) -> None:
    """And ``follow_up`` goes on naming a session."""
    past = lesson_file.read(put(tmp_path, text_of(follow_up="00000001").encode()))
    assert (past.follow_up_on, past.follow_up) == (None, "00000001")


def test_a_date_that_nobody_can_read_is_kept_as_it_was_typed(tmp_path: Path) -> None:
    """It is told as it stands instead of being lost."""
    lesson = {"id": "l1", "kind": "activity", "text": "x", "owner": "", "due": "när Eva är tillbaka"}
    (one,) = lesson_file.read(put(tmp_path, text_of(lessons=[lesson]).encode())).lessons
    assert (one.due, one.due_said) == (None, "när Eva är tillbaka")
