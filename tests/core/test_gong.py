"""When the gong sounds."""

from sessionrunner.core.commands import Next, Undo
from sessionrunner.core.gong import Beat, beat, rings
from sessionrunner.core.public import public_view
from tests.core.rooms import Hour


def at(hour: Hour) -> Beat:
    return beat(public_view(hour.session, hour.now))


def test_a_walk_and_a_round_are_rung_in() -> None:
    """Four minutes at the table, one to walk; within them it is quiet."""
    hour = Hour().go_to("tables")
    talking, walking, next_table = at(hour), at(hour.wait(minutes=4)), at(hour.wait(minutes=1))
    assert rings(talking, walking) and rings(walking, next_table)
    assert not rings(next_table, at(hour.wait(minutes=1)))


def test_the_end_of_the_time_is_rung_once() -> None:
    """What is over stays over in silence."""
    hour = Hour().give(Next())
    before, over = at(hour), at(hour.wait(minutes=4))
    assert rings(before, over)
    assert not rings(over, at(hour.wait(minutes=1)))


def test_what_the_leader_does_is_not_rung() -> None:
    """Another step has a voice; time given back and undone is nothing to announce."""
    hour = Hour().go_to("tables").wait(minutes=4)
    walking = at(hour)
    assert not rings(walking, at(hour.give(Next())))
    hour.give(Undo())
    assert not rings(at(hour.wait(minutes=1)), walking)
