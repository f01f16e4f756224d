"""The hour begins with what was decided the last time, and nothing said about it is lost."""

from datetime import date, timedelta

import pytest

from sessionrunner.core.commands import Discuss, FollowFirst, Next, Open, TakeNote, Undo, UpdateLesson
from sessionrunner.core.discussion import answered, follows_first, offered_minutes, status_of, task, under_discussion
from sessionrunner.core.exercise import Confidentiality, Exercise, LessonKind, Mode
from sessionrunner.core.followup import Decision, Status
from sessionrunner.core.history import StepMinutes
from sessionrunner.core.public import public_view
from sessionrunner.core.record import Identity, record
from tests.core.rooms import Hour, a_step, an_exercise, refusal

DUE = date(2026, 12, 1)
FIRST = Decision("a/l1", LessonKind.ACTIVITY, "Korta mallen", "chef", DUE, date(2026, 11, 1), "Liten")
SECOND = Decision("a/l2", LessonKind.ROUTINE, "Läs högt", "", None, date(2026, 11, 1), "Liten")
SHORT = an_exercise(a_step("start", 5), a_step("end", 5))


class Following(Hour):
    """An hour that opens with two earlier decisions."""

    def __init__(self, *decisions: Decision, exercise: Exercise = SHORT) -> None:
        super().__init__(exercise)
        self.give(Open(("P1", "P2"), 1, decisions=decisions))


def begun() -> Following:
    """The follow-up is under way."""
    hour = Following(FIRST, SECOND)
    hour.give(FollowFirst(4, "Uppföljning", "Vad blev det?", "Säg", "Gör", "Tyst"), Next())
    return hour


def test_the_follow_up_is_a_step_before_the_first() -> None:
    """With its own minutes, and the hour is as much longer."""
    hour = begun()
    assert hour.session.step is not None and hour.session.step.mode is Mode.FOLLOW_UP
    assert hour.session.exercise.minutes == timedelta(minutes=14)
    assert hour.session.step.notes.say == "Säg"


def test_the_follow_up_can_be_taken_away_again_and_is_never_there_twice() -> None:
    """The leader changes her mind in the lobby."""
    hour = Following(FIRST)
    hour.give(FollowFirst(4), FollowFirst(6))
    assert [step.id for step in hour.session.exercise.steps] == ["follow-up", "start", "end"]
    assert follows_first(hour.session)
    hour.give(FollowFirst(0), FollowFirst(0))
    assert hour.session.exercise == SHORT


def test_the_room_goes_through_the_decisions_one_by_one() -> None:
    """The most urgent first; what has been taken up is passed."""
    hour = begun()
    assert under_discussion(hour.session) == FIRST
    hour.give(UpdateLesson("a/l1", Status.DONE, " klart \x07"))
    assert under_discussion(hour.session) == SECOND
    hour.give(UpdateLesson("a/l2", Status.OPEN))
    assert under_discussion(hour.session) is None
    assert [(one.decision, one.status, one.note) for one in answered(hour.session)] == [
        (FIRST, Status.DONE, "klart"),
        (SECOND, Status.OPEN, ""),
    ]


def test_a_decision_can_be_chosen_and_said_anew() -> None:
    """The latest word counts, and undo takes it back."""
    hour = begun().give(UpdateLesson("a/l1", Status.DONE), Discuss("a/l1"))
    assert under_discussion(hour.session) == FIRST
    hour.give(UpdateLesson("a/l1", Status.DROPPED, "Ingen hann"))
    assert status_of(hour.session, "a/l1") is Status.DROPPED and len(hour.session.updates) == 1
    hour.give(Undo())
    assert status_of(hour.session, "a/l1") is Status.DONE


def test_the_wall_shows_the_decision_that_is_talked_about() -> None:
    """What, who and by when; then the task of the step."""
    hour = begun()
    assert public_view(hour.session, hour.now).task == "Korta mallen\n→ chef · 2026-12-01" == task(FIRST)
    hour.give(UpdateLesson("a/l1", Status.DONE))
    assert public_view(hour.session, hour.now).task == "Läs högt" == task(SECOND)
    hour.give(UpdateLesson("a/l2", Status.DONE))
    assert public_view(hour.session, hour.now).task == "Vad blev det?"


@pytest.mark.parametrize(
    ("hour", "command", "why"),
    [
        (Following(), FollowFirst(5), "nothing-to-follow-up"),
        (Following(FIRST).give(Next()), FollowFirst(5), "already-started"),
        (Following(FIRST), UpdateLesson("a/l1", Status.DONE), "not-started"),
        (begun(), UpdateLesson("a/l9", Status.DONE), "no-such-decision"),
        (begun(), Discuss("a/l9"), "no-such-decision"),
        (begun(), UpdateLesson("a/l1", Status.DROPPED, "  "), "why-dropped"),
    ],
)
def test_what_makes_no_sense_is_refused(hour: Hour, command: FollowFirst | UpdateLesson | Discuss, why: str) -> None:
    """And nothing has changed."""
    assert refusal(hour, command) == why


@pytest.mark.parametrize(("decisions", "minutes"), [(1, 3), (3, 6), (40, 10)])
def test_a_follow_up_is_offered_a_length_that_fits(decisions: int, minutes: int) -> None:
    """Short for one, and never the whole hour."""
    assert offered_minutes(decisions) == minutes


def test_the_groups_own_minutes_are_the_plan() -> None:
    """What was learned is used from the first minute."""
    hour = Hour(SHORT)
    hour.give(Open(("P1",), 1, lengths=(StepMinutes("start", 8),)))
    assert hour.session.exercise.minutes == timedelta(minutes=13)


@pytest.mark.parametrize(("confidential", "saved"), [(Confidentiality.NONE, 1), (Confidentiality.OWN_CASES, 0)])
def test_notes_of_an_exercise_about_cases_are_not_saved(confidential: Confidentiality, saved: int) -> None:
    """What was on the board may be about people."""
    exercise = Exercise("t/t", "T", "T", SHORT.minutes, SHORT.steps, confidential=confidential)
    hour = Hour(exercise).give(Next(), TakeNote("KANARIEFAGEL"))
    told = record(hour.session, hour.now, Identity("3f9a1c2b", DUE, "sv"), {}, ())
    assert len(told.notes) == saved
    assert ("KANARIEFAGEL" in repr(told)) is bool(saved)
