"""A letter to those who are to take part, ready to be sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sessionrunner.core.exercise import Exercise, Handout, Keep
from sessionrunner.locale import Catalogue
from sessionrunner.locale.checklist import long_day, who
from sessionrunner.locale.phrases import minutes

_ALL = "participants"


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where; what is not known is left for the leader to fill in."""

    day: date | None = None
    time: str = ""
    place: str = ""
    threshold: int = 5
    """k: fewest answers that may be shown."""


def invitation(words: Catalogue, exercise: Exercise, meeting: Meeting) -> str:
    """The letter to everybody, and below it every mail that goes to somebody else or on another day."""
    first, others = _posted(exercise)
    parts = [*_parts(words, exercise, meeting, first), *_mails(words, exercise, meeting, others)]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _posted(exercise: Exercise) -> tuple[list[Handout], list[Handout]]:
    """What everybody gets first goes with the letter; the rest has a day or a reader of its own."""
    ahead = exercise.preparation.send_ahead
    earliest = max((one.days_before for one in ahead if one.to == _ALL), default=0)
    first = [one for one in ahead if one.to == _ALL and one.days_before == earliest]
    return first, [one for one in ahead if one not in first]


def _parts(words: Catalogue, exercise: Exercise, meeting: Meeting, first: list[Handout]) -> Iterator[list[str]]:
    length = minutes(exercise.minutes, words)
    day = long_day(words, meeting.day) if meeting.day else words("prepare.letter.no-day")
    yield [words("prepare.letter.subject", title=exercise.title, day=day)]
    yield [words("prepare.letter.hello"), words("prepare.letter.what", title=exercise.title, minutes=length)]
    yield _listed(words("prepare.letter.why"), exercise.purpose)
    place = meeting.place or words("prepare.letter.no-place")
    yield [
        words("prepare.letter.when", day=day, time=_hours(words, exercise, meeting)),
        words("prepare.letter.where", place=place),
    ]
    for one in first:
        yield [words("prepare.letter.before"), *(_body(one.text) or [one.what])]
    yield _brought(words, exercise, _ALL)
    yield _secrecy(words, exercise)
    yield _answers(words, exercise, meeting)
    yield [words("prepare.letter.welcome")]


def _hours(words: Catalogue, exercise: Exercise, meeting: Meeting) -> str:
    """From when to when; a time that is no time of day is left as it was written."""
    try:
        begins = datetime.strptime(meeting.time, "%H:%M")  # noqa: DTZ007 - a time of day, of no day in particular
    except ValueError:
        return meeting.time or words("prepare.letter.no-time")
    return f"{begins:%H:%M}–{begins + exercise.minutes:%H:%M}"


def _mails(words: Catalogue, exercise: Exercise, meeting: Meeting, others: list[Handout]) -> Iterator[list[str]]:
    for one in sorted(others, key=lambda one: -one.days_before):
        to = who(words, one.to)
        yield ["", words("prepare.letter.own-mail", to=to, when=_when(words, one, meeting))]
        yield [one.text.strip() or one.what]
        if one.to != _ALL:
            yield _brought(words, exercise, one.to)


def _when(words: Catalogue, one: Handout, meeting: Meeting) -> str:
    if meeting.day is None:
        return words("prepare.letter.days-before", n=one.days_before)
    return words("prepare.letter.by", day=long_day(words, meeting.day - timedelta(days=one.days_before)))


def _brought(words: Catalogue, exercise: Exercise, whose: str) -> list[str]:
    return _listed(words("prepare.letter.bring"), [one.what for one in exercise.preparation.bring if one.who == whose])


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
    kind = "answers-cases" if exercise.touches_cases else "answers"
    return [words(f"prepare.letter.{kind}", n=meeting.threshold)]
