"""What of the opened answers stands on the wall, and for how long."""

import pytest

from sessionrunner.core.commands import Close, Hide, Next, PutLesson, Reveal, Show
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Collected, Lesson
from sessionrunner.core.session import NotPossible
from sessionrunner.core.showing import Shown, Turn, cards, shown_on_wall, turned
from tests.core.rooms import SCALE, TEXT, Hour, refusal

TEXTS = Collected(TEXT, ("a", "b", "c", "d", "e"), "write")
BARS = Collected(SCALE, ("1", "1", "2", "3", "9"), "write")
OTHERS = Collected(TEXT, ("x",) * 5, "write-more")
LESSON = Lesson("l1", LessonKind.IDEA, "Vi provar")


def opened(on_wall: bool = True) -> Hour:
    """An hour in which the answers of the writing step have been opened."""
    return Hour().go_to("write").give(Reveal("write", on_wall))


def seen(hour: Hour) -> Shown:
    return shown_on_wall(hour.session, (TEXTS, BARS, OTHERS))


def turn(hour: Hour, *turns: Turn) -> Shown:
    for one in turns:
        hour.give(turned(hour.session, (TEXTS, BARS, OTHERS), one))
    return seen(hour)


def test_opened_answers_are_shown_all_together() -> None:
    """One key opens and shows everything the step asked, and nothing of another step."""
    assert seen(opened()) == Shown((TEXTS, BARS), 0, 6)


def test_the_leader_can_read_first() -> None:
    """Nothing is on the wall until the leader puts it there."""
    assert seen(opened(on_wall=False)) == Shown()


def test_one_at_a_time_every_text_stands_alone_and_a_scale_is_whole() -> None:
    """Each text is a card; the bars of a scale are one."""
    assert [card.answers for card in cards((TEXTS, BARS))] == [("a",), ("b",), ("c",), ("d",), ("e",), BARS.answers]


def test_next_shows_the_first_then_the_second() -> None:
    """The room reads one answer at a time and sees how many there are."""
    hour = opened(on_wall=False)
    first, second = turn(hour, Turn.NEXT), turn(hour, Turn.NEXT)
    assert (first.answers[0].answers, first.number, first.total) == (("a",), 1, 6)
    assert (second.answers[0].answers, second.number) == (("b",), 2)


def test_previous_goes_back_and_stops_at_the_first() -> None:
    """Pressing once too often does nothing strange."""
    assert turn(opened(), Turn.NEXT, Turn.NEXT, Turn.PREVIOUS).number == 1
    assert turn(opened(), Turn.PREVIOUS, Turn.PREVIOUS).number == 1


def test_next_stops_at_the_last() -> None:
    """After the last answer comes no empty wall."""
    assert turn(opened(), *[Turn.NEXT] * 9) == Shown((BARS,), 6, 6)


def test_all_and_none() -> None:
    """From one answer to all of them, and off the wall."""
    hour = opened()
    assert turn(hour, Turn.NEXT, Turn.ALL) == Shown((TEXTS, BARS), 0, 6)
    assert turn(hour, Turn.NONE) == Shown()


def test_hidden_answers_come_back() -> None:
    """What was taken off the wall can be shown again."""
    assert turn(opened(), Turn.NONE, Turn.ALL).answers == (TEXTS, BARS)


def test_the_answers_opened_last_are_turned() -> None:
    """With two forms opened, the later one is what the leader means."""
    hour = opened().go_to("write-more").give(Reveal("write-more"))
    assert turn(hour, Turn.NONE, Turn.NEXT).answers == (Collected(TEXT, ("x",), "write-more"),)


def test_nothing_can_be_shown_before_it_is_opened() -> None:
    """No answer is on the wall unless enough people have answered and the leader has opened them."""
    hour = Hour().go_to("write")
    with pytest.raises(NotPossible):
        turned(hour.session, (), Turn.NEXT)
    assert refusal(hour, Show("write")) == "not-opened"


def test_answers_stay_on_the_wall_over_the_next_step_and_no_longer() -> None:
    """They do not follow along for the rest of the day."""
    hour = opened()
    assert [bool(seen(hour.give(Next())).answers) for _ in range(2)] == [True, False]


def test_a_decision_takes_the_answers_place() -> None:
    """The wall follows what the room does now; the answers can be put back."""
    hour = opened().give(PutLesson(LESSON))
    assert seen(hour) == Shown()
    assert turn(hour, Turn.NEXT).number == 1


def test_after_the_end_no_answers_are_on_the_wall() -> None:
    """The last picture is what was decided."""
    assert seen(opened().give(Close())) == Shown()


def test_with_too_few_answers_there_is_nothing_to_show() -> None:
    """An opened step below k is an empty wall, one at a time as well."""
    hour = opened().give(Show("write", 0))
    assert shown_on_wall(hour.session, ()) == Shown()


def test_hiding_what_is_not_shown_is_harmless() -> None:
    """A nervous leader may press it twice."""
    assert seen(opened().give(Hide(), Hide())) == Shown()
