"""What a list of people itself wishes for."""

from sessionrunner.core.wishes import Crowd, Wishes

MIXED = Crowd(("Ann", "Bo"), "Enhet", (("Ann", "Barn"), ("Bo", "Vuxna")))


def test_an_even_mix_is_wished_for_only_when_it_is_wanted() -> None:
    """The column is remembered either way, so that it can be asked for later."""
    assert MIXED.wishes(spread=False) == Wishes(column="Enhet", traits=MIXED.traits)
    assert MIXED.wishes(spread=True).spread
    assert not Crowd(("Ann", "Bo")).wishes(spread=True).spread


def test_people_are_told_apart_by_what_is_spread() -> None:
    """Nobody is, while nothing is spread."""
    assert MIXED.wishes(spread=True).kinds(("Ann", "Bo")) == {"Barn": ("Ann",), "Vuxna": ("Bo",)}
    assert MIXED.wishes(spread=False).kinds(("Ann", "Bo")) == {}
