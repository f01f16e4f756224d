"""Decisions with a date, and the day to follow them up, as a calendar file (RFC 5545): a whole day each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sessionrunner.core.followup import DECISIONS
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.outcome import Outcome
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day
from sessionrunner.output.document import one_line

_LONGEST = 75
"""Octets on a line."""


class NothingDated(SessionRunnerError):
    """No decision has a date, and no day is set for the follow-up."""

    cause = "export.nothing-dated"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A day in the calendar."""

    name: str
    """Unlike every other entry's of the same session."""
    day: date
    summary: str
    description: tuple[str, ...]


def render(outcome: Outcome, words: Catalogue, changed: datetime) -> bytes:
    """The file. The same decision has the same id each time, so that a calendar changes its entry, not adds one.

    ``changed`` is when the decisions were last changed: a calendar takes what is newer than what it has.
    """
    entries = [*_follow_up(outcome, words), *_decisions(outcome, words)]
    if not entries:
        raise NothingDated()
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//sessionrunner//{words.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for entry in entries for line in _event(outcome, entry, changed.astimezone(UTC))),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _follow_up(outcome: Outcome, words: Catalogue) -> Iterator[_Entry]:
    """The day the group meets again, with what it is to ask about."""
    if outcome.follow_up:
        title = one_line(outcome.title)
        asked = [f"- {one_line(lesson.text)}" for lesson in outcome.lessons if lesson.kind in DECISIONS]
        about = words("export.calendar.follow-up-about", title=title, date=day(outcome.date, words))
        summary = words("export.calendar.follow-up", title=title)
        # No lesson has this name: theirs have no stroke in them.
        yield _Entry("follow-up", outcome.follow_up, summary, (about, *asked))


def _decisions(outcome: Outcome, words: Catalogue) -> Iterator[_Entry]:
    for lesson in outcome.lessons:
        if lesson.due:
            yield _Entry(lesson.id, lesson.due, one_line(lesson.text), tuple(_about(outcome, lesson, words)))


def _about(outcome: Outcome, lesson: Lesson, words: Catalogue) -> Iterable[str]:
    kind = words(f"lesson.kind.{lesson.kind.value}")
    yield words("export.calendar.kind", kind=kind, title=one_line(outcome.title), date=day(outcome.date, words))
    if lesson.owner:
        yield words("lesson.decided.owner", owner=one_line(lesson.owner))


def _event(outcome: Outcome, entry: _Entry, changed: datetime) -> Iterator[str]:
    """With a reminder the morning before."""
    summary = _escaped(entry.summary)
    yield from (
        "BEGIN:VEVENT",
        f"UID:{_escaped(outcome.session)}-{_escaped(entry.name)}@sessionrunner",
        f"DTSTAMP:{changed:%Y%m%dT%H%M%SZ}",
        f"LAST-MODIFIED:{changed:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{_sequence(outcome.date, changed)}",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{summary}",
        "DESCRIPTION:" + _escaped("\n".join(entry.description)),
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
