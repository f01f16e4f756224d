"""A decision belongs to a role; a participant's name is asked about before it leaves the room."""

import pytest

from sessionrunner.core.commands import Next, PutLesson
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.naming import names_somebody
from tests.core.rooms import HOUR, Hour, refusal

PEOPLE = ("Eva Berg", "Bo", "7")


@pytest.mark.parametrize(
    ("owner", "named"),
    [("Eva", True), ("eva berg", True), ("Bo och chefen", True), ("Berg", True), ("arbetsledare", False), ("", False)],
)
def test_a_participants_name_is_recognised(owner: str, named: bool) -> None:
    """First name, family name or both, in any case."""
    assert names_somebody(owner, PEOPLE) is named


def test_card_numbers_are_nobodys_name() -> None:
    """Group 7 may own a decision where people are numbers."""
    assert not names_somebody("grupp 7", PEOPLE)


def put(owner: str, *, text: str = "Korta mallen", insist: bool = False) -> PutLesson:
    """A line with this owner."""
    return PutLesson(Lesson("l1", LessonKind.ACTIVITY, text, owner), insist)


def test_a_name_is_asked_about_and_the_leader_may_insist() -> None:
    """Insisted on once, the line can be changed without being asked again."""
    hour = Hour(HOUR, PEOPLE).give(Next())
    assert refusal(hour, put("Eva")) == "owner-is-a-name"
    hour.give(put("Eva", insist=True), put("Eva", text="Korta mallen mer"))
    assert [(one.owner, one.text) for one in hour.session.lessons] == [("Eva", "Korta mallen mer")]
    assert refusal(hour, put("Bo")) == "owner-is-a-name"
