"""Decisions as lines of text."""

from datetime import date

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import Found, PastLesson, PastSession
from sessionrunner.locale import load
from sessionrunner.locale.lesson_lines import lesson_line


def test_a_decision_without_role_and_day_ends_with_its_words() -> None:
    """No sign stands there for what is not known."""
    today = date(2026, 11, 21)
    lesson = PastLesson("l1", LessonKind.GROUND_RULE, "En talar i taget")
    session = PastSession("0000aaaa", today, "a/b", "Våra spelregler", "L/lärdomar.md", lessons=(lesson,))
    assert lesson_line(Found(session, lesson), today, load("sv")) == "Spelregel: En talar i taget"
