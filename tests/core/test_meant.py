"""Names written in a hurry."""

import pytest

from sessionrunner.core.meant import person, persons
from sessionrunner.core.state import NotPossible

HERE = ("Ann Ek", "Anna Berg", "Bo", "1", "12")


@pytest.mark.parametrize(
    ("given", "meant"), [("bo", "Bo"), (" ann  ek ", "Ann Ek"), ("anna", "Anna Berg"), ("1", "1"), ("B", "Bo")]
)
def test_the_beginning_of_a_name_is_enough(given: str, meant: str) -> None:
    """As long as nobody else is called so; a whole name comes first."""
    assert person(HERE, given) == meant


@pytest.mark.parametrize(("given", "why"), [("ann", "several-called"), ("Cia", "nobody-called"), ("", "nobody-called")])
def test_a_name_that_could_be_nobody_or_several_is_asked_about(given: str, why: str) -> None:
    """Nobody is moved by mistake."""
    with pytest.raises(NotPossible) as told:
        person(HERE, given)
    assert told.value.cause == f"not-possible.{why}"


def test_a_list_of_names_is_read_one_by_one() -> None:
    """With a comma too many."""
    assert persons(HERE, "bo, Ann Ek,") == ("Bo", "Ann Ek")
