"""One page to bring to the group meeting, and one to hand over to a new leader; both from the lessons folder."""

from collections.abc import Iterator, Sequence
from datetime import date

from sessionrunner.core.appointment import appointments
from sessionrunner.core.followup import (
    Found,
    Past,
    PastSession,
    Status,
    ground_rules,
    open_decisions,
    open_ideas,
    settled,
)
from sessionrunner.core.markdown import inline
from sessionrunner.locale import Catalogue
from sessionrunner.locale.lesson_lines import age
from sessionrunner.locale.phrases import day, weekday

_MOST = 10
"""Lines under a heading: more than that nobody gets through at a meeting."""


def bring(past: Past, words: Catalogue, today: date) -> str:
    """What the group meeting has to take a stand on: late and open decisions, ideas, what was settled last."""
    blocks = [
        f"# {words('lessons.bring.heading')}",
        words("lessons.bring.about", date=day(today, words)),
        *_part("lessons.bring.decisions", [_decision(one, words, today) for one in open_decisions(past)], words),
        *_part("appointment.heading", _appointments(past, words), words),
        *_part("lessons.bring.ideas", [_told(one, words) for one in open_ideas(past)], words),
        *_part("lessons.bring.done", [_ended(one) for one in settled(past, Status.DONE)[:5]], words),
        *_part("lessons.bring.dropped", [_ended(one) for one in settled(past, Status.DROPPED)[:5]], words),
    ]
    nothing = [words("lessons.bring.nothing")] if len(blocks) == 2 else []
    return "\n\n".join([*blocks, *nothing]) + "\n"


def handover(past: Past, words: Catalogue, today: date, folder: str) -> str:
    """What a new leader needs: what is under way, what holds, what has been led, and where everything lies."""
    blocks = [
        f"# {words('lessons.handover.heading')}",
        words("lessons.handover.about", date=day(today, words), folder=inline(folder)),
        *_part("lessons.handover.decisions", [_decision(one, words, today) for one in open_decisions(past)], words),
        *_part("appointment.heading", _appointments(past, words), words),
        *_part("overview.rules", [inline(one.lesson.text) for one in ground_rules(past)], words),
        *_part("lessons.bring.ideas", [_told(one, words) for one in open_ideas(past)], words),
        *_part("lessons.handover.sessions", [_session(one, words) for one in past.sessions], words),
        *_part("overview.unreadable", [inline(one.place) for one in past.troubles], words),
        f"## {words('lessons.handover.start')}",
        words("lessons.handover.how"),
    ]
    return "\n\n".join(blocks) + "\n"


def _part(heading: str, lines: Sequence[str], words: Catalogue) -> Iterator[str]:
    """A heading with its lines, and how many there was no room for."""
    if not lines:
        return
    yield f"## {words(heading)}"
    more = len(lines) - _MOST
    shown = [*lines[:_MOST], *([words("lessons.more", n=more)] if more > 0 else [])]
    yield "\n".join(f"- {line}" for line in shown)


def _decision(one: Found, words: Catalogue, today: date) -> str:
    lesson = one.lesson
    who = inline(lesson.owner) or words("overview.open.nobody")
    when = words("overview.open.due", date=day(lesson.due, words)) if lesson.due else _unread(lesson.due_said, words)
    late = [words("lessons.late", n=one.late(today))] if one.late(today) else []
    # How late it is says more than how old: both would make two lines of one.
    return " · ".join([f"**{inline(lesson.text)}**", who, when, *(late or age(one, today, words))])


def _unread(said: str, words: Catalogue) -> str:
    """What somebody has typed for a date, when it is none."""
    return words("appointment.due-said", text=inline(said)) if said else words("overview.open.no-date")


def _appointments(past: Past, words: Catalogue) -> list[str]:
    return [f"**{weekday(one.day, words)}** · {_session(one.session, words)}" for one in appointments(past)]


def _told(one: Found, words: Catalogue) -> str:
    return f"{inline(one.lesson.text)} ({inline(one.session.title)}, {day(one.session.date, words)})"


def _ended(one: Found) -> str:
    note = inline(one.lesson.note)
    return f"{inline(one.lesson.text)} · {note}" if note else inline(one.lesson.text)


def _session(one: PastSession, words: Catalogue) -> str:
    people = [words("overview.sessions.people", n=one.participants)] if one.participants else []
    return " · ".join([f"{inline(one.title)}, {day(one.date, words)}", *people])
