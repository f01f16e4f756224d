"""What was ticked before an exercise stays ticked until the day has passed."""

from datetime import date
from pathlib import Path

from sessionrunner.core.prepared import NOTHING_PREPARED, Prepared
from sessionrunner.storage.preparations import Preparations

TODAY, THE_DAY = date(2026, 11, 14), date(2026, 11, 21)


def test_what_was_ticked_is_remembered(tmp_path: Path) -> None:
    """By exercise, with its day."""
    kept, done = (
        Preparations(tmp_path / "p.json"),
        Prepared(THE_DAY, frozenset({"send:Inbjudan", "room:Fyra bord"}), "13:00", "Ängen"),
    )
    kept.keep("a/b", done)
    kept.keep("a/c", Prepared(None, frozenset({"x"})))
    assert kept.of("a/b", TODAY) == kept.of("a/b", THE_DAY) == done
    assert kept.of("a/c", TODAY).held is None


def test_the_day_after_a_new_list_begins(tmp_path: Path) -> None:
    """The next time everything is to be done again."""
    kept = Preparations(tmp_path / "p.json")
    kept.keep("a/b", Prepared(THE_DAY, frozenset({"x"})))
    assert kept.of("a/b", date(2026, 11, 22)) == NOTHING_PREPARED


def test_a_damaged_file_is_nothing_prepared(tmp_path: Path) -> None:
    """It costs the ticks, never the screen."""
    file = tmp_path / "p.json"
    for text in ("{", "[]", '{"a/b": 3}', '{"a/b": {"held": "x", "done": 4, "time": 5}}'):
        file.write_text(text, "utf-8")
        assert Preparations(file).of("a/b", TODAY) == NOTHING_PREPARED
