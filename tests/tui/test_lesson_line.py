"""How a line of the summary reads."""

from datetime import date

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.locale import load
from sessionrunner.tui.widgets.decided import lesson_line

WORDS = load("sv")


def test_who_and_when_stand_after_the_words() -> None:
    """One line says it all."""
    lesson = Lesson("l1", LessonKind.ACTIVITY, "Boka lokal", "samordnare", date(2026, 12, 1), "enhetschef")
    assert lesson_line(WORDS, lesson).plain.endswith("Boka lokal  → samordnare, 1 december 2026, enhetschef")


def test_a_line_without_more_ends_with_its_words() -> None:
    """No arrow to nobody."""
    assert lesson_line(WORDS, Lesson("l1", LessonKind.IDEA, "Kaffe")).plain.endswith("Kaffe")


def test_the_most_important_line_begins_with_a_star() -> None:
    """In words too, for whoever does not see colours."""
    lesson = Lesson("l1", LessonKind.IDEA, "Kaffe", important=True)
    assert lesson_line(WORDS, lesson).plain.startswith(f"★ {WORDS('tui.lesson.important')}")
