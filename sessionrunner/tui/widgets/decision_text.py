"""Decisions from earlier sessions, as the room goes through them: a line each, and one of them in full."""

from datetime import date

from textual.content import Content

from sessionrunner.core.discussion import status_of
from sessionrunner.core.followup import Decision, Status
from sessionrunner.core.session import Session
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day
from sessionrunner.tui.safe import joined, one_line, safe
from sessionrunner.tui.widgets.lesson_card import sign


def decision_line(words: Catalogue, session: Session, decision: Decision) -> Content:
    """What was decided, after a sign for what the room says of it now."""
    said = status_of(session, decision.key)
    mark = "·" if said is None else "→" if said is Status.OPEN else sign(said)
    word = f"  ({words(f'lessons.follow-up.said-{said.value}')})" if said else ""
    return joined(Content.styled(f"{mark} ", "bold"), one_line(decision.text), word)


def decision_text(words: Catalogue, session: Session, decision: Decision | None, today: date) -> Content:
    """The decision in full, who and when, and where it comes from; that all are done when there is none."""
    if decision is None:
        return Content.styled(words("lessons.follow-up.all-done-next"), "bold $accent")
    number = session.decisions.index(decision) + 1
    heading = words("lessons.follow-up.number", number=number, total=len(session.decisions))
    due = [words("overview.open.due", date=day(decision.due, words))] if decision.due else []
    owner = [decision.owner] if decision.owner else []
    late = decision.due is not None and decision.due < today
    parts = [
        Content.styled(heading, "bold $accent"),
        safe(decision.text, "bold"),
        one_line(" · ".join([*owner, *due]), "$soon" if late else ""),
        one_line(f"{decision.title}, {day(decision.decided, words)}", "$muted"),
    ]
    return Content("\n").join(part for part in parts if part)
