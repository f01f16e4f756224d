"""A day under way survives anything that does not take the disk with it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.programme import Item, Programme
from sessionrunner.core.programme_day import Day, Held
from sessionrunner.storage.day_file import DayFile, DayNotKept

NOON = datetime(2026, 11, 21, 12, 30, 15, tzinfo=UTC)
LESSON = Lesson("l1", LessonKind.AGREEMENT, "Vi läser högt", "arbetsledare", date(2026, 12, 1), "enhetschef")
ITEMS = (
    Item("introduktion/min-uppgift", variant="kort", minutes=timedelta(minutes=32.5)),
    Item(pause="Fika", minutes=timedelta(minutes=15), least=timedelta(minutes=10), at=time(10, 15)),
)
DAY = Day(
    "abcdef01", date(2026, 11, 21), Programme("dag", "En dag", ITEMS, "Introduktion", time(9), time(15, 30)),
    ("Åsa", "2"), "hemlig", 1, NOON, "12345678", NOON,
    {0: Held(NOON, NOON, "Min uppgift", "87654321", "2026-11-21 Min uppgift", (LESSON, replace(LESSON, due=None)))},
    frozenset({1}), {1: timedelta(minutes=12)}, frozenset({2}), (("2", "Åsa"),),
)  # fmt: skip


def test_a_day_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    """Every field, with people, decisions and what has been agreed."""
    file = DayFile(tmp_path / "days", DAY.id)
    assert file.hold()
    file.write(DAY, tmp_path)
    assert file.read() == (DAY, tmp_path)
    file.write(replace(DAY, began=None, first=None), None)
    assert file.read() == (replace(DAY, began=None, first=None), None)


def test_one_program_at_a_time_has_the_day(tmp_path: Path) -> None:
    """Two windows must not lead the same day."""
    first, second = DayFile(tmp_path, DAY.id), DayFile(tmp_path, DAY.id)
    assert (first.hold(), second.hold()) == (True, False)
    first.release()
    assert second.hold()


def test_a_day_that_is_over_leaves_nothing(tmp_path: Path) -> None:
    """Names and decisions are in the lessons folder or nowhere."""
    file = DayFile(tmp_path, DAY.id)
    file.hold()
    file.write(DAY, None)
    assert DayFile.find_all(tmp_path) == [DayFile(tmp_path, DAY.id)]
    file.remove()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "{}", '{"day": 3, "lessons": null}', '{"day": {"id": "x"}, "lessons": null}'])
def test_a_damaged_file_is_no_day(tmp_path: Path, content: str) -> None:
    """It stands in nobody's way."""
    (tmp_path / "abcdef01.json").write_text(content, "utf-8")
    assert DayFile(tmp_path, "abcdef01").read() is None


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    """With a remedy, and nothing half written."""
    with pytest.raises(DayNotKept):
        DayFile(tmp_path / "missing", DAY.id).write(DAY, None)
