"""Lessons as plain lines for a terminal: what, who, by when, how old, what became of it."""

from collections.abc import Sequence
from datetime import date

from sessionrunner.core.appointment import Appointment, due_to_meet
from sessionrunner.core.cleaning import clean
from sessionrunner.core.commands import FollowFirst
from sessionrunner.core.followup import Decision, Found, PastSession, Status
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day, weekday


def line(text: str) -> str:
    """Somebody's text on one line, without anything that a terminal would obey."""
    return " ".join(clean(text).split())


def follow_first(words: Catalogue, minutes: int) -> FollowFirst:
    """The command that begins the hour with the earlier decisions, in the leader's language; 0 minutes for not."""
    texts = {part: words(f"lessons.follow-up.{part}") for part in ("title", "task", "say", "do", "if_quiet")}
    return FollowFirst(minutes, **texts)


def headline(session: PastSession, words: Catalogue) -> str:
    """When, which exercise, and the session's id."""
    title = line(session.title) or line(session.place)
    return words("lessons.session", date=day(session.date, words), title=title, session=line(session.session))


def appointment_line(one: Appointment, today: date, words: Catalogue) -> str:
    """When a session is to be followed up, how late that is, and which session."""
    title = line(one.session.title) or line(one.session.place)
    late = one.late(today)
    parts = [words("appointment.line", date=weekday(one.day, words), title=title, held=day(one.session.date, words))]
    return " · ".join([*parts, *([words("lessons.late", n=late)] if late else [])])


def agreed_line(decisions: Sequence[Decision], today: date, words: Catalogue) -> str:
    """That the day they agreed to follow up has come; empty before it, and when they have."""
    one = due_to_meet(decisions, today)
    if one is None or one.meet is None:
        return ""
    key = "today" if one.meet == today else "passed"
    return words(f"appointment.has-come.{key}", date=day(one.meet, words))


def lesson_line(found: Found, today: date, words: Catalogue) -> str:
    """The whole lesson."""
    lesson = found.lesson
    kind = words(f"lesson.kind.{lesson.kind.value}") if lesson.kind else words("lessons.unknown-kind")
    return " · ".join(part for part in (f"{kind}: {line(lesson.text)}", facts(found, today, words)) if part)


def facts(found: Found, today: date, words: Catalogue) -> str:
    """Who, by when and how old while it is open; then what became of it and why."""
    lesson = found.lesson
    parts = [line(lesson.owner)] if lesson.owner else []
    if lesson.status is not Status.OPEN:
        parts += [words(f"lessons.status.{lesson.status.value}"), *([line(lesson.note)] if lesson.note else [])]
        return " · ".join(parts)
    if lesson.due:
        parts.append(words("overview.open.due", date=day(lesson.due, words)))
    elif lesson.due_said:
        parts.append(words("appointment.due-said", text=line(lesson.due_said)))
    late = found.late(today)
    parts += [words("lessons.late", n=late)] if late else []
    return " · ".join([*parts, *age(found, today, words)])


def age(found: Found, today: date, words: Catalogue) -> list[str]:
    """How old it is; nothing on the day it was written down."""
    days = found.age(today)
    return [words("overview.open.age", n=days)] if days else []
