"""What earlier sessions say about an exercise's times, on the preparation screen."""

from collections.abc import Sequence
from datetime import timedelta

from textual.content import Content

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.history import Learned, StepMinutes, with_minutes
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import safe


def suggestion(words: Catalogue, exercise: Exercise, usual: Sequence[Learned]) -> list[Content]:
    """Steps that usually take another time, each with its basis, and the key that takes them over."""
    if not usual:
        return []
    new = with_minutes(exercise, lengths(usual)).minutes
    lines = [words(_key(one), n=one.times, **_values(one)) for one in usual]
    total = words("lessons.learned.total", minutes=phrases.whole_minutes(new))
    return _part(words, "lessons.learned.title", [*lines, total])


def in_force(words: Catalogue, exercise: Exercise, own: Sequence[StepMinutes]) -> list[Content]:
    """The group's own times, and the key that turns back to the exercise's."""
    planned = {step.id: step for step in exercise.steps}
    changed = [(planned[one.step], one.minutes) for one in own if one.step in planned]
    lines = [
        words(
            "occasions.open.own" if step.open else "lessons.learned.own",
            title=step.title,
            minutes=minutes,
            planned=_planned(step.minutes),
        )
        for step, minutes in changed
    ]
    return _part(words, "lessons.learned.in-force", [*lines, words("lessons.learned.turn-back")]) if lines else []


def lengths(usual: Sequence[Learned]) -> tuple[StepMinutes, ...]:
    """The suggestion as what is kept."""
    return tuple(StepMinutes(one.step.id, one.usual) for one in usual)


def _part(words: Catalogue, title: str, lines: Sequence[str]) -> list[Content]:
    return [Content.styled(words(title), "bold $accent"), *(safe(line) for line in lines), Content("")]


def _key(one: Learned) -> str:
    """A range only where there is one."""
    return "lessons.learned.step" if one.shortest < one.longest else "lessons.learned.always"


def _values(one: Learned) -> dict[str, object]:
    known = {"title": one.step.title, "usual": one.usual, "shortest": one.shortest, "longest": one.longest}
    return {**known, "planned": _planned(one.step.minutes)}


def _planned(length: timedelta | None) -> int:
    return phrases.whole_minutes(length or timedelta())
