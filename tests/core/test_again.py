"""The same scale the next time: last time's answers beside the new, never two voices as one."""

from dataclasses import replace
from datetime import date

import pytest

from sessionrunner.core.again import before
from sessionrunner.core.commands import Open, Reveal
from sessionrunner.core.exercise import Mode
from sessionrunner.core.followup import Past, PastSession, PastTally
from sessionrunner.core.lesson import Before, Collected
from sessionrunner.core.opening import gathered
from sessionrunner.core.tally import middle, middle_before, tally_before
from tests.core.rooms import SCALE, Hour, a_step, an_exercise, names

CHILD = replace(SCALE, id="child", ask="The child?", again=True)
ADULT = replace(SCALE, id="adult", ask="The guardian?", again=True)
EXERCISE = an_exercise(a_step("start"), a_step("ask", mode=Mode.ALONE, collect=(CHILD, ADULT, SCALE)))
SPREAD = (("2", 3), ("7", 3))


def told(question: str, ask: str, counts: tuple[tuple[str, int], ...] = SPREAD) -> PastTally:
    return PastTally("ask", question, ask, counts)


def held(day: int, *tallies: PastTally, exercise: str = EXERCISE.id) -> PastSession:
    return PastSession(f"s{day}", date(2026, 10, day), exercise, "", "", tallies=tallies)


def test_each_question_meets_its_own_earlier_answers() -> None:
    """Child and guardian are two rows, from the latest session that asked."""
    past = Past((held(1, told("child", "The child?", (("1", 6),))), held(8, told("child", "The child?"))))
    assert before(past, EXERCISE) == (Before("ask", "child", date(2026, 10, 8), ("2",) * 3 + ("7",) * 3),)


def test_what_is_not_the_same_scale_is_not_compared() -> None:
    """Another wording, another exercise, values outside the scale, or nothing at all."""
    wrong = (
        held(1, told("child", "Another?")),
        held(2, told("child", "The child?", (("99", 6),))),
        held(3, told("child", "The child?", ())),
        held(4, told("child", "The child?"), exercise="test/other"),
    )
    assert before(Past(wrong), EXERCISE) == ()


def test_only_questions_that_are_asked_again_are_compared() -> None:
    """Most questions are about this hour."""
    assert before(Past((held(1, told("scale", SCALE.ask)),)), EXERCISE) == ()


def test_bands_are_compared_as_they_were_told() -> None:
    """The file has no single values of a small room; the middle is told beside them."""
    banded = replace(told("child", "The child?", (("0–3", 5), ("4–10", 6))), middle=4.5)
    (last,) = before(Past((held(1, banded),)), EXERCISE)
    assert (last.answers, last.middle) == (("0–3",) * 5 + ("4–10",) * 6, 4.5)
    (child,) = opened(last)
    assert [(one.label, one.number) for one in tally_before(child)] == [("0–3", 5), ("4–10", 6)]
    assert middle_before(child) == "4½"


def test_bands_are_joined_when_more_are_to_stand_behind_a_number_today() -> None:
    """Then k was three, today it is five."""
    (child,) = opened(Before("ask", "child", date(2026, 10, 8), ("0–2",) * 3 + ("3",) * 4 + ("4–10",) * 5, 3))
    assert [(one.label, one.number) for one in tally_before(child)] == [("0–3", 7), ("4–10", 5)]


def test_bands_without_their_middle_are_not_compared() -> None:
    """Somebody has taken it out of the file; it is not guessed."""
    assert before(Past((held(1, told("child", "The child?", (("0–3", 5), ("4–10", 6)))),)), EXERCISE) == ()


def opened(last: Before) -> tuple[Collected, ...]:
    """What is shown when five have answered the child's question now."""
    hour = Hour(EXERCISE, names(6)).give(Open(names(6), 1, before=(last,)))
    hour.go_to("ask").give(Reveal("ask"))
    return gathered(hour.session, lambda step, waves: {"child": ["3"] * 5})


def test_last_time_is_told_when_enough_had_answered_then() -> None:
    """In the same bands as today's answers."""
    (child,) = opened(Before("ask", "child", date(2026, 10, 8), ("2",) * 5))
    assert [(one.label, one.number) for one in tally_before(child) if one.number] != []
    assert child.before is not None
    assert (middle(child.answers), middle_before(child)) == ("3", "2")


@pytest.mark.parametrize(("answers", "value"), [((), ""), (("1", "2"), "1½"), (("1", "10", "4"), "4")])
def test_the_middle_has_as_many_above_as_below(answers: tuple[str, ...], value: str) -> None:
    """A number for the whole group, however few bands there are."""
    assert middle(answers) == value


def test_last_time_is_not_told_under_k() -> None:
    """Neither then nor now."""
    (child,) = opened(Before("ask", "child", date(2026, 10, 8), ("2",) * 4))
    assert child.before is None
    assert (tally_before(child), middle_before(child)) == ((), "")
