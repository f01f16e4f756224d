"""When and where an exercise is held, in the leader's own words."""

import pytest

from sessionrunner.core.prepared import time_and_place


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("13:00 Ängen", ("13:00", "Ängen")),
        ("9.30, Stora rummet", ("09:30", "Stora rummet")),
        ("kl 13", ("13:00", "")),
        ("Klockan 8:15–10 biblioteket", ("08:15", "biblioteket")),
        ("Rum 4", ("", "Rum 4")),
        ("4 trappor upp", ("", "4 trappor upp")),
        ("25:00 Ängen", ("", "25:00 Ängen")),
        (" ", ("", "")),
    ],
)
def test_time_and_place_are_one_line(said: str, meant: tuple[str, str]) -> None:
    """A clock first, then the room; what is no clock is a room."""
    assert time_and_place(said) == meant
