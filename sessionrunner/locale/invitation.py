"""A letter to those who are to take part, ready to be sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sessionrunner.core.exercise import Exercise, Keep
from sessionrunner.locale import Catalogue
from sessionrunner.locale.checklist import long_day
from sessionrunner.locale.phrases import minutes

_OTHERS = frozenset({"participants", "case-owner"})


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where; what is not known is left for the leader to fill in."""

    day: date | None = None
    time: str = ""
    place: str = ""
    threshold: int = 5
    """k: fewest answers that may be shown."""


def invitation(words: Catalogue, exercise: Exercise, meeting: Meeting) -> str:
    """Subject, what, why, when and where, what to do and bring before, and what happens with answers."""
    return "\n\n".join("\n".join(part) for part in _parts(words, exercise, meeting) if part) + "\n"


def _parts(words: Catalogue, exercise: Exercise, meeting: Meeting) -> Iterator[list[str]]:
    length = minutes(exercise.minutes, words)
    day = long_day(words, meeting.day) if meeting.day else words("prepare.letter.no-day")
    yield [words("prepare.letter.subject", title=exercise.title, day=day)]
    yield [words("prepare.letter.hello"), words("prepare.letter.what", title=exercise.title, minutes=length)]
    yield _listed(words("prepare.letter.why"), exercise.purpose)
    time = meeting.time or words("prepare.letter.no-time")
    place = meeting.place or words("prepare.letter.no-place")
    yield [
        words("prepare.letter.when", day=day, time=time, minutes=length),
        words("prepare.letter.where", place=place),
    ]
    for one in exercise.preparation.send_ahead:
        yield [words("prepare.letter.before", what=one.what), *_body(one.text)]
    yield _listed(words("prepare.letter.bring"), [one.what for one in exercise.preparation.bring if one.who in _OTHERS])
    yield _secrecy(words, exercise)
    yield _answers(words, exercise, meeting)
    yield [words("prepare.letter.welcome")]


def _listed(title: str, lines: list[str] | tuple[str, ...]) -> list[str]:
    return [title, *(f"- {' '.join(line.split())}" for line in lines)] if lines else []


def _body(text: str) -> list[str]:
    """A text that was meant for a letter of its own, without its greeting."""
    body = text.strip().removeprefix("Hej!").strip()
    return [body] if body else []


def _secrecy(words: Catalogue, exercise: Exercise) -> list[str]:
    kind = exercise.confidential.value
    return [words(f"prepare.letter.{kind}")] if kind != "none" else []


def _answers(words: Catalogue, exercise: Exercise, meeting: Meeting) -> list[str]:
    """In honest words: how answers are kept apart from people, and what can be guessed all the same."""
    if exercise.keep is Keep.NOTHING:
        return [words("prepare.letter.nothing-kept")]
    if not any(step.collect for step in exercise.steps):
        return []
    return [words("prepare.letter.answers", n=meeting.threshold)]
