"""Opened texts under headings: what each key does, and what it takes back."""

import pytest

from sessionrunner.core.commands import (
    AddHeading,
    Approve,
    Command,
    CountHands,
    DropHeading,
    JoinHeadings,
    LeaveOut,
    MarkImportant,
    Next,
    Part,
    PutLesson,
    PutUnder,
    RenameHeading,
    Reveal,
    SameAs,
    Show,
    TakeIn,
    Undo,
)
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson, Sketch
from sessionrunner.core.sorting import Heading
from tests.core.rooms import Hour, refusal

IDEA, ROUTINE = Lesson("l1", LessonKind.IDEA, "Vi provar"), Lesson("l2", LessonKind.ROUTINE, "Vi läser")


def sorting() -> Hour:
    """An hour whose texts are open, with two headings."""
    hour = Hour().go_to("write").give(Reveal("write"))
    return hour.give(AddHeading("h1", " Stöd  hos\nkollegor "), AddHeading("h2", "Tid"))


def test_a_heading_has_its_name_on_one_line() -> None:
    """What was typed or pasted stands as one line on the wall."""
    assert sorting().session.sorting.headings == (Heading("h1", "Stöd hos kollegor"), Heading("h2", "Tid"))


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (AddHeading("h3", "  "), "nothing-written"),
        (AddHeading("h3", "TID"), "heading-is-there"),
        (AddHeading("h1", "Ny"), "heading-is-there"),
        (RenameHeading("h1", "tid"), "heading-is-there"),
        (RenameHeading("h9", "Ny"), "no-such-heading"),
        (JoinHeadings("h1", "h1"), "heading-is-there"),
        (JoinHeadings("h1", "h9"), "no-such-heading"),
        (DropHeading("h9"), "no-such-heading"),
        (PutUnder("m1", "h9"), "no-such-heading"),
        (SameAs("m1", "m1"), "same-already"),
        (Part("m1"), "stands-alone"),
        (LeaveOut("m1", " "), "no-reason"),
        (TakeIn("m1"), "not-left-out"),
        (CountHands("h1", -1), "no-such-count"),
        (MarkImportant("l9"), "no-such-lesson"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_reason(command: Command, why: str) -> None:
    """A slip of the finger changes nothing, and the leader is told why."""
    assert refusal(sorting(), command) == why


def test_nothing_can_be_sorted_before_it_is_open() -> None:
    """No text has a place before k people have answered and the leader has opened them."""
    assert refusal(Hour().go_to("write"), PutUnder("m1")) == "not-opened"


def test_a_text_moves_from_heading_to_heading_and_away() -> None:
    """Changing one's mind is one key."""
    hour = sorting().give(PutUnder("m1", "h1"), PutUnder("m1", "h2"))
    assert hour.session.sorting.placed == {"m1": "h2"}
    assert hour.give(PutUnder("m1")).session.sorting.placed == {}


def test_joined_headings_keep_every_text() -> None:
    """Two headings that turned out to be one lose nothing."""
    hour = sorting().give(PutUnder("m1", "h1"), PutUnder("m2", "h2"), JoinHeadings("h1", "h2"))
    assert hour.session.sorting.placed == {"m1": "h2", "m2": "h2"}
    assert hour.session.sorting.headings == (Heading("h2", "Tid"),)


def test_a_heading_taken_away_leaves_its_texts_loose() -> None:
    """No text goes with its heading."""
    assert sorting().give(PutUnder("m1", "h1"), DropHeading("h1")).session.sorting.placed == {}


def test_texts_that_say_the_same_move_together() -> None:
    """A third joins the two; all have the place of the one they were joined to."""
    hour = sorting().give(PutUnder("m1", "h1"), SameAs("m1", "m2"), SameAs("m2", "m3"), PutUnder("m1", "h2"))
    assert hour.session.sorting.same == {"m1": "m3", "m2": "m3"}
    assert hour.session.sorting.placed == {"m3": "h2"}


def test_texts_counted_together_can_be_parted() -> None:
    """They did not say the same after all; others that do stay together."""
    hour = sorting().give(SameAs("m1", "m2"), SameAs("m3", "m4"), Part("m2"))
    assert hour.session.sorting.same == {"m3": "m4"}


def test_a_text_left_out_has_its_reason_and_comes_back() -> None:
    """It can be shown after all."""
    hour = sorting().give(SameAs("m1", "m2"), LeaveOut("m1", "om en\nperson"))
    assert hour.session.sorting.reason("m2") == "om en person"
    assert hour.give(TakeIn("m1")).session.sorting.reason("m2") == ""


def test_leaving_a_text_out_takes_a_single_answer_off_the_wall() -> None:
    """Another answer never slips into its place before the room."""
    single = sorting().give(Show("write", 1), LeaveOut("m1", "skäl"))
    assert single.session.on_wall is None
    assert sorting().give(Show("write"), LeaveOut("m1", "skäl")).session.on_wall is not None


def test_hands_are_counted_per_heading() -> None:
    """The room raises hands, the leader types the number."""
    hour = sorting().give(CountHands("h2", 7), RenameHeading("h2", "Mer tid"))
    assert hour.session.sorting.headings[1] == Heading("h2", "Mer tid", 7)


@pytest.mark.parametrize(
    "change", [PutUnder("m1", "h1"), LeaveOut("m1", "x"), CountHands("h1", 3), MarkImportant("l1")]
)
def test_any_change_after_the_yes_of_the_room_withdraws_it(change: Command) -> None:
    """The room has not said yes to what stands there now; undo gives the yes back."""
    hour = sorting().give(PutLesson(IDEA), Approve(), change)
    assert not hour.session.approved
    assert hour.give(Undo()).session.approved


def test_one_lesson_is_the_most_important() -> None:
    """Marking another moves the mark; marking it once more takes the mark away."""
    hour = Hour().give(Next(), PutLesson(IDEA), PutLesson(ROUTINE), MarkImportant("l1"), MarkImportant("l2"))
    assert [lesson.important for lesson in hour.session.lessons] == [False, True]
    assert not any(lesson.important for lesson in hour.give(MarkImportant("l2")).session.lessons)


def test_the_most_important_one_stays_so_when_its_words_change() -> None:
    """The mark is about what the room decided, not about its spelling."""
    hour = Hour().give(Next(), PutLesson(IDEA), MarkImportant("l1"))
    assert hour.give(PutLesson(Lesson("l1", LessonKind.IDEA, "Vi provar i mars"))).session.lessons[0].important


def test_a_line_with_only_a_date_in_it_is_not_empty() -> None:
    """What has been typed in any field could be lost."""
    assert Sketch(text=" ").empty
    assert not Sketch(due="fredag").empty
