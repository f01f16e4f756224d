"""Somebody comes late, somebody has to leave: one sign and a name."""

import pytest

from sessionrunner.core.arrivals import Arrivals, read
from sessionrunner.core.state import NotPossible

HERE = ("Anna-Karin", "Bo", "David")
LISTED = "Anna-Karin, Bo, David"


@pytest.mark.parametrize("told", ["+ Olle", "+Olle", f"{LISTED} + Olle", f"{LISTED}, +  Olle", "Olle kom", "Olle came"])
def test_one_who_comes_is_added(told: str) -> None:
    """The others stay as they are, in the order they had."""
    assert read(HERE, told) == Arrivals(("Olle",), (), (*HERE, "Olle"))


@pytest.mark.parametrize("told", ["- David", "−david", "– Dav", f"{LISTED} - David", "David gick", "david left."])
def test_one_who_goes_is_taken_away(told: str) -> None:
    """The beginning of the name is enough when nobody else begins so."""
    assert read(HERE, told) == Arrivals((), ("David",), ("Anna-Karin", "Bo"))


def test_several_come_and_go_at_once() -> None:
    """Commas between names of the same sign; who is here already comes in vain."""
    changed = Arrivals(("Olle", "Pia"), ("Bo",), ("Anna-Karin", "David", "Olle", "Pia"))
    assert read(HERE, "+ Olle, Pia - Bo + David") == changed


@pytest.mark.parametrize(
    "told", ["Anna-Karin, Bo", "Anna-Karin", "12", "", "Bo, David + Olle", "C:\\listor\\lag - 2.csv"]
)
def test_a_list_is_still_a_list(told: str) -> None:
    """Also one that was changed before the sign, and a file with a dash in its name."""
    assert read(HERE, told) is None


@pytest.mark.parametrize("people", [("1", "2", "3"), ("Ek, Anna", "Ek, Bo")])
def test_numbers_and_names_with_commas_are_written_as_before(people: tuple[str, ...]) -> None:
    """What one sign would do there cannot be known."""
    assert read(people, "+ Olle") is None


def test_whoever_is_not_here_cannot_go() -> None:
    """Nobody is taken away by mistake."""
    with pytest.raises(NotPossible):
        read(HERE, "- Eva")
