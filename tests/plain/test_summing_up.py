"""The summary written in lines: what, who and when, separated by strokes."""

from datetime import date

import pytest

from tests.plain.test_timing import Lines


@pytest.mark.parametrize(
    ("line", "owner", "due"),
    [
        ("lesson activity Boka rum | chefen | 2099-12-01", "chefen", date(2099, 12, 1)),
        ("lesson activity Boka rum | chefen | 1/12 2099", "chefen", date(2099, 12, 1)),
        ("lesson activity Boka rum | 2099-12-01", "", date(2099, 12, 1)),
        ("lesson activity Boka rum | chefen", "chefen", None),
        ("lesson activity Boka rum", "", None),
    ],
)
def test_a_line_says_who_and_when(line: str, owner: str, due: date | None) -> None:
    """Whoever leaves out who, and writes when, has not named a person 2099-12-01."""
    lines = Lines()
    lines.say(line)
    (lesson,) = lines.desk.session.lessons
    assert (lesson.text, lesson.owner, lesson.due) == ("Boka rum", owner, due)


def test_a_date_that_is_none_is_asked_for_again() -> None:
    """Nothing is written down with its date lost."""
    lines = Lines()
    assert "2026-12-01" in lines.say("lesson activity Boka rum | chefen | snart")
    assert not lines.desk.session.lessons


def test_saving_what_nobody_has_approved_is_told() -> None:
    """The file says it, so the leader should hear it first."""
    lines = Lines()
    lines.say("lesson activity Boka rum")
    for _ in range(3):
        lines.say("next")
    assert "inte godkänt" in lines.say("save")
