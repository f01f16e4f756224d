"""Counting who has met whom."""

from sessionrunner.core.rotation import Meetings, meetings


def test_a_third_meeting_costs_more_than_a_second() -> None:
    """Three meetings are three repeats, so that it is better to spread them over several pairs."""
    once, twice = (("Anna", "Bo"), ("Cia",)), (("Anna", "Bo", "Cia"),)
    assert meetings([once]) == Meetings(repeats=0, pairs=1, repeated_pairs=0, most=1)
    assert meetings([once, once]) == Meetings(repeats=1, pairs=1, repeated_pairs=1, most=2)
    assert meetings([once, once, twice]) == Meetings(repeats=3, pairs=3, repeated_pairs=1, most=3)


def test_where_nobody_sits_nobody_meets() -> None:
    """An empty room is no error."""
    assert meetings([((), ())]) == Meetings(0, 0, 0, 0)
