"""What each command does, and when it is refused."""

from typing import get_args

import pytest
from hypothesis import given

from sessionrunner.core import timeline
from sessionrunner.core.commands import (
    AddTime,
    Approve,
    Back,
    Close,
    Command,
    DrawGroups,
    DropLesson,
    Next,
    Open,
    Pause,
    PauseReason,
    PutLesson,
    Resume,
    Reveal,
    SetPeople,
    TakeNote,
    Undo,
)
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson, Note
from sessionrunner.core.rules import RULES
from sessionrunner.core.session import START, Session, Stage, apply
from tests.core.rooms import HOUR, Hour, minutes, names, refusal
from tests.core.strategies import hours

LESSON = Lesson("l1", LessonKind.ACTIVITY, "Vi läser varandras journaler")


def test_opening_says_who_is_here_and_divides_the_room() -> None:
    """Before the first step everybody knows where to go."""
    session = Hour().session
    assert session.stage is Stage.LOBBY
    assert session.people == names(14)
    assert set(session.groups) == {"tables", "pairs", "again", "teams"}


def test_k_is_never_below_the_floor() -> None:
    """Whatever the session is opened with, the promise on the phones is one that is kept."""
    assert Hour(threshold=1).session.threshold == 3
    assert Hour(threshold=6).session.threshold == 6


def test_a_session_cannot_be_opened_again_under_way() -> None:
    """Nobody lowers k after people have written."""
    assert refusal(Hour().give(Next()), Open(names(3), 1, threshold=3)) == "already-started"


def test_next_from_the_lobby_starts_the_first_step() -> None:
    """The clock of the hour begins here, not when the laptop was opened."""
    session = Hour().wait(minutes=7).give(Next()).session
    assert session.step == HOUR.steps[0]
    assert session.started == minutes(7)


def test_the_step_to_come_is_known_in_the_lobby_under_way_and_not_at_the_end() -> None:
    """The leader always sees what is next, until nothing is."""
    hour = Hour()
    assert hour.session.next_step == HOUR.steps[0]
    assert hour.give(Next()).session.next_step == HOUR.steps[1]
    assert hour.go_to("end").session.next_step is None
    assert hour.give(Close()).session.next_step is None


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (Back(), "first-step"),
        (Pause(), "not-started"),
        (Resume(), "not-paused"),
        (AddTime(minutes(1)), "not-started"),
        (Reveal("write"), "step-not-reached"),
        (Reveal("start"), "collects-nothing"),
        (Reveal("nothing"), "collects-nothing"),
        (DropLesson("l1"), "no-such-lesson"),
        (Approve(), "not-started"),
    ],
)
def test_in_the_lobby_what_makes_no_sense_is_refused(command: Command, why: str) -> None:
    """The leader is told why, and nothing has happened."""
    assert refusal(Hour(), command) == why


def test_from_the_first_step_there_is_no_way_back() -> None:
    """Not even into the lobby."""
    assert refusal(Hour().give(Next()), Back()) == "first-step"


def test_from_the_last_step_there_is_no_next() -> None:
    """Ending is a decision of its own."""
    assert refusal(Hour().go_to("end"), Next()) == "last-step"


def test_after_the_end_nothing_can_be_done() -> None:
    """A closed session stays as it was saved."""
    ended = Hour().give(Next(), Close())
    for command in (Next(), Back(), Pause(), TakeNote("x"), PutLesson(LESSON), Close(), Open(names(3), 1)):
        assert refusal(ended, command) == "closed"


def test_pausing_twice_and_resuming_twice_is_refused() -> None:
    """The clock stands still or goes; there is nothing between."""
    hour = Hour().give(Next(), Pause(PauseReason.TECHNOLOGY))
    assert hour.session.pause_reason is PauseReason.TECHNOLOGY
    assert refusal(hour, Pause(PauseReason.TECHNOLOGY)) == "already-paused"
    assert refusal(hour.give(Resume()), Resume()) == "not-paused"


def test_next_on_a_paused_clock_starts_the_next_step_running() -> None:
    """Going on means going on."""
    session = Hour().give(Next(), Pause()).wait(minutes=5).give(Next()).session
    assert session.paused is None
    assert session.pause_reason is None
    assert session.spent["start"] == minutes(0)


def test_a_step_with_no_time_left_has_none_to_take_away() -> None:
    """What has passed cannot be given back."""
    hour = Hour().give(Next()).wait(minutes=3)
    assert refusal(hour, AddTime(minutes(-1))) == "no-time-left"
    assert refusal(hour.wait(minutes=1), AddTime(minutes(-1))) == "no-time-left"


def test_more_can_be_taken_away_than_is_left_but_only_down_to_now() -> None:
    """Two key presses too many do not put the room in debt."""
    hour = Hour().give(Next()).wait(minutes=1).give(AddTime(minutes(-10)))
    assert timeline.remaining(hour.session, hour.now) == minutes(0)
    hour.give(AddTime(minutes(2)))
    assert timeline.remaining(hour.session, hour.now) == minutes(2)


def test_notes_carry_the_title_of_their_step() -> None:
    """So that the line makes sense the week after."""
    session = Hour().give(TakeNote("before"), Next(), TakeNote(" during\x1b[2J ")).session
    assert session.notes == (Note("", "before"), Note("Title of start", "during[2J"))


def test_empty_lines_are_not_written_down() -> None:
    """Enter pressed twice leaves no blank rows in the summary."""
    hour = Hour().give(Next())
    assert refusal(hour, TakeNote(" \n")) == "nothing-written"
    assert refusal(hour, PutLesson(Lesson("l1", LessonKind.IDEA, "\t"))) == "nothing-written"


def test_a_lesson_with_the_same_id_replaces_the_old_in_its_place() -> None:
    """Editing a row does not move it."""
    other, better = Lesson("l2", LessonKind.IDEA, "En till"), Lesson("l1", LessonKind.ROUTINE, "Bättre", "arbetsledare")
    session = Hour().give(Next(), PutLesson(LESSON), PutLesson(other), PutLesson(better)).session
    assert session.lessons == (better, other)


def test_a_lesson_can_be_taken_away() -> None:
    """The others stay."""
    other = Lesson("l2", LessonKind.IDEA, "En till")
    session = Hour().give(Next(), PutLesson(LESSON), PutLesson(other), DropLesson("l1")).session
    assert session.lessons == (other,)


def test_lessons_are_cleaned_of_what_a_terminal_would_obey() -> None:
    """Pasted text cannot draw on the wall."""
    session = Hour().give(Next(), PutLesson(Lesson("l1", LessonKind.IDEA, "a\x1b]0;x\x07", "\u202eb"))).session
    assert session.lessons == (Lesson("l1", LessonKind.IDEA, "a]0;x", "b"),)


@pytest.mark.parametrize("change", [PutLesson(Lesson("l2", LessonKind.IDEA, "x")), DropLesson("l1")])
def test_a_changed_summary_is_no_longer_approved(change: Command) -> None:
    """The room said yes to what stood there then."""
    hour = Hour().give(Next(), PutLesson(LESSON), Approve())
    assert hour.session.approved
    assert not hour.give(change).session.approved


def test_somebody_who_comes_late_joins_the_groups_that_sit() -> None:
    """The others stay where they are; groups to come are drawn with everybody."""
    hour = Hour().go_to("pairs")
    before = hour.session.groups["pairs"]
    after = hour.give(SetPeople(names(15))).session.groups
    assert all(
        set(old.members) <= set(new.members) for old, new in zip(before.groups, after["pairs"].groups, strict=True)
    )
    assert after["pairs"].group_of("P15") and after["teams"].group_of("P15")


def test_groups_of_steps_that_are_over_stay_as_they_were() -> None:
    """What has been done has been done."""
    hour = Hour().go_to("write")
    before = hour.session.groups["tables"]
    assert hour.give(SetPeople(names(20)), DrawGroups(9)).session.groups["tables"] == before


def test_somebody_who_came_late_has_a_seat_when_the_room_goes_back() -> None:
    """A step that is led again is led with those who are here."""
    hour = Hour().go_to("write").give(SetPeople(names(15)), Back())
    assert hour.session.groups["pairs"].group_of("P15")


def test_drawing_again_changes_the_groups_of_this_step() -> None:
    """The leader did not like what came out."""
    hour = Hour().go_to("pairs")
    before = hour.session.groups
    after = hour.give(DrawGroups(7)).session.groups
    assert after["pairs"] != before["pairs"]
    assert after["tables"] == before["tables"]


@given(hours)
def test_everybody_in_the_room_has_a_seat_in_the_step_under_way(hour: Hour) -> None:
    """Whoever came, left, went back or drew again."""
    step = hour.session.step
    if step is not None and step.id in hour.session.groups:
        seated = sorted(name for group in hour.session.groups[step.id].groups for name in group.members)
        assert seated == sorted(hour.session.people)


def test_closing_from_the_lobby_ends_a_session_that_never_began() -> None:
    """It has reached nothing and spent nothing."""
    session = Hour().give(Close()).session
    assert session.stage is Stage.CLOSED
    assert session.reached == ()
    assert session.spent == {}


def test_closing_books_the_last_step_and_ends_the_pause() -> None:
    """The minutes of the last step are counted, the pause is not."""
    hour = Hour().give(Next()).wait(minutes=2).give(Pause()).wait(minutes=9).give(Close())
    assert hour.session.spent == {"start": minutes(2)}
    assert hour.session.paused is None


def test_something_that_is_no_command_is_a_mistake_in_the_program() -> None:
    """It is not silently passed over."""
    with pytest.raises(KeyError):
        apply(Session(HOUR), "next", START)  # type: ignore[arg-type]


def test_every_kind_of_command_has_its_rule() -> None:
    """A new command without one would be found out in front of the room."""
    assert RULES.keys() == set(get_args(Command)) - {Undo}


def test_a_step_is_found_by_its_id() -> None:
    """And one that does not exist is not."""
    assert HOUR.step("write").title == "Title of write"
    with pytest.raises(KeyError):
        HOUR.step("nothing")
