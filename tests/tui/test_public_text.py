"""What the room reads when the leader's own display is mirrored, drawn from the public view alone."""

from dataclasses import replace

from sessionrunner.core.public import PublicView
from sessionrunner.core.showing import Shown
from sessionrunner.locale import load
from sessionrunner.tui.widgets.public_text import note_text, task_text
from tests.tui.fakes import FakeHost, running

WORDS = load("sv")
FORM, TABLES = 4, 2


def view(step: int) -> PublicView:
    """What everybody sees in this step."""
    return running(FakeHost(), step).room.public()


def test_while_something_is_asked_the_answers_are_counted() -> None:
    """Nobody has answered yet, and that is told too."""
    seen = view(FORM)
    assert WORDS("tui.answers.count", n=0, people=seen.people) in note_text(WORDS, seen, 0).plain


def test_where_nobody_says_that_they_are_done_there_is_no_line() -> None:
    """An empty line would only push the task up."""
    assert not note_text(WORDS, view(TABLES), 0)
    assert note_text(WORDS, view(TABLES), 1)


def test_the_rule_stands_before_everything_else() -> None:
    """It is what the room keeps to."""
    seen = replace(view(FORM), rule="En i taget")
    assert note_text(WORDS, seen, 3).plain.startswith("En i taget")


def test_the_task_is_shown_until_something_else_is() -> None:
    """Only what the leader has put up takes its place."""
    seen = view(TABLES)
    assert task_text(WORDS, seen, Shown()).plain.startswith(seen.task.splitlines()[0])
