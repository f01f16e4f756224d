"""The page for a second leader who takes over in the middle: where the hour is, and the rest of the script."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sessionrunner.core import timeline
from sessionrunner.core.exercise import Step
from sessionrunner.core.lesson import Note
from sessionrunner.core.markdown import inline
from sessionrunner.core.public import places
from sessionrunner.core.speaking import speakers
from sessionrunner.core.state import Instant, Session
from sessionrunner.core.wording import as_led
from sessionrunner.locale import Catalogue
from sessionrunner.locale.noting import heading
from sessionrunner.locale.speaking import speakers_line

_PARTS = ("say", "do", "if_quiet")
_KEYS = ("next", "pause", "more", "undo", "public", "reveal", "lesson", "help", "resume")
"""What somebody who has never led needs first."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What somebody who takes over needs that is not in the session."""

    own: Mapping[str, str]
    """The leader's keywords by step."""
    phones: str = ""
    """Address of the phones' page; empty when no phone can come."""
    wall: str = ""
    """Address of the projector's page."""


def handover(words: Catalogue, session: Session, now: Instant, wall: datetime, beside: Beside) -> str:
    """Markdown without any answer; for the leader's eyes only, and it says so."""
    lines = [
        f"# {words('handover.title', title=inline(session.exercise.title))}",
        "",
        f"**{words('handover.private')}**",
        "",
        _where(words, session, now, wall),
        words("handover.people", people=len(session.people)),
        *_list(words("handover.decided"), [inline(lesson.text) for lesson in session.lessons]),
        *_list(words("handover.notes"), [inline(_note(words, note)) for note in session.notes]),
        *_list(words("handover.groups"), [inline(one) for one in _groups(words, session, now)]),
        *_list(words("handover.ways-in"), _ways_in(words, beside)),
        *_list(words("handover.keys"), [words(f"handover.key.{key}") for key in _KEYS]),
        "",
        f"## {words('handover.left')}",
    ]
    steps = session.exercise.steps[max(session.position, 0) :]
    return "\n".join([*lines, *(line for step in steps for line in _step(words, session, step, beside.own))]) + "\n"


def _note(words: Catalogue, note: Note) -> str:
    about = heading(words, note)
    return f"{about}: {note.text}" if about else note.text


def _groups(words: Catalogue, session: Session, now: Instant) -> Iterator[str]:
    """Who sits together now, and who has the word."""
    lap = timeline.lap(session, now)
    turn = speakers(session, lap.number) if lap else None
    if turn is not None:
        yield speakers_line(words, turn)
    for place in places(session, now):
        name = place.table or words("noting.group", name=place.label)
        reporter = words("handover.reporter", name=place.reporter) if place.reporter else ""
        yield f"{name}: {', '.join(place.members)}{reporter}"


def _ways_in(words: Catalogue, beside: Beside) -> list[str]:
    phones = words("handover.phones", url=beside.phones) if beside.phones else words("handover.no-phones")
    return [phones, *([words("handover.wall", url=beside.wall)] if beside.wall else [])]


def _where(words: Catalogue, session: Session, now: Instant, wall: datetime) -> str:
    if session.step is None:
        return words("handover.before")
    left = max(0, ceil(timeline.remaining(session, now) / timedelta(minutes=1)))
    ends = wall + timeline.time_to_end(session, now)
    number, total = session.position + 1, len(session.exercise.steps)
    told = words(
        "handover.now",
        time=f"{wall:%H:%M}",
        number=number,
        total=total,
        step=inline(session.step.title),
        left=f"{left} min",
        end=f"{ends:%H:%M}",
    )
    return f"{told} {words('handover.paused')}" if session.paused is not None else told


def _step(words: Catalogue, session: Session, step: Step, own: Mapping[str, str]) -> Iterator[str]:
    told = as_led(session, step)
    minutes = round(timeline.planned(session, step) / timedelta(minutes=1))
    kind = "current" if step is session.step else "step"
    yield ""
    yield f"### {words(f'handover.{kind}', title=inline(step.title), minutes=minutes)}"
    for part in _PARTS:
        text = getattr(told.notes, part)
        if text:
            yield f"- **{words(f'handover.{part}')}:** {inline(text)}"
    if own.get(step.id):
        yield f"- **{words('handover.own')}:** {inline(own[step.id])}"
    yield from _list(words("handover.questions"), [inline(one) for one in step.questions])


def _list(title: str, items: Sequence[str]) -> list[str]:
    return ["", f"{title}:", "", *(f"- {item}" for item in items)] if items else []
