"""Offers, costs and ends as people say them; the screens and the lines say the same."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sessionrunner.core import timeline
from sessionrunner.core.bargain import Cost, Offer
from sessionrunner.core.commands import Taken
from sessionrunner.core.session import Session
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import minutes

_ZERO = timedelta()


def offer_line(words: Catalogue, session: Session, offer: Offer, end: datetime) -> str:
    """Where the minutes come from or go: ``tas från Bikupor 5→3``; ``end`` is when all would be over."""
    parts = []
    if any(one.length > _ZERO for one in offer.taken):
        parts.append(words("time.from", steps=_steps(words, session, offer.taken)))
    if any(one.length < _ZERO for one in offer.taken):
        parts.append(words("time.to", steps=_steps(words, session, offer.taken)))
    if offer.end and not (offer.length <= _ZERO and offer.taken):
        parts.append(words("time.end-later" if offer.end > _ZERO else "time.end-earlier", end=f"{end:%H:%M}"))
    if offer.past:
        parts.append(words("time.past", minutes=minutes(offer.past, words)))
    return ", ".join(parts)


def _steps(words: Catalogue, session: Session, taken: Iterable[Taken]) -> str:
    return ", ".join(_change(words, session, one) for one in taken)


def _change(words: Catalogue, session: Session, one: Taken) -> str:
    """``Bikupor 5→3``."""
    step = session.exercise.step(one.step)
    before = timeline.allotted(session, step)
    after = before - one.length
    return words("time.change", title=step.title, before=minutes(before, words), after=minutes(after, words))


def protected_line(words: Catalogue, session: Session) -> str:
    """The steps to come that never give anything; empty when there are none."""
    safe = [step.title for step in session.exercise.steps[session.position + 1 :] if step.protect]
    return words("time.protected", steps=", ".join(safe)) if safe else ""


def cost_line(words: Catalogue, session: Session, cost: Cost) -> str:
    """What the overtime so far would take, and from where."""
    if not cost.taken:
        return words("time.cost-end")
    titles = ", ".join(session.exercise.step(one.step).title for one in cost.taken)
    return words("time.cost", steps=titles)


def slack_line(words: Catalogue, ends: datetime | None, slack: timedelta | None) -> str:
    """How the end stands to the time by which the room must be done; empty when nothing presses."""
    if ends is None or slack is None:
        return ""
    late = slack < -timedelta(seconds=30)
    length = minutes(timedelta(minutes=round(abs(slack) / timedelta(minutes=1))), words)
    return words("time.too-late" if late else "time.slack", minutes=length, ends=f"{ends:%H:%M}")
