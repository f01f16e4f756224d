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


def test_a_date_that_is_none_is_asked_for_again_and_the_rest_is_kept() -> None:
    """Nothing is written down with its date lost, and nobody types the line twice."""
    lines = Lines()
    assert "”snart” går inte att läsa" in lines.say("lesson activity Boka rum | chefen | snart")
    assert not lines.desk.session.lessons
    assert "går inte att läsa" in lines.say("senast nån gång")
    lines.say("senast 2099-12-12")
    (lesson,) = lines.desk.session.lessons
    assert (lesson.text, lesson.owner, lesson.due) == ("Boka rum", "chefen", date(2099, 12, 12))


def test_the_line_written_last_gets_its_date_afterwards() -> None:
    """By when is often the last thing that a room agrees on."""
    lines = Lines()
    assert "finns inte" in lines.say("senast fredag") or not lines.desk.session.lessons
    lines.say("lesson activity Boka rum")
    assert "12 december 2099" in lines.say("due 2099-12-12")
    assert lines.desk.session.lessons[0].due == date(2099, 12, 12)
    assert "inget datum" in lines.say("due")
    assert lines.desk.session.lessons[0].due is None


def test_a_date_that_has_been_is_written_and_doubted() -> None:
    """2025 typed for 2026: the leader hears it at once."""
    assert "har redan varit" in Lines().say("lesson activity Boka rum | chefen | 2001-12-01")


def test_the_room_agrees_on_a_day_to_follow_up() -> None:
    """In words or as a date; it can be asked for and taken away."""
    lines = Lines()
    assert "Ingen dag" in lines.say("följ-upp")
    assert "Ni följer upp onsdag 6 januari 2100" in lines.say("följ-upp 2100-01-06")
    assert lines.desk.session.follow_up == date(2100, 1, 6)
    assert "dagen för uppföljning" in lines.say("undo")
    lines.say("revisit om 6 veckor")
    assert "Ingen dag" in lines.say("revisit 0")


@pytest.mark.parametrize(("said", "told"), [("snart", "går inte att läsa"), ("2001-01-01", "har redan varit")])
def test_a_day_that_cannot_be_is_told(said: str, told: str) -> None:
    """The day that was agreed on before stands."""
    lines = Lines()
    lines.say("revisit 2100-01-06")
    assert told in lines.say(f"revisit {said}")
    assert lines.desk.session.follow_up == date(2100, 1, 6)


def test_saving_what_nobody_has_approved_is_told() -> None:
    """The file says it, so the leader should hear it first."""
    lines = Lines()
    lines.say("lesson activity Boka rum")
    for _ in range(3):
        lines.say("next")
    assert "inte godkänt" in lines.say("save")
