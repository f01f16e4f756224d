"""A lesson in words: as two lines in a list, in full beside it, and with its whole session."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from sessionrunner.core.appointment import Appointment
from sessionrunner.core.followup import Found, PastSession, Status, Trouble
from sessionrunner.locale import Catalogue
from sessionrunner.locale.lesson_lines import appointment_line, facts, headline, lesson_line, line
from sessionrunner.locale.phrases import weekday
from sessionrunner.tui.safe import one_line, safe

_MEETINGS = 3
"""Lines: the list of lessons needs the room."""
_SIGNS = {Status.OPEN: "○", Status.DONE: "✓", Status.DROPPED: "✗"}


def row(words: Catalogue, found: Found, today: date) -> Content:
    """What, and under it who, when and how old; a sign for what became of it, and one of its own for what is late."""
    late = found.lesson.status is Status.OPEN and found.late(today)
    first = Content.styled("! " if late else f"{sign(found.lesson.status)} ", "bold") + one_line(found.lesson.text)
    return Content("\n").join([first, Content("  ") + one_line(facts(found, today, words))])


def sign(status: Status) -> str:
    """A shape for each state, never colour alone."""
    return _SIGNS[status]


def whole(words: Catalogue, found: Found, today: date) -> Content:
    """Everything about one lesson."""
    lesson = found.lesson
    kind = words(f"lesson.kind.{lesson.kind.value}") if lesson.kind else words("lessons.unknown-kind")
    parts = [
        Content.styled(kind, "bold $accent"),
        safe(lesson.text, "bold"),
        Content(""),
        *(one_line(part) for part in facts(found, today, words).split(" · ")),
        Content(""),
        Content.styled(words("lessons.screen.from"), "$muted"),
        one_line(headline(found.session, words)),
    ]
    return Content("\n").join(parts)


def coming(words: Catalogue, meetings: Sequence[Appointment], today: date) -> Content:
    """The next days that groups follow up, the late ones marked; nothing when there are none."""
    if not meetings:
        return Content("")
    rows = [_meeting(words, one, today) for one in meetings[:_MEETINGS]]
    more = len(meetings) - len(rows)
    rest = [Content.styled(words("lessons.more", n=more), "$muted")] if more else []
    heading = Content.styled(words("appointment.on-screen", n=len(meetings)), "bold $accent")
    return Content("\n").join([Content(" ").join([heading, rows[0]]), *rows[1:], *rest])


def _meeting(words: Catalogue, one: Appointment, today: date) -> Content:
    late = one.late(today)
    return one_line(f"{'! ' if late else ''}{appointment_line(one, today, words)}", "$soon" if late else "")


def session(words: Catalogue, one: PastSession, today: date) -> Content:
    """The session's lessons, what it said about earlier ones, and its file."""
    told = [one_line(lesson_line(Found(one, lesson), today, words)) for lesson in one.lessons]
    said = [one_line(f"{words(f'lessons.status.{up.status.value}')}: {line(up.note)}") for up in one.updates if up.note]
    people = [Content(words("overview.sessions.people", n=one.participants))] if one.participants else []
    day = one.follow_up_on
    again = [Content(words("appointment.title", date=weekday(day, words)))] if day else []
    parts = [
        one_line(headline(one, words), "$muted"),
        *people,
        *again,
        Content(""),
        *told,
        *said,
        Content(""),
        one_line(one.place),
    ]
    return Content("\n").join(parts)


def troubles(words: Catalogue, found: Sequence[Trouble]) -> Content:
    """Every file that could not be read, and what to do about it."""
    parts = [safe(f"{words.render(one.message)}\n{words.render(one.remedy)}\n") for one in found]
    return Content("\n").join(parts)
