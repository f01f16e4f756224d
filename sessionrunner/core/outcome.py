"""What came out of an hour in figures and decisions, for calendars, tables, pictures and other levels."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sessionrunner.core.exercise import Question, QuestionKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.record import Record, StepTime

_Day = date
"""Under another name where a field is called ``date``."""
_LONGEST = 21
"""Values; of a longer scale only those that somebody chose are told."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many chose each value of one question; only for questions that enough people have answered."""

    step: str
    """Id of the step that asked."""
    question: str
    """Id of the question."""
    ask: str
    counts: tuple[tuple[str, int], ...]
    """Every value there was to choose, in its order, with how many chose it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results of a session without a word that a single person has written alone."""

    session: str
    date: date
    language: str
    title: str
    package: str
    participants: int
    approved: bool
    steps: tuple[StepTime, ...]
    lessons: tuple[Lesson, ...]
    tallies: tuple[Tally, ...]
    follow_up: _Day | None = None
    """The day the room agreed to follow up on its decisions."""


def outcome(record: Record) -> Outcome:
    """The outcome of a record."""
    return Outcome(
        session=record.identity.session,
        date=record.identity.date,
        language=record.identity.language,
        title=record.exercise.title,
        package=record.exercise.package,
        participants=record.participants,
        approved=record.approved,
        steps=record.steps,
        lessons=record.lessons,
        tallies=tuple(tallies(record)),
        follow_up=record.follow_up,
    )


def tallies(record: Record) -> Iterator[Tally]:
    """Scales and choices that at least k have answered; fewer are not told even as a count."""
    for one in record.collected:
        if one.question.kind is not QuestionKind.TEXT and len(one.answers) >= record.threshold:
            counts = tuple((value, one.answers.count(value)) for value in _values(one.question, one.answers))
            yield Tally(one.step, one.question.id, one.question.ask, counts)


def _values(question: Question, answers: tuple[str, ...]) -> tuple[str, ...]:
    if question.kind is QuestionKind.CHOICE:
        return question.options
    if question.most - question.least >= _LONGEST:
        return tuple(sorted(set(answers), key=int))
    return tuple(str(value) for value in range(question.least, question.most + 1))
