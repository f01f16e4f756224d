"""The groups of a session as readable text: how good they are, what is wrong, and those of other steps."""

from collections.abc import Sequence

from textual.content import Content

from sessionrunner.core.acquaintance import Broken, judged, quality
from sessionrunner.core.exercise import Step
from sessionrunner.core.groups import Division, Group
from sessionrunner.core.public import Place, places
from sessionrunner.core.session import Instant, Session, Stage
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import joined, one_line, safe
from sessionrunner.tui.widgets.group_board import Seats
from sessionrunner.tui.widgets.place_board import moving


def steps(session: Session) -> list[Step]:
    """Steps with groups that are not over."""
    first = session.position if session.stage is Stage.RUNNING else 0
    return [step for step in session.exercise.steps[first:] if step.id in session.groups]


def seats(session: Session, now: Instant, step: Step) -> Seats:
    """What the board shows of a step: in the step itself, the tables where the groups sit now."""
    division = session.groups[step.id]
    tables = {
        group.label: step.tables[at % len(step.tables)].name for at, group in enumerate(division.groups) if step.tables
    }
    if session.step is step:
        tables |= {place.label: place.table for place in places(session, now) if place.table}
    marked = {name for one in judged(session).broken if one.step == step.id for name in one.people}
    return Seats(step, division, session.locked.get(step.id, frozenset()), tables, frozenset(marked))


def title(words: Catalogue, session: Session, step: Step, number: tuple[int, int]) -> Content:
    """Which step it is, and how many people in groups of which sizes."""
    division = session.groups[step.id]
    sizes = short(division.explanation)
    people = sum(len(group.members) for group in division.groups)
    key = "board.sizes-tables" if step.tables else "board.sizes-groups"
    said = words(key, people=people, n=len(division.groups), sizes=sizes)
    here, total = number
    which = words("board.which", number=here, total=total) if total > 1 else ""
    return joined(one_line(step.title, "bold $accent"), said, one_line(which, "$muted"), between=" · ")


def worth(words: Catalogue, session: Session) -> Content:
    """How good the plan is, in a sentence or two."""
    return one_line(" ".join(words.render(text) for text in quality(session)))


def troubles(words: Catalogue, session: Session, step: Step) -> list[Content]:
    """Wishes that the step does not meet, and people left alone."""
    broken = [one for one in judged(session).broken if one.step == step.id]
    alone = [group.members[0] for group in session.groups[step.id].groups if len(group.members) == 1]
    lines = [_broken(words, one) for one in broken[:3]]
    lines += [words("board.more-broken", n=len(broken) - 3)] if len(broken) > 3 else []
    lines += [words("board.alone", name=name) for name in alone]
    return [one_line(f"! {line}", "bold $soon") for line in lines]


def broken_about(words: Catalogue, session: Session, step: Step, person: str) -> list[str]:
    """Wishes about this person that the step does not meet."""
    about = [one for one in judged(session).broken if one.step == step.id and person in one.people]
    return [_broken(words, one) for one in about]


def _broken(words: Catalogue, one: Broken) -> str:
    return words("board.broken-apart" if one.apart else "board.broken-together", one=one.people[0], other=one.people[1])


def short(sizes: str) -> str:
    """``3+3+3+3+2+2`` as ``4×3 + 2×2`` once the list grows long."""
    parts = sizes.split("+")
    if len(parts) <= 8:
        return sizes
    return " + ".join(f"{parts.count(size)}×{size}" for size in dict.fromkeys(parts))


def sheet(words: Catalogue, session: Session, now: Instant, besides: Step | None = None) -> Content:
    """The current step as it sits now and every later step that divides the room, besides the one on the board."""
    if not session.groups:
        return Content(words("tui.groups.none"))
    here = _here(words, session, now) if session.step is not besides or besides is None else []
    later = _later(words, session, besides)
    if not later and besides is None:
        later = [Content(words("tui.groups.no-more"))]
    return Content("\n").join([*([Content("")] if besides else []), *here, *later])


def _here(words: Catalogue, session: Session, now: Instant) -> list[Content]:
    """Who sits where now, or that nobody is divided; before the first step there is nothing to say."""
    here = places(session, now)
    if session.step is None:
        return []
    if here:
        return _titled(session.step.title, [_place(words, place) for place in here])
    return _titled(session.step.title, [Content(words("tui.groups.none-here"))])


def _later(words: Catalogue, session: Session, besides: Step | None) -> list[Content]:
    first = session.position + 1 if session.stage is Stage.RUNNING else 0
    divided = [step for step in session.exercise.steps[first:] if step.id in session.groups and step is not besides]
    titled = [_titled(step.title, _groups(words, session.groups[step.id])) for step in divided]
    return [line for lines in titled for line in lines]


def _titled(title: str, lines: Sequence[Content]) -> list[Content]:
    return [one_line(title, "bold $accent"), *lines, Content("")]


def _place(words: Catalogue, place: Place) -> Content:
    going = f"→ {place.next_table}" if place.next_table else moving(place)
    start = joined(safe(place.table or "", "bold"), safe(place.label, "bold $accent"), between="  ")
    return joined(start, _members(place.members), _roles(words, place), one_line(going, "$muted"), between="  ")


def _groups(words: Catalogue, division: Division) -> list[Content]:
    return [
        joined(safe(group.label, "bold $accent"), _members(group.members), _roles(words, group), between="  ")
        for group in division.groups
    ]


def _members(members: Sequence[str]) -> Content:
    return one_line(phrases.names(members))


def _roles(words: Catalogue, one: Place | Group) -> Content:
    reporter = words("tui.places.reporter", name=one.reporter) if one.reporter else ""
    host = words("tui.places.host", name=one.host) if one.host else ""
    return one_line("  ".join(part for part in (host, reporter) if part), "$muted")
