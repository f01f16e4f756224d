"""Themes with questions: the leader reads them alone, and puts one on the wall when it is time."""

import pytest

from sessionrunner.core.commands import Next, TakeTheme
from sessionrunner.core.prompts import Theme
from sessionrunner.core.public import public_view, theme_on_wall
from tests.core.rooms import Hour, a_step, an_exercise, names, refusal

RISK = Theme("Risk", ("What happened?", "Who saw it?"))
INTERVIEW = a_step("interview", prompts=(Theme("Contact", ("How?",)), RISK), owner="Social worker")


def begun() -> Hour:
    """An hour that begins with an interview in two themes."""
    return Hour(an_exercise(INTERVIEW, a_step("talk")), names(4)).give(Next())


def task(hour: Hour) -> str:
    """What the room reads."""
    return public_view(hour.session, hour.now).task


def test_the_room_reads_the_task_until_a_theme_is_chosen() -> None:
    """The leader's questions are the leader's."""
    assert task(begun()) == "Task of interview"


def test_a_chosen_theme_stands_on_the_wall_with_its_questions() -> None:
    """Whoever stands at the board can read them there."""
    hour = begun().give(TakeTheme(1))
    assert task(hour) == "RISK\n– What happened?\n– Who saw it?"
    assert theme_on_wall(hour.session) == RISK


def test_the_task_comes_back_when_the_theme_is_taken_down() -> None:
    """One key."""
    assert task(begun().give(TakeTheme(1), TakeTheme(None))) == "Task of interview"


def test_the_theme_is_gone_with_its_step() -> None:
    """The next step has a task of its own."""
    assert task(begun().give(TakeTheme(1), Next())) == "Task of talk"


@pytest.mark.parametrize("number", [2, -1])
def test_a_theme_that_is_not_there_is_refused(number: int) -> None:
    """Nothing changes."""
    assert refusal(begun(), TakeTheme(number)) == "no-such-theme"


def test_in_the_lobby_there_are_no_themes() -> None:
    """The hour has not begun."""
    assert refusal(Hour(an_exercise(INTERVIEW), names(4)), TakeTheme(0)) == "no-such-theme"


def test_everybody_sees_who_leads_the_point() -> None:
    """An agenda point has somebody who answers for it."""
    assert public_view(begun().session, begun().now).owner == "Social worker"
