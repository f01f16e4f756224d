"""Findings are told by word and sign."""

from sessionrunner.core.inspection import Level, of_trouble
from sessionrunner.core.session import NotPossible


def test_every_level_has_a_sign_and_a_word_of_its_own() -> None:
    """Rule: whoever cannot tell red from green can tell them apart."""
    assert len({level.sign for level in Level}) == len({level.word.key for level in Level}) == len(Level)


def test_a_known_trouble_brings_its_remedy() -> None:
    """Rule: what can be told once is not told in two ways."""
    trouble = NotPossible("closed")
    found = of_trouble("lessons", trouble)
    assert (found.level, found.message, found.remedy) == (Level.WRONG, trouble.message, trouble.remedy)
