"""The page for a second leader who takes over in the middle: where the hour is, and the rest of the script."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from math import ceil

from sessionrunner.core import timeline
from sessionrunner.core.exercise import Step
from sessionrunner.core.markdown import inline
from sessionrunner.core.state import Instant, Session
from sessionrunner.core.wording import as_led
from sessionrunner.locale import Catalogue

_PARTS = ("say", "do", "if_quiet")


def handover(words: Catalogue, session: Session, now: Instant, wall: datetime, own: Mapping[str, str]) -> str:
    """Markdown; ``own`` holds the leader's keywords by step. For the leader's eyes only, and it says so."""
    lines = [
        f"# {words('handover.title', title=inline(session.exercise.title))}",
        "",
        f"**{words('handover.private')}**",
        "",
        _where(words, session, now, wall),
        words("handover.people", people=len(session.people)),
        *_list(words("handover.decided"), [inline(lesson.text) for lesson in session.lessons]),
        *_list(words("handover.notes"), [inline(note.text) for note in session.notes]),
        "",
        f"## {words('handover.left')}",
    ]
    steps = session.exercise.steps[max(session.position, 0) :]
    return "\n".join([*lines, *(line for step in steps for line in _step(words, session, step, own))]) + "\n"


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
