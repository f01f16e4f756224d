"""The lesson record as one Markdown file: the record for programs at its head, then what a colleague needs to read."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.markdown import inline
from sessionrunner.core.record import Record
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day, minutes
from sessionrunner.output import front_matter, reflections

_FINDINGS = frozenset({LessonKind.CONCLUSION, LessonKind.IDEA})
_TO_DO = frozenset({LessonKind.ACTIVITY, LessonKind.ROUTINE})
"""Kinds that nothing comes of unless somebody answers for them by some day."""


def render(record: Record, catalogue: Catalogue) -> str:
    """The whole file, ending in a newline; no names of participants and no times of day are in it."""
    blocks = [
        *_head(record, catalogue),
        *_done(record, catalogue),
        *_decided(record, catalogue),
        *_follow_up(record, catalogue),
        *reflections.sections(record, catalogue),
        *_times(record, catalogue),
        *_notes(record, catalogue),
    ]
    text = "\n\n".join(blocks)
    return f"{front_matter.render(record)}\n{text}\n"


def _head(record: Record, words: Catalogue) -> Iterator[str]:
    yield f"# {inline(record.exercise.title)}"
    planned = sum((step.planned for step in record.steps), timedelta())
    key = "lesson.head.time" if record.finished else "lesson.head.time-so-far"
    facts = [
        f"{day(record.identity.date, words)}.",
        words("lesson.head.people", n=record.participants) if record.participants else "",
        words(key, actual=minutes(record.actual, words), planned=minutes(planned, words)),
        words("lesson.head.package", package=inline(record.exercise.package)) if record.exercise.package else "",
    ]
    yield " ".join(fact for fact in facts if fact)
    if not record.finished:
        yield words("lesson.ongoing")
    elif record.lessons:
        yield words("lesson.approved" if record.approved else "lesson.not-approved")


def _done(record: Record, words: Catalogue) -> Iterator[str]:
    purpose = record.exercise.purpose
    steps = [step.title for step in record.steps if step.actual]
    if not purpose and not steps:
        return
    yield f"## {words('lesson.done.heading')}"
    if purpose:
        yield words("lesson.done.purpose")
        yield _list(inline(line) for line in purpose)
    if steps:
        yield words("lesson.done.steps", steps=" → ".join(inline(title) for title in steps))


def _decided(record: Record, words: Catalogue) -> Iterator[str]:
    decisions = [lesson for lesson in record.lessons if lesson.kind not in _FINDINGS]
    findings = [lesson for lesson in record.lessons if lesson.kind in _FINDINGS]
    yield f"## {words('lesson.decided.heading')}"
    yield _list(_told(lesson, words) for lesson in decisions) if decisions else words("lesson.decided.nothing")
    if findings:
        yield f"## {words('lesson.found.heading')}"
        yield _list(_told(lesson, words) for lesson in findings)


def _told(lesson: Lesson, words: Catalogue) -> str:
    """What, of which kind, who and by when."""
    parts = [f"**{words(f'lesson.kind.{lesson.kind.value}')}:** {_sentence(lesson.text)}"]
    if lesson.owner:
        parts.append(words("lesson.decided.owner", owner=inline(lesson.owner)))
    if lesson.due:
        parts.append(words("lesson.decided.due", date=day(lesson.due, words)))
    return " ".join(parts)


def _sentence(text: str) -> str:
    """The text with a full stop, so that what is said after it can be told apart."""
    line = inline(text)
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


def _follow_up(record: Record, words: Catalogue) -> Iterator[str]:
    dated = sorted((lesson.due, at, lesson) for at, lesson in enumerate(record.lessons) if lesson.due)
    loose = [lesson for lesson in record.lessons if lesson.kind in _TO_DO and not (lesson.owner and lesson.due)]
    lines = [_dated(due, lesson, words) for due, _, lesson in dated]
    lines += [_lacking(lesson, words) for lesson in loose]
    yield f"## {words('lesson.follow-up.heading')}"
    yield _list(lines) if lines else words("lesson.follow-up.nothing")


def _dated(due: date, lesson: Lesson, words: Catalogue) -> str:
    key = "lesson.follow-up.due-owner" if lesson.owner else "lesson.follow-up.due"
    return words(key, date=day(due, words), text=inline(lesson.text), owner=inline(lesson.owner))


def _lacking(lesson: Lesson, words: Catalogue) -> str:
    lacks = "owner" if lesson.due else "due" if lesson.owner else "both"
    return words(f"lesson.follow-up.lacks-{lacks}", text=inline(lesson.text))


def _times(record: Record, words: Catalogue) -> Iterator[str]:
    planned = sum((step.planned for step in record.steps), timedelta())
    yield f"## {words('lesson.times.heading')}"
    heading = [words(f"lesson.times.{column}") for column in ("step", "planned", "actual")]
    steps = [(inline(step.title), minutes(step.planned, words), minutes(step.actual, words)) for step in record.steps]
    whole = (words("lesson.times.whole"), minutes(planned, words), minutes(record.actual, words))
    yield "\n".join(_table(heading, [*steps, whole]))


def _table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A first column of words and further columns of numbers, in line for those who read it as plain text."""
    widths = [max(len(row[at]) for row in (heading, *rows)) for at in range(len(heading))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    for row in (heading, rule, *rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield f"| {' | '.join(cells)} |"


def _notes(record: Record, words: Catalogue) -> Iterator[str]:
    if not record.notes:
        return
    yield f"## {words('lesson.notes.heading')}"
    lines = ((inline(note.step), inline(note.text)) for note in record.notes)
    yield _list(words("lesson.notes.line", step=step, text=text) if step else text for step, text in lines)


def _list(lines: Iterator[str] | Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
