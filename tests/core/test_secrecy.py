"""Where cases are told of, the room agrees on secrecy once, before it begins."""

from dataclasses import replace

import pytest

from sessionrunner.core.commands import AgreeOnSecrecy, Next, Undo
from sessionrunner.core.exercise import Confidentiality, Exercise
from sessionrunner.core.secrecy import secrecy_waits
from sessionrunner.core.session import NotPossible
from tests.core.rooms import Hour, a_step, an_exercise, names

CASES = replace(an_exercise(a_step("a"), a_step("b")), confidential=Confidentiality.OWN_CASES)
PLAIN = replace(CASES, confidential=Confidentiality.NONE)


def before(exercise: Exercise) -> Hour:
    """A room that waits for the first step."""
    return Hour(exercise, names(6))


def test_it_waits_until_the_room_has_agreed() -> None:
    """Once, and not again when the leader goes back."""
    hour = before(CASES)
    assert secrecy_waits(hour.session)
    assert not secrecy_waits(hour.give(AgreeOnSecrecy()).session)


def test_an_agreement_can_be_taken_back() -> None:
    """It was the wrong key."""
    assert secrecy_waits(before(CASES).give(AgreeOnSecrecy()).give(Undo()).session)


def test_nothing_waits_once_the_hour_has_begun() -> None:
    """A rehearsal without anybody in the room is not held up."""
    assert not secrecy_waits(before(CASES).give(Next()).session)


def test_nothing_waits_where_no_case_is_told_of() -> None:
    """And there is nothing to agree on."""
    hour = before(PLAIN)
    assert not secrecy_waits(hour.session)
    with pytest.raises(NotPossible):
        hour.give(AgreeOnSecrecy())
