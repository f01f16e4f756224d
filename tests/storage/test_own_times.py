"""The group's own times are kept on the laptop, for each lessons folder, and can be turned back."""

from pathlib import Path

import pytest

from sessionrunner.core.history import StepMinutes
from sessionrunner.storage.own_times import OwnTimes

GROUP, OTHER = Path("/srv/A"), Path("/srv/B")
LENGTHS = (StepMinutes("borden", 22), StepMinutes("reflektion", 5))


def test_times_are_kept_for_one_group_and_one_exercise(tmp_path: Path) -> None:
    """A leader with two groups does not mix them up."""
    OwnTimes(tmp_path / "own.json").keep(GROUP, "x/a", LENGTHS)
    kept = OwnTimes(tmp_path / "own.json")
    assert (kept.of(GROUP, "x/a"), kept.of(GROUP, "x/b"), kept.of(OTHER, "x/a")) == (LENGTHS, (), ())
    assert (tmp_path / "own.json").stat().st_mode & 0o077 == 0


def test_turning_back_forgets_them_and_no_others(tmp_path: Path) -> None:
    """The exercise's own times are used again."""
    kept = OwnTimes(tmp_path / "own.json")
    kept.keep(GROUP, "x/a", LENGTHS)
    kept.keep(GROUP, "x/b", LENGTHS)
    kept.keep(GROUP, "x/a", ())
    assert (kept.of(GROUP, "x/a"), kept.of(GROUP, "x/b")) == ((), LENGTHS)


@pytest.mark.parametrize("content", ["", "[]", '{"/srv/A": 3}', '{"/srv/A": {"x/a": {"borden": "22", "b": -1}}}'])
def test_a_broken_file_means_the_exercises_own_times(tmp_path: Path, content: str) -> None:
    """Nobody has to mend it; the next choice writes it anew."""
    (tmp_path / "own.json").write_text(content, "utf-8")
    kept = OwnTimes(tmp_path / "own.json")
    assert kept.of(GROUP, "x/a") == ()
    kept.keep(GROUP, "x/a", LENGTHS)
    assert kept.of(GROUP, "x/a") == LENGTHS
