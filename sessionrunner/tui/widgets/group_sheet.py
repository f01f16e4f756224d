"""Groups of several steps as one readable text."""

from collections.abc import Sequence

from textual.content import Content

from sessionrunner.core.groups import Group
from sessionrunner.core.public import Place, places
from sessionrunner.core.session import Instant, Session, Stage
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import joined, one_line, safe


def sheet(words: Catalogue, session: Session, now: Instant) -> Content:
    """The current step as it sits now, then every later step that divides the room."""
    if not session.groups:
        return Content(words("tui.groups.none"))
    later = _later(words, session)
    return Content("\n").join([*_here(words, session, now), *(later or [Content(words("tui.groups.no-more"))])])


def _here(words: Catalogue, session: Session, now: Instant) -> list[Content]:
    """Who sits where now, or that nobody is divided; before the first step there is nothing to say."""
    here = places(session, now)
    if session.step is None:
        return []
    if here:
        return _titled(session.step.title, [_place(words, place) for place in here])
    return _titled(session.step.title, [Content(words("tui.groups.none-here"))])


def _later(words: Catalogue, session: Session) -> list[Content]:
    first = session.position + 1 if session.stage is Stage.RUNNING else 0
    divided = [step for step in session.exercise.steps[first:] if step.id in session.groups]
    titled = [_titled(step.title, [_group(words, one) for one in session.groups[step.id].groups]) for step in divided]
    return [line for lines in titled for line in lines]


def _titled(title: str, lines: Sequence[Content]) -> list[Content]:
    return [one_line(title, "bold $accent"), *lines, Content("")]


def _place(words: Catalogue, place: Place) -> Content:
    going = f"→ {place.next_table}" if place.next_table else ""
    start = joined(safe(place.table or "", "bold"), safe(place.label, "bold $accent"), between="  ")
    return joined(start, _members(place.members), _roles(words, place), one_line(going, "$muted"), between="  ")


def _group(words: Catalogue, group: Group) -> Content:
    return joined(safe(group.label, "bold $accent"), _members(group.members), _roles(words, group), between="  ")


def _members(members: Sequence[str]) -> Content:
    return one_line(phrases.names(members))


def _roles(words: Catalogue, one: Place | Group) -> Content:
    reporter = words("tui.places.reporter", name=one.reporter) if one.reporter else ""
    host = words("tui.places.host", name=one.host) if one.host else ""
    return one_line("  ".join(part for part in (host, reporter) if part), "$muted")
