"""An hour of which nothing is kept, who may speak in it, and the rule that holds."""

from dataclasses import replace

import pytest

from sessionrunner.core.commands import Command, Next, PutLesson, TakeNote
from sessionrunner.core.exercise import Exercise, Keep, LessonKind, Mode, Step
from sessionrunner.core.faults import faults
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.public import public_view
from sessionrunner.core.role import Role
from sessionrunner.core.state import NotPossible
from tests.core.rooms import TEXT, Hour, a_step, an_exercise, names

TEAM = (Role("Teamet", 2, "Reflektera"), Role("Handläggaren", speaks=False))
REFLECTION = a_step("reflect", rule="Frågor, inga rättningar", roles=TEAM)


def unkept(*steps: Step) -> Exercise:
    """An exercise of these steps, of which nothing is kept."""
    return replace(an_exercise(*steps), keep=Keep.NOTHING)


@pytest.mark.parametrize("command", [TakeNote("Om familjen"), PutLesson(Lesson("l1", LessonKind.IDEA, "Om familjen"))])
def test_what_is_said_about_a_family_cannot_be_written_down(command: Command) -> None:
    """The refusal comes before anything has reached the disk."""
    with pytest.raises(NotPossible):
        Hour(unkept(REFLECTION), names(8)).give(Next()).give(command)


def test_other_exercises_are_written_down() -> None:
    """The refusal is for those that keep nothing."""
    hour = Hour(an_exercise(REFLECTION), names(8)).give(Next()).give(TakeNote("Ett ord"))
    assert [note.text for note in hour.session.notes] == ["Ett ord"]


@pytest.mark.parametrize(
    "step",
    [
        a_step("s", collect=(TEXT,)),
        a_step("s", outputs=(LessonKind.IDEA,)),
        a_step("s", mode=Mode.SUMMARY),
    ],
)
def test_an_hour_that_keeps_nothing_neither_collects_nor_sums_up(step: Step) -> None:
    """Nobody is asked for what will be thrown away."""
    assert [fault.code for fault in faults(unkept(step))] == ["keeps-nothing"]
    assert faults(an_exercise(step)) == [] == faults(unkept(REFLECTION))


def test_the_room_sees_the_rule_and_who_may_speak() -> None:
    """The cards themselves are for those who hold them."""
    hour = Hour(unkept(REFLECTION), names(8))
    assert public_view(hour.session, hour.now).rule == ""
    view = public_view(hour.give(Next()).session, hour.now)
    assert view.rule == "Frågor, inga rättningar"
    assert (view.speaking, view.listening) == (("Teamet",), ("Handläggaren",))
    assert "Reflektera" not in str(view)
