"""What a new session is told of earlier ones, and that it begins whatever the lessons folder does."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sessionrunner.cli.memory import GroupMemory, NotKept
from sessionrunner.core.followup import Past
from sessionrunner.core.history import StepMinutes
from sessionrunner.host import Page
from sessionrunner.locale import load
from sessionrunner.storage.lesson_index import LessonIndex
from sessionrunner.storage.outbox import NoFolderChosen
from sessionrunner.storage.own_times import OwnTimes
from sessionrunner.storage.own_words import OwnWords
from tests.core.rooms import HOUR, SCALE
from tests.storage.records import lesson_file


def memory(tmp_path: Path, lessons: Path | None, own: str = "own.json") -> GroupMemory:
    """The memory of a laptop."""
    return GroupMemory(
        lessons, False, LessonIndex(tmp_path / "index"), OwnTimes(tmp_path / own), OwnWords(tmp_path / "words.json")
    )


def test_open_decisions_are_brought_up(tmp_path: Path) -> None:
    """As the files tell them."""
    (tmp_path / "L" / "a").mkdir(parents=True)
    made = {"id": "l1", "kind": "activity", "text": "Korta mallen", "owner": "chef", "due": date(2026, 12, 1)}
    (tmp_path / "L" / "a" / "lärdomar.md").write_text(lesson_file(lessons=[made]), "utf-8")
    (decision,) = memory(tmp_path, tmp_path / "L").decisions()
    assert (decision.key, decision.text, decision.title) == ("3f9a1c2b/l1", "Korta mallen", "Min uppgift")


@pytest.mark.parametrize("lessons", [None, Path("/nonexistent/share")])
def test_the_hour_begins_without_a_folder(tmp_path: Path, lessons: Path | None) -> None:
    """Nothing to follow up, and no trouble told here."""
    assert memory(tmp_path, lessons).decisions() == ()
    assert memory(tmp_path, None).past() == Past()


def test_own_times_need_a_group_and_a_disk(tmp_path: Path) -> None:
    """Without a lessons folder nobody's times are learned; a disk that refuses is told."""
    lengths = (StepMinutes("start", 5),)
    homeless = memory(tmp_path, None)
    homeless.keep_times(HOUR, lengths)
    assert homeless.own_times(HOUR) == ()
    with pytest.raises(NotKept):
        memory(tmp_path, tmp_path, "missing/own.json").keep_times(HOUR, lengths)


def test_a_series_knows_which_time_it_is_and_a_scale_what_was_answered_last(tmp_path: Path) -> None:
    """Both from the lessons folder, the second time out of the index; other exercises are not asked about."""
    (tmp_path / "L" / "a").mkdir(parents=True)
    tally = {"step": "write", "question": "scale", "ask": SCALE.ask, "values": [2, 7], "counts": [3, 3]}
    written = lesson_file(exercise=HOUR.id, tallies=[tally])
    (tmp_path / "L" / "a" / "lärdomar.md").write_text(written, "utf-8")
    again = tuple(replace(one, again=one.id == "scale") for one in HOUR.step("write").collect)
    steps = tuple(replace(step, collect=again) if step.id == "write" else step for step in HOUR.steps)
    for _ in range(2):
        known = memory(tmp_path, tmp_path / "L")
        assert (known.occasion(replace(HOUR, times=10)), known.occasion(HOUR)) == (2, 0)
        assert [one.answers for one in known.before(replace(HOUR, steps=steps))] == [("2",) * 3 + ("7",) * 3]
        assert known.before(HOUR) == ()


def test_a_page_to_print_lies_in_the_lessons_folder(tmp_path: Path) -> None:
    """Once a day the same page is the same file; without a folder it is said that none is chosen."""
    (tmp_path / "L" / "a").mkdir(parents=True)
    (tmp_path / "L" / "a" / "lärdomar.md").write_text(lesson_file(), "utf-8")
    here = memory(tmp_path, tmp_path / "L")
    for page, name in ((Page.BRING, "Att ta upp på gruppmötet"), (Page.HANDOVER, "Till dig som tar över")):
        made = here.put_page(page, load("sv"), date(2026, 11, 22))
        assert made == tmp_path / "L" / f"{name} 2026-11-22.pdf" and made.read_bytes().startswith(b"%PDF")
        assert here.put_page(page, load("sv"), date(2026, 11, 22)) == made
    with pytest.raises(NoFolderChosen):
        memory(tmp_path, None).put_page(Page.BRING, load("sv"), date(2026, 11, 22))
    assert len(here.past().sessions) == 1
