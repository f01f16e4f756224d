"""Copies made in the room and afterwards, by the real program."""

from pathlib import Path

import docx
from icalendar import Calendar
from PIL import Image
from pypdf import PdfReader

from tests.plain_program import PlainProgram
from tests.program import lesson_files, sessionrunner

EXERCISE = "introduktion/min-uppgift"


def test_a_word_file_is_made_in_the_room_and_the_rest_afterwards(tmp_path: Path) -> None:
    """The leader asks for Word while the session goes on, and for the others when it has ended."""
    lessons, state = tmp_path / "lessons", tmp_path / "state"
    lessons.mkdir()
    local = ("--address", "127.0.0.1", "--port", "0")
    with PlainProgram(
        "run", EXERCISE, "--plain", "--people", "9", "--lessons", str(lessons), *local, state=state
    ) as program:
        program.say("next")
        program.say("lesson aktivitet Vi läser journalen två och två | arbetsledare | 2026-12-01 | enhetschefen")
        # The folder may take longer to answer than the leader is made to wait.
        program.insist("exportera word", "i den gemensamma mappen")
        program.say("export nonsens")
        program.hear("kalender")
        program.say("quit")
        assert program.wait() == 0

    (folder,) = {file.parent for file in lesson_files(lessons)}
    text = "\n".join(one.text for one in docx.Document(str(folder / "lärdomar.docx")).paragraphs)
    assert "Vi läser journalen två och två" in text
    for kind in ("pdf", "png", "ics", "csv", "text"):
        made = sessionrunner("export", folder.name[-8:], "--to", kind, "--lessons", str(lessons), state=state)
        assert (made.returncode, made.stderr) == (0, "")
    assert "Vi läser journalen två och två" in PdfReader(folder / "lärdomar.pdf").pages[0].extract_text()
    with Image.open(folder / "lärdomar.png") as picture:
        assert picture.width == 1080
    assert len(list(Calendar.from_ical((folder / "uppföljning.ics").read_bytes()).walk("VEVENT"))) == 1
    assert "Till enhetschefen" in (folder / "frågor vidare.txt").read_text("utf-8-sig")
    assert b"planerade minuter" in (folder / "lärdomar.csv").read_bytes()


def test_what_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    """No such session: exit 1, what happened and what to do."""
    done = sessionrunner("export", "ffffffff", "--lessons", str(tmp_path), state=tmp_path / "state")
    assert done.returncode == 1
    assert "ffffffff" in done.stderr
    assert "lessons list" in done.stderr
