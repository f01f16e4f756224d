"""The laptop itself."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from sessionrunner.core.inspection import Level
from sessionrunner.doctor import laptop
from sessionrunner.storage.folder_trouble import FolderReadOnly

WINTER, INDIA = timezone(timedelta(hours=1)), timezone(timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    ("now", "level"),
    [
        (datetime(2026, 11, 21, 9, tzinfo=WINTER), Level.GOOD),
        (datetime(2026, 11, 21, 9, tzinfo=INDIA), Level.DOUBTFUL),
        (datetime(1980, 1, 1, tzinfo=WINTER), Level.WRONG),
    ],
)
def test_a_clock_that_cannot_be_right_is_told(now: datetime, level: Level) -> None:
    """Rule: the date stands in the record and in the folder's name."""
    assert laptop.clock(now).level is level


def test_a_disk_that_cannot_be_seen_is_wrong(tmp_path: Path) -> None:
    """Rule: and one with room is not."""
    assert laptop.disk(tmp_path / "nowhere").level is Level.WRONG
    assert laptop.disk(tmp_path).level is not Level.WRONG


def test_the_lessons_folder_is_told_with_its_trouble(tmp_path: Path) -> None:
    """Rule: none chosen is a choice; one that refuses is a fault."""
    refuses = FolderReadOnly(folder=tmp_path)
    found = [laptop.lessons(*case).level for case in ((None, None), (tmp_path, None), (tmp_path, refuses))]
    assert found == [Level.DOUBTFUL, Level.GOOD, Level.WRONG]


def test_what_only_people_can_tell_is_left_to_them() -> None:
    """Rule: no green light for a sound that nobody has heard."""
    found = {one.check: one.level for one in laptop.wall()}
    assert found["laptop.sound"] is found["wall.projector"] is Level.TRY


def test_broken_exercises_are_counted() -> None:
    """Rule: the others can be led all the same."""
    assert (laptop.exercises(67, 0).level, laptop.exercises(66, 1).level) == (Level.GOOD, Level.DOUBTFUL)
