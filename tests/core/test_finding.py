"""A word that somebody remembers is enough to find the decision."""

import pytest

from sessionrunner.core.finding import find
from tests.core.earlier import a_lesson, a_session, past

FOLDER = past(
    a_session("a", a_lesson("Vi läser journalen två och två"), a_lesson("Rapportera på gruppmötet", "l2"), day=1),
    a_session("b", a_lesson("Överenskommelse om gång", owner="arbetsledare"), a_lesson("Gånglåten", "l2"), day=2),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("journalen", ["Vi läser journalen två och två"]),
        ("JOURNAL två", ["Vi läser journalen två och två"]),
        ("rapp", ["Rapportera på gruppmötet"]),
        ("overens", ["Överenskommelse om gång"]),
        ("gång", ["Överenskommelse om gång", "Gånglåten"]),
        ("arbetsledare gang", ["Överenskommelse om gång"]),
        ("urnal", []),
        ("journalen saknas", []),
        ("  ,. ", []),
    ],
)
def test_lessons_are_found_by_beginnings_of_words(query: str, found: list[str]) -> None:
    """Case and dots over letters do not matter; whole words come first; every word must be there."""
    assert [one.lesson.text for one in find(FOLDER, query)] == found


def test_the_exercise_finds_its_lessons_newest_first() -> None:
    """The title counts too."""
    assert [one.key for one in find(FOLDER, "liten")] == ["b/l1", "b/l2", "a/l1", "a/l2"]
