"""How the hour goes, from the first step to the last: shown where a screen has room for it."""

from textual.content import Content

from sessionrunner.core import timeline
from sessionrunner.core.exercise import Exercise, Mode, Step
from sessionrunner.core.session import Session
from sessionrunner.core.wording import as_led
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import one_line, safe

_FIGURES = 3
"""Columns for the minutes."""
_LINE = 40
"""Letters that a step's line has in the narrowest column it stands in."""
_USUAL = frozenset({Mode.PLENARY, Mode.SUMMARY})
"""Everybody together: nothing to be told about."""


def course(words: Catalogue, exercise: Exercise, session: Session | None = None) -> Content:
    """A line a step with its minutes; with a ``session`` those that the people who are here need."""
    lines = [_line(words, step, session) for step in exercise.steps]
    return Content("\n").join([Content.styled(words("prepare.course"), "bold $accent"), *lines])


def first_words(words: Catalogue, exercise: Exercise) -> Content:
    """What the leader says first; empty where the exercise says nothing."""
    said = as_led(Session(exercise), exercise.steps[0]).notes.say
    if not said:
        return Content("")
    return Content("\n").join([Content.styled(words("prepare.first-words"), "bold $accent"), safe(f"”{said}”")])


def examples(words: Catalogue) -> Content:
    """How it can be written who is here."""
    ways = ("number", "names", "column", "file")
    lines = [
        Content("\n").join(
            [Content.styled(words(f"prepare.write.{way}"), "bold"), Content(words(f"prepare.read.{way}"))]
        )
        for way in ways
    ]
    return Content("\n\n").join([Content.styled(words("prepare.ways"), "bold $accent"), *lines])


def _line(words: Catalogue, step: Step, session: Session | None) -> Content:
    title = one_line(step.title)
    if session is None and step.turn:
        each = words(f"tui.turns.{step.turns_per.value}", minutes=phrases.whole_minutes(step.turn))
        return Content(" " * (_FIGURES + 2)) + title + Content.styled(f", {each}", "$muted")
    length = timeline.planned(session, step) if session else step.minutes
    shown = "–" if length is None else str(phrases.whole_minutes(length))
    mode = "" if step.mode in _USUAL else f", {words(f'tui.mode.{step.mode.value}')}"
    mode = mode if len(step.title) + len(mode) <= _LINE else ""
    return Content(f"{shown:>{_FIGURES}}  ") + title + Content.styled(mode, "$muted")
