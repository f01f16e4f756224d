"""What the group wants somebody else to answer or decide, as a short text to paste into a letter."""

from collections.abc import Iterator
from dataclasses import replace

from sessionrunner.core.lesson import Lesson
from sessionrunner.core.outcome import Outcome
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day
from sessionrunner.output.document import one_line, plain
from sessionrunner.output.story import told


class NothingToPassOn(SessionRunnerError):
    """No line of the summary is for another level."""

    cause = "export.nothing-to-pass-on"


def render(outcome: Outcome, words: Catalogue) -> bytes:
    """A paragraph a level, in the order they were first named."""
    levels: dict[str, list[Lesson]] = {}
    for lesson in outcome.lessons:
        if lesson.level:
            levels.setdefault(one_line(lesson.level), []).append(lesson)
    if not levels:
        raise NothingToPassOn()
    parts = ("\n".join(_to(level, lessons, outcome, words)) for level, lessons in levels.items())
    # Notepad on Windows shows any line ending, other programs there do not.
    return ("\n\n".join(parts) + "\n").replace("\n", "\r\n").encode("utf-8-sig")


def _to(level: str, lessons: list[Lesson], outcome: Outcome, words: Catalogue) -> Iterator[str]:
    yield words("export.other-levels.to", level=level)
    yield words("export.other-levels.from", title=one_line(outcome.title), date=day(outcome.date, words))
    yield ""
    # To whom is said above.
    yield from (f"- {plain(told(replace(lesson, level=''), words))}" for lesson in lessons)
