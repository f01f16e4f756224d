"""Texts that name a step's own minutes, or the whole hour's: ``<minuter>`` follows the clock, so that no note lies."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sessionrunner.core.exercise import Exercise, Notes, Step

if TYPE_CHECKING:
    from sessionrunner.core.state import Session

_PLACE = re.compile(r"<(minut[^<>\n]*)>")
_UNITS: Mapping[str, tuple[str, str]] = {"minuter": ("minut", "minuter"), "minutes": ("minute", "minutes")}
"""One and several, in the language of the text."""
_PART_OF: Mapping[str, str] = {
    "per varv": "round",
    "per round": "round",
    "per tur": "turn",
    "per turn": "turn",
    "för övningen": "exercise",
    "for the exercise": "exercise",
}
_BREAK = re.compile(r"\s*\n\s*|\s{3,}")
"""What sets lines apart, or two columns on one of them."""
_ENDED = re.compile(r"[.!?:;,][”\"')]*$")
_NEW_ITEM = re.compile(r"[A-ZÅÄÖ\d•–-]|[^\s=]+ = ")
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long a step is, one of its rounds or turns where it has any, and the exercise that it is a part of."""

    exercise: timedelta
    step: timedelta | None
    round: timedelta | None = None
    turn: timedelta | None = None


def as_written(exercise: Exercise, step: Step) -> Step:
    """The exercise's step with the minutes in its texts as the file plans them."""
    return _filled(step, _planned(exercise.minutes, step))


def filled(exercise: Exercise) -> Exercise:
    """The exercise with the minutes in all its texts as the file plans them."""
    return replace(exercise, steps=tuple(as_written(exercise, step) for step in exercise.steps))


def as_led(session: "Session", step: Step) -> Step:
    """The step with its minutes in its texts as they stand now, after every bargain."""
    # An hour under way brings the whole clock with it; a list of exercises has no use for that.
    from sessionrunner.core import timeline

    beat = timeline.rhythm(session, step)
    talk = beat.talk if beat else None
    whole = sum((timeline.allotted(session, one) for one in session.exercise.steps), timedelta())
    plan = _planned(whole, step)
    now = Lengths(whole, timeline.allotted(session, step), plan.round and talk, plan.turn and talk)
    return _filled(step, now)


def texts(step: Step) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts that may name minutes, each with its keys in the file."""
    yield ("notes", "say"), step.notes.say
    yield ("notes", "do"), step.notes.do
    yield ("notes", "if_quiet"), step.notes.if_quiet
    yield ("wall",), step.wall


def on_one_line(text: str) -> str:
    """The text without its line breaks; a dot sets lines apart that nothing else does."""
    joined, *lines = _BREAK.split(text.strip())
    for line in lines:
        apart = _NEW_ITEM.match(line) and not _ENDED.search(joined)
        joined += f" · {line}" if apart else f" {line}"
    return " ".join(joined.split())


def unfillable(step: Step, text: str) -> list[str]:
    """What stands in a text like a length, and names none that the step has."""
    return [found[0] for found in _PLACE.finditer(text) if _length(found[1], _planned(_MINUTE, step)) is None]


def _planned(whole: timedelta, step: Step) -> Lengths:
    """A step of turns has the length of its headcount, which is not known before people have come."""
    talk = step.rounds.minutes if step.rounds else None
    return Lengths(whole, step.minutes or step.turn, talk, step.turn)


def _filled(step: Step, lengths: Lengths) -> Step:
    say, do, if_quiet, wall = (_written(text, lengths) for _, text in texts(step))
    return replace(step, notes=Notes(say, do, if_quiet), wall=wall)


def _written(text: str, lengths: Lengths) -> str:
    return _PLACE.sub(lambda found: _length(found[1], lengths) or found[0], text)


def _length(place: str, lengths: Lengths) -> str | None:
    """``5 minuter`` or ``1 minut`` for what stands between the signs; None when it means nothing here."""
    unit, _, part = place.partition(" ")
    known = {"": lengths.step, "round": lengths.round, "turn": lengths.turn, "exercise": lengths.exercise}
    length = known.get(_PART_OF.get(part, part))
    if unit not in _UNITS or length is None:
        return None
    minutes = max(1, int(length / _MINUTE + 0.5))
    return f"{minutes} {_UNITS[unit][minutes != 1]}"
