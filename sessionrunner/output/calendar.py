"""Decisions with a date as a calendar file (RFC 5545): a whole day each, with a reminder the morning before."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from sessionrunner.core.lesson import Lesson
from sessionrunner.core.outcome import Outcome
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day
from sessionrunner.output.document import one_line

_LONGEST = 75
"""Octets on a line."""


class NothingDated(SessionRunnerError):
    """No decision has a date."""

    cause = "export.nothing-dated"


def render(outcome: Outcome, words: Catalogue, changed: datetime) -> bytes:
    """The file. The same decision has the same id each time, so that a calendar changes its entry, not adds one.

    ``changed`` is when the decisions were last changed: a calendar takes what is newer than what it has.
    """
    changed = changed.astimezone(UTC)
    dated = [lesson for lesson in outcome.lessons if lesson.due]
    if not dated:
        raise NothingDated()
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//sessionrunner//{words.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for lesson in dated for line in _event(outcome, lesson, words, changed)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(outcome: Outcome, lesson: Lesson, words: Catalogue, changed: datetime) -> Iterator[str]:
    summary = _escaped(one_line(lesson.text))
    due = lesson.due or outcome.date
    yield from (
        "BEGIN:VEVENT",
        f"UID:{_escaped(outcome.session)}-{_escaped(lesson.id)}@sessionrunner",
        f"DTSTAMP:{changed:%Y%m%dT%H%M%SZ}",
        f"LAST-MODIFIED:{changed:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{_sequence(outcome.date, changed)}",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{_description(outcome, lesson, words)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{summary}",
        # Counted from midnight, when a whole day begins: nine in the morning of the day before.
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
    )


def _sequence(held: date, changed: datetime) -> int:
    """Minutes since the day of the session: larger after every change, without anybody having to count them."""
    first = datetime(held.year, held.month, held.day, tzinfo=UTC)
    return max(0, (changed - first) // timedelta(minutes=1))


def _description(outcome: Outcome, lesson: Lesson, words: Catalogue) -> str:
    kind = words(f"lesson.kind.{lesson.kind.value}")
    lines = [words("export.calendar.kind", kind=kind, title=one_line(outcome.title), date=day(outcome.date, words))]
    if lesson.owner:
        lines.append(words("lesson.decided.owner", owner=one_line(lesson.owner)))
    return _escaped("\n".join(lines))


def _escaped(text: str) -> str:
    """What people wrote, so that a calendar takes none of it for its own signs."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets; no character is cut."""
    pieces, size = [""], 0
    for char in line:
        length = len(char.encode())
        if size + length > _LONGEST:
            pieces.append("")
            size = 1
        pieces[-1] += char
        size += length
    return "\r\n ".join(pieces)
