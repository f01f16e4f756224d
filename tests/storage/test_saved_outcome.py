"""Next month's calendar and table are made from the file, as those in the room were from the session."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sessionrunner.core.outcome import outcome
from sessionrunner.core.record import Record
from sessionrunner.locale import load
from sessionrunner.output import markdown
from sessionrunner.storage import lesson_file, saved_outcome
from tests.output.records import full


def saved(tmp_path: Path, record: Record, before: str = "", after: str = "") -> Path:
    """The record's file, with one change that somebody has made."""
    text = markdown.render(record, load(record.identity.language))
    assert before in text
    (tmp_path / "lärdomar.md").write_text(text.replace(before, after, 1) if before else text, "utf-8")
    return tmp_path / "lärdomar.md"


def test_what_came_out_is_read_back_whole(tmp_path: Path) -> None:
    """Decisions, levels, times and counts."""
    passed_on = replace(full().lessons[3], level="enhetschefen")
    record = replace(full(), lessons=(*full().lessons[:3], passed_on))
    assert saved_outcome.read(saved(tmp_path, record)) == outcome(record)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("counts: [3, 4]", "counts: [tre, 4]"),
        ("counts: [3, 4]", "counts: [3]"),
        ("counts: [3, 4]", "counts: många"),
        ("  ask: Hur användbart var det?\n", ""),
    ],
)
def test_a_count_somebody_has_broken_is_not_guessed(tmp_path: Path, before: str, after: str) -> None:
    """The rest of the file is still read."""
    found = saved_outcome.read(saved(tmp_path, full(), before, after))
    assert found.tallies[-1] == outcome(full()).tallies[-1]
    assert found.lessons == outcome(full()).lessons


@pytest.mark.parametrize("middle", ["åtta", "true", "[8]", "1.0e+300", ".nan"])
def test_a_middle_somebody_has_broken_is_not_guessed(tmp_path: Path, middle: str) -> None:
    """The numbers beside it still are."""
    found = saved_outcome.read(saved(tmp_path, full(), "median: 8", f"median: {middle}"))
    assert found.tallies[0] == replace(outcome(full()).tallies[0], middle=None)


def test_a_language_nobody_knows_is_swedish(tmp_path: Path) -> None:
    """Somebody has edited the head."""
    assert saved_outcome.read(saved(tmp_path, full(), "language: sv", "language: [x]")).language == "sv"


def test_a_file_without_a_record_is_said_to_be_so(tmp_path: Path) -> None:
    """In words, as everywhere."""
    (tmp_path / "x.md").write_text("Hej", "utf-8")
    with pytest.raises(lesson_file.BadLessonFile):
        saved_outcome.read(tmp_path / "x.md")


def test_the_day_to_follow_up_is_read_back(tmp_path: Path) -> None:
    """A calendar made afterwards has it too."""
    record = replace(full(), follow_up=date(2027, 1, 8))
    assert saved_outcome.read(saved(tmp_path, record)).follow_up == date(2027, 1, 8)


def test_an_older_files_exact_counts_are_not_passed_on(tmp_path: Path) -> None:
    """Rule: no table made from it says that one person chose 5."""
    found = saved_outcome.read(saved(tmp_path, full(), "counts: [3, 4]", "counts: [1, 4]"))
    assert found.tallies[0].counts == (("0–10", 5),)
    few = saved_outcome.read(saved(tmp_path, full(), "counts: [3, 4]", "counts: [1, 1]"))
    assert few.tallies == outcome(full()).tallies[1:]
