"""Which keys of the hour stand first on the bottom line."""

import pytest

from sessionrunner.core.session import Session
from sessionrunner.tui.screens.hour_keys import HOUR_KEYS, likeliest
from tests.tui.fakes import FakeHost, answer, running

FORM, LAST = 4, 5


def at(step: int) -> Session:
    """The hour has come to this step."""
    return running(FakeHost(), step).session


def names(session: Session, taking_turns: bool = False) -> list[str]:
    """The keys in order."""
    return [key.name for key in likeliest(session, taking_turns)]


@pytest.mark.parametrize(("step", "first"), [(1, ["next"]), (LAST, ["end", "lesson"])])
def test_what_comes_next_stands_first(step: int, first: list[str]) -> None:
    """Until there is nothing more to come: then it is to end, or to write down."""
    assert [name for name in names(at(step)) if name != "reveal"][: len(first)] == first


def test_answers_that_are_not_open_are_one_of_the_first_keys() -> None:
    """And no longer once they are."""
    host = FakeHost()
    desk = running(host, FORM)
    assert "reveal" in names(desk.session)[:3]
    answer(host, desk, list("abcdef"))
    step = desk.session.step
    assert step is not None
    desk.reveal(step.id)
    assert "reveal" not in names(desk.session)[:3]


def test_where_one_after_the_other_speaks_the_turn_stands_first() -> None:
    """The key for rounds has another name then."""
    assert names(at(1), taking_turns=True)[:2] == ["next-turn", "pass-over"]


def test_no_key_is_lost_by_being_put_in_order() -> None:
    """Every one of them can be had, in whatever order."""
    assert sorted(key.keys for key in likeliest(at(1), taking_turns=False)) == sorted(key.keys for key in HOUR_KEYS)
