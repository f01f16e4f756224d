"""The door that answers pass."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from sessionrunner.core.session import NotPossible
from sessionrunner.door import Door

AT_ONCE = timedelta()
LONG = timedelta(seconds=120)


def test_many_pass_at_once() -> None:
    """One slow answer does not hold the others up."""
    door = Door()
    with door.passing(), door.passing():
        pass


def shut(door: Door) -> str:
    with door.shut(LONG):
        return "shut"


def come(door: Door) -> str:
    with door.passing():
        return "through"


def test_the_door_waits_for_whoever_is_passing() -> None:
    """It shuts when the last one is through, not before."""
    door = Door()
    with ThreadPoolExecutor(1) as others:
        with door.passing():
            shutting = others.submit(shut, door)
            with pytest.raises(TimeoutError):
                shutting.result(0.2)
        assert shutting.result(120) == "shut"


def test_nobody_passes_while_the_door_is_shut() -> None:
    """Whoever comes meanwhile waits until it opens again."""
    door = Door()
    with ThreadPoolExecutor(1) as others:
        with door.shut(LONG):
            coming = others.submit(come, door)
            with pytest.raises(TimeoutError):
                coming.result(0.2)
        assert coming.result(120) == "through"


def test_a_door_that_cannot_shut_opens_again() -> None:
    """Somebody is stuck on the way through: the leader is told, and the others are not shut out."""
    door = Door()
    with door.passing():
        with pytest.raises(NotPossible, match="answers-arriving"), door.shut(AT_ONCE):
            pass
        with door.passing():
            pass


def test_an_error_behind_the_door_opens_it() -> None:
    """A command refused inside does not lock the room."""
    door = Door()
    with pytest.raises(ZeroDivisionError), door.shut(LONG):
        raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError), door.passing():
        raise ZeroDivisionError
    with door.shut(AT_ONCE):
        pass
