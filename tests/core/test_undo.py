"""Taking back, and replaying: a session is what its events say."""

from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core import commands
from sessionrunner.core.commands import Back, Close, Next, Open, PutLesson, Resume, Reveal, SetPeople, TakeNote, Undo
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.session import effective, replay, undoable
from tests.core.rooms import HOUR, Hour, names, refusal
from tests.core.strategies import changes, for_ever, given_hour, hours, presses, undos

LESSON = Lesson("l1", LessonKind.IDEA, "Vi provar")


@given(hours)
def test_a_replayed_journal_is_the_live_session(hour: Hour) -> None:
    """After a crash the hour goes on as if nothing had happened."""
    assert replay(HOUR, hour.events) == hour.session


@given(hours, changes, st.integers(0, 900))
def test_undo_leaves_the_session_as_if_the_command_had_never_been_given(
    hour: Hour, command: commands.Command, seconds: int
) -> None:
    """Any command that can be given can be taken back without a trace."""
    before = hour.session
    if hour.wait(seconds=seconds).give_if_possible(command):
        assert hour.wait(seconds=5).give(Undo()).session == before


@given(hours, presses(changes, most=6))
def test_undoing_as_often_as_something_was_done_leads_back(
    hour: Hour, pressed: list[tuple[int, commands.Command]]
) -> None:
    """Undo twice takes two things back, and undo after undo goes on backwards."""
    before = hour.session
    done = [command for seconds, command in pressed if hour.wait(seconds=seconds).give_if_possible(command)]
    assert hour.give(*[Undo()] * len(done)).session == before


@given(hours)
def test_what_undo_would_take_back_is_what_it_takes_back(hour: Hour) -> None:
    """The word on the screen is the truth."""
    latest = undoable(hour.events)
    kept = effective(hour.events)
    if latest is not None:
        hour.give(Undo())
        assert effective(hour.events) == kept[:-1]
        assert kept[-1] is latest


@given(presses(changes, for_ever, undos))
def test_what_was_revealed_stays_revealed(pressed: list[tuple[int, commands.Command]]) -> None:
    """Nothing a leader can do opens a form whose answers have been seen."""
    hour = given_hour([])
    seen: frozenset[str] = frozenset()
    for seconds, command in pressed:
        hour.wait(seconds=seconds).give_if_possible(command)
        assert seen <= hour.session.revealed
        seen = hour.session.revealed


def test_revealing_cannot_be_undone() -> None:
    """Five answers seen, the form opened again, a sixth: the new one would point at whoever wrote it."""
    hour = Hour().go_to("write").give(Reveal("write"))
    assert undoable(hour.events) is None
    assert refusal(hour, Undo()) == "answers-are-open"


def test_what_was_done_after_revealing_can_be_undone() -> None:
    """The leader is not stuck with a key pressed too early."""
    hour = Hour().go_to("write").give(Reveal("write"))
    before = hour.session
    assert hour.give(Next(), Undo()).session == before


def test_what_was_done_before_revealing_is_reached_by_going_back() -> None:
    """Undo stops at the seal; the way back does not, and the form stays closed."""
    hour = Hour().go_to("again").give(Reveal("write"), Back())
    assert hour.session.step == HOUR.step("write")
    assert hour.session.revealed == {"write"}


def test_a_session_just_opened_has_nothing_to_undo() -> None:
    """Who is here is changed, not undone."""
    assert refusal(Hour(), Undo()) == "nothing-to-undo"


def test_a_closed_session_cannot_be_undone() -> None:
    """What was saved is saved, and the answers are gone."""
    hour = Hour().give(Next(), Close())
    assert undoable(hour.events) is None
    assert refusal(hour, Undo()) == "closed"


def test_an_undo_too_many_in_a_journal_takes_nothing() -> None:
    """A journal is read whatever stands in it."""
    opened = Hour()
    undo = opened.events[0].__class__(opened.now, "", Undo())
    assert replay(HOUR, [*opened.events, undo, undo]) == opened.session
    assert replay(HOUR, [undo]) == replay(HOUR, [])


def test_events_around_a_lost_one_are_still_led_by() -> None:
    """A damaged line in the journal costs that line and not the hour."""
    hour = Hour().give(Next()).give(commands.Pause(), Resume(), PutLesson(LESSON))
    damaged = [event for event in hour.events if not isinstance(event.command, commands.Pause)]
    assert replay(HOUR, damaged).lessons == (LESSON,)


def test_undo_brings_a_dropped_lesson_back_where_it_was() -> None:
    """Delete and undo are a pair."""
    hour = Hour().give(Next(), PutLesson(LESSON), PutLesson(Lesson("l2", LessonKind.IDEA, "x")), commands.Approve())
    before = hour.session
    assert hour.give(commands.DropLesson("l1"), Undo()).session == before


def test_the_same_events_give_the_same_groups() -> None:
    """Draws are repeated from their seed, not stored."""
    one = Hour().give(Next(), SetPeople(names(9)), TakeNote("x"))
    assert one.session.groups == replay(HOUR, one.events).groups
    assert Hour(people=names(9)).session.groups != Hour().give(Open(names(9), seed=2)).session.groups
