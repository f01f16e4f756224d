"""What came out of an hour in figures and decisions, for calendars, tables, pictures and other levels."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sessionrunner.core.exercise import QuestionKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.record import Record, StepTime
from sessionrunner.core.tally import median_of, tally

_Day = date
"""Under another name where a field is called ``date``."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many chose what of one question, in the same bands as the room was told: none of them fewer than k."""

    step: str
    """Id of the step that asked."""
    question: str
    """Id of the question."""
    ask: str
    counts: tuple[tuple[str, int], ...]
    """Values, bands of a scale (``0–3``) or options that share a number, in the order of the form."""
    middle: float | None = None
    """The middle of a scale's answers; None for a choice."""


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
        counts = tuple((count.label, count.number) for count in tally(one))
        if counts:
            scale = one.question.kind is QuestionKind.SCALE
            middle = median_of(one.answers) if scale else None
            yield Tally(one.step, one.question.id, one.question.ask, counts, middle)
