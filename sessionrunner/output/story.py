"""The lesson record told to a colleague who was not there; every kind of file is made from this one telling."""

from collections.abc import Iterator
from datetime import date, timedelta

from sessionrunner.core.commands import PauseReason
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import Answered
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.record import Record, StepTime
from sessionrunner.core.statements import at_tables
from sessionrunner.locale import Catalogue
from sessionrunner.locale.noting import heading
from sessionrunner.locale.phrases import day, minutes, weekday
from sessionrunner.output import headings, reflections, statements, votes
from sessionrunner.output.document import (
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    Span,
    Spans,
    Table,
    one_line,
    phrase,
    said,
)

_WORTH_TELLING = timedelta(seconds=3)
"""Shorter pauses would be told as 0 minutes."""
FINDINGS = frozenset({LessonKind.CONCLUSION, LessonKind.IDEA})
"""Kinds that tell what the group saw, not what it will do."""
_TO_DO = frozenset({LessonKind.ACTIVITY, LessonKind.ROUTINE})
"""Kinds that nothing comes of unless somebody answers for them by some day."""


def tell(record: Record, words: Catalogue) -> Document:
    """The whole record in words; no names of participants and no times of day are in it."""
    parts = (
        *(_head, _followed_up, _done, _decided, _follow_up),
        *(statements.sections, headings.sections, votes.sections, reflections.sections, _times, _notes),
    )
    blocks = tuple(block for part in parts for block in part(record, words))
    return Document(one_line(record.exercise.title), words.language, record.identity.date, blocks)


def _head(record: Record, words: Catalogue) -> Iterator[Block]:
    yield Heading(1, one_line(record.exercise.title))
    planned = sum((step.planned for step in record.steps), timedelta())
    key = "lesson.head.time" if record.finished else "lesson.head.time-so-far"
    package = one_line(record.exercise.package)
    facts = [
        f"{day(record.identity.date, words)}.",
        words("lesson.head.people", n=record.participants) if record.participants else "",
        words(key, actual=minutes(_whole(record.actual), words), planned=minutes(planned, words)),
        words("lesson.head.package", package=package) if package else "",
    ]
    yield said(" ".join(fact for fact in facts if fact))
    if not record.finished:
        yield Paragraph(phrase(words, "lesson.ongoing"))
    elif record.lessons:
        yield said(words("lesson.approved" if record.approved else "lesson.not-approved"))


def _done(record: Record, words: Catalogue) -> Iterator[Block]:
    purpose = record.exercise.purpose
    steps = [one_line(step.title) for step in record.steps if step.actual]
    if not purpose and not steps:
        return
    yield Heading(2, words("lesson.done.heading"))
    if purpose:
        yield said(words("lesson.done.purpose"))
        yield Items(tuple((Span(one_line(one)),) for one in purpose))
    if steps:
        yield said(words("lesson.done.steps", steps=" → ".join(steps)))


def _followed_up(record: Record, words: Catalogue) -> Iterator[Block]:
    """What became of earlier decisions, each with what was said about it."""
    if record.answered:
        yield Heading(2, words("lessons.follow-up.heading"))
        yield Items(tuple(_answer(one, words) for one in record.answered))


def _answer(one: Answered, words: Catalogue) -> Spans:
    status = words(f"lessons.status.{one.status.value}").capitalize()
    note = [sentence(one.note)] if one.note else []
    return Span(f"{status}:", strong=True), Span(f" {' '.join([sentence(one.decision.text), *note])}")


def _decided(record: Record, words: Catalogue) -> Iterator[Block]:
    decisions = [lesson for lesson in record.lessons if lesson.kind not in FINDINGS]
    findings = [lesson for lesson in record.lessons if lesson.kind in FINDINGS]
    yield Heading(2, words("lesson.decided.heading"))
    yield _told(decisions, words) if decisions else said(words("lesson.decided.nothing"))
    if findings:
        yield Heading(2, words("lesson.found.heading"))
        yield _told(findings, words)


def _told(lessons: list[Lesson], words: Catalogue) -> Items:
    return Items(tuple(told(lesson, words) for lesson in lessons))


def told(lesson: Lesson, words: Catalogue) -> Spans:
    """What, of which kind, who and by when."""
    rest = [sentence(lesson.text)]
    if lesson.owner:
        rest.append(words("lesson.decided.owner", owner=one_line(lesson.owner)))
    if lesson.due:
        rest.append(words("lesson.decided.due", date=day(lesson.due, words)))
    if lesson.level:
        rest.append(words("lesson.decided.level", level=one_line(lesson.level)))
    if lesson.important:
        rest.append(words("synthesis.important"))
    return Span(f"{words(f'lesson.kind.{lesson.kind.value}')}:", strong=True), Span(f" {' '.join(rest)}")


def sentence(text: str) -> str:
    """The text on one line with a full stop, so that what is said after it can be told apart."""
    found = one_line(text)
    return found if found.endswith((".", "!", "?", "…")) else f"{found}."


def _follow_up(record: Record, words: Catalogue) -> Iterator[Block]:
    dated = sorted((lesson.due, at, lesson) for at, lesson in enumerate(record.lessons) if lesson.due)
    loose = [lesson for lesson in record.lessons if lesson.kind in _TO_DO and not (lesson.owner and lesson.due)]
    lines = [_dated(due, lesson, words) for due, _, lesson in dated]
    lines += [_lacking(lesson, words) for lesson in loose]
    yield Heading(2, words("lesson.follow-up.heading"))
    if record.follow_up:
        yield Paragraph(phrase(words, "lesson.follow-up.day", date=weekday(record.follow_up, words)))
    if lines:
        yield Items(tuple(lines))
    elif not record.follow_up:
        yield said(words("lesson.follow-up.nothing"))


def _dated(due: date, lesson: Lesson, words: Catalogue) -> Spans:
    key = "lesson.follow-up.due-owner" if lesson.owner else "lesson.follow-up.due"
    return phrase(words, key, date=day(due, words), text=one_line(lesson.text), owner=one_line(lesson.owner))


def _whole(length: timedelta) -> timedelta:
    """Without the tenths, which stand in the table of times."""
    return timedelta(minutes=round(length / timedelta(minutes=1)))


def _lacking(lesson: Lesson, words: Catalogue) -> Spans:
    lacks = "owner" if lesson.due else "due" if lesson.owner else "both"
    return phrase(words, f"lesson.follow-up.lacks-{lacks}", text=one_line(lesson.text))


def _times(record: Record, words: Catalogue) -> Iterator[Block]:
    planned = sum((step.planned for step in record.steps), timedelta())
    yield Heading(2, words("lesson.times.heading"))
    heading = tuple(words(f"lesson.times.{column}") for column in ("step", "planned", "actual"))
    steps = tuple(
        (one_line(step.title), minutes(step.planned, words), minutes(step.actual, words)) for step in record.steps
    )
    whole = (words("lesson.times.whole"), minutes(planned, words), minutes(record.actual, words))
    yield Table(heading, (*steps, whole))
    changed = [step for step in record.steps if step.agreed is not None]
    if changed:
        yield said(words("lesson.times.changed", steps=", ".join(_changed(step, words) for step in changed)))
    if pauses := list(_pauses(record, words)):
        yield said(words("lesson.times.pauses", pauses=", ".join(pauses)))


def _changed(step: StepTime, words: Catalogue) -> str:
    agreed = step.planned if step.agreed is None else step.agreed
    values = {"planned": minutes(step.planned, words), "agreed": minutes(agreed, words)}
    return words("lesson.times.change", title=one_line(step.title), **values)


def _pauses(record: Record, words: Catalogue) -> Iterator[str]:
    """A key pressed twice by mistake is no pause."""
    for reason in PauseReason:
        if record.pauses.get(reason, timedelta()) >= _WORTH_TELLING:
            length = minutes(record.pauses[reason], words)
            yield words("lesson.times.pause", reason=words(f"lesson.times.reason.{reason.value}"), minutes=length)


def _notes(record: Record, words: Catalogue) -> Iterator[Block]:
    """Step by step, and within a step table by table."""
    taken = [note for note in record.notes if not at_tables(record.exercise, note)]
    if not taken:
        return
    yield Heading(2, words("lesson.notes.heading"))
    steps = [note.step for note in taken]
    in_order = sorted(taken, key=lambda note: (steps.index(note.step), note.table, note.group))
    notes = ((one_line(heading(words, note)), one_line(note.text)) for note in in_order)
    lines = (
        phrase(words, "lesson.notes.line", step=step, text=text) if step else (Span(text),) for step, text in notes
    )
    yield Items(tuple(lines))
