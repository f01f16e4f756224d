"""The leader's own keywords lie apart from the exercises."""

from pathlib import Path

import pytest

from sessionrunner.storage.own_words import OwnWords


def test_keywords_are_kept_by_exercise_and_step(tmp_path: Path) -> None:
    """The next time they are there; an empty text forgets them."""
    words = OwnWords(tmp_path / "words.json")
    words.keep("a/ett", "start", "andas")
    words.keep("a/två", "start", "le")
    words.keep("a/ett", "slut", "tacka")

    assert OwnWords(tmp_path / "words.json").of("a/ett") == {"start": "andas", "slut": "tacka"}
    words.keep("a/ett", "start", "")
    assert words.of("a/ett") == {"slut": "tacka"}


@pytest.mark.parametrize("damage", ["", "[]", '{"a/ett": 3}', '{"a/ett": {"start": 4}}'])
def test_a_damaged_file_is_no_keywords(tmp_path: Path, damage: str) -> None:
    """The hour begins all the same."""
    (tmp_path / "words.json").write_text(damage, "utf-8")

    assert OwnWords(tmp_path / "words.json").of("a/ett") == {}
