"""Rules for sorting the opened texts, for counting hands and for the most important lesson."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.cleaning import clean
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.sorting import Heading, Sorting
from sessionrunner.core.state import Instant, Session

_MOST_HANDS = 1000


def _sorted(session: Session, sorting: Sorting) -> Session:
    """What the room said yes to is no longer what would be saved."""
    return replace(session, sorting=sorting, approved=False)


def _named(session: Session, name: str, besides: str = "") -> str:
    """The name on one line; refused when empty or taken by another heading."""
    found = " ".join(clean(name).split())
    require(bool(found), "nothing-written")
    taken = {one.name.casefold() for one in session.sorting.headings if one.id != besides}
    require(found.casefold() not in taken, "heading-is-there")
    return found


def _known(session: Session, heading: str) -> None:
    require(any(one.id == heading for one in session.sorting.headings), "no-such-heading")


def _opened(session: Session) -> None:
    """There are no texts to sort before any have been opened."""
    require(bool(session.revealed), "not-opened")


def _without(mapping: Mapping[str, str], mark: str) -> dict[str, str]:
    return {key: value for key, value in mapping.items() if key != mark}


def _add(command: commands.AddHeading, session: Session, now: Instant) -> Session:
    before = session.sorting
    require(all(one.id != command.id for one in before.headings), "heading-is-there")
    new = Heading(command.id, _named(session, command.title))
    return _sorted(session, replace(before, headings=(*before.headings, new)))


def _rename(command: commands.RenameHeading, session: Session, now: Instant) -> Session:
    _known(session, command.id)
    name = _named(session, command.title, command.id)
    return _changed(session, command.id, lambda one: replace(one, name=name))


def _changed(session: Session, heading: str, change: Callable[[Heading], Heading]) -> Session:
    before = session.sorting
    headings = tuple(change(one) if one.id == heading else one for one in before.headings)
    return _sorted(session, replace(before, headings=headings))


def _join(command: commands.JoinHeadings, session: Session, now: Instant) -> Session:
    _known(session, command.id)
    _known(session, command.into)
    require(command.id != command.into, "heading-is-there")
    moved = {
        mark: command.into if heading == command.id else heading for mark, heading in session.sorting.placed.items()
    }
    return _sorted(session, replace(session.sorting, headings=_but(session, command.id), placed=moved))


def _drop(command: commands.DropHeading, session: Session, now: Instant) -> Session:
    _known(session, command.id)
    kept = {mark: heading for mark, heading in session.sorting.placed.items() if heading != command.id}
    return _sorted(session, replace(session.sorting, headings=_but(session, command.id), placed=kept))


def _but(session: Session, heading: str) -> tuple[Heading, ...]:
    return tuple(one for one in session.sorting.headings if one.id != heading)


def _put_under(command: commands.PutUnder, session: Session, now: Instant) -> Session:
    _opened(session)
    before = session.sorting
    placed = _without(before.placed, before.first(command.mark))
    if command.heading:
        _known(session, command.heading)
        placed[before.first(command.mark)] = command.heading
    return _sorted(session, replace(before, placed=placed))


def _same_as(command: commands.SameAs, session: Session, now: Instant) -> Session:
    """All that stood for the one now stands for the other; the place of the other is kept."""
    _opened(session)
    before = session.sorting
    old, new = before.first(command.mark), before.first(command.other)
    require(old != new, "same-already")
    same = {mark: new if first == old else first for mark, first in before.same.items()} | {old: new}
    placed, left_out = _without(before.placed, old), _without(before.left_out, old)
    return _sorted(session, replace(before, same=same, placed=placed, left_out=left_out))


def _part(command: commands.Part, session: Session, now: Instant) -> Session:
    before = session.sorting
    together = [mark for mark, first in before.same.items() if first == before.first(command.mark)]
    require(bool(together), "stands-alone")
    same = {mark: first for mark, first in before.same.items() if mark not in together}
    return _sorted(session, replace(before, same=same))


def _leave_out(command: commands.LeaveOut, session: Session, now: Instant) -> Session:
    """One answer that the room has before it goes away at once; the others keep their places on the wall."""
    _opened(session)
    reason = " ".join(clean(command.reason).split())
    require(bool(reason), "no-reason")
    left_out = {**session.sorting.left_out, session.sorting.first(command.mark): reason}
    single = session.on_wall is not None and session.on_wall.card is not None
    hidden = replace(session, on_wall=None) if single else session
    return _sorted(hidden, replace(session.sorting, left_out=left_out))


def _take_in(command: commands.TakeIn, session: Session, now: Instant) -> Session:
    before = session.sorting
    require(bool(before.reason(command.mark)), "not-left-out")
    return _sorted(session, replace(before, left_out=_without(before.left_out, before.first(command.mark))))


def _count_hands(command: commands.CountHands, session: Session, now: Instant) -> Session:
    _known(session, command.heading)
    require(0 <= command.hands <= _MOST_HANDS, "no-such-count")
    return _changed(session, command.heading, lambda one: replace(one, hands=command.hands))


def _mark_important(command: commands.MarkImportant, session: Session, now: Instant) -> Session:
    chosen = next((lesson for lesson in session.lessons if lesson.id == command.id), None)
    require(chosen is not None, "no-such-lesson")
    lessons = tuple(replace(lesson, important=lesson is chosen and not lesson.important) for lesson in session.lessons)
    return replace(session, lessons=lessons, approved=False)


RULES: dict[type, Rule] = {
    commands.AddHeading: _add,
    commands.RenameHeading: _rename,
    commands.JoinHeadings: _join,
    commands.DropHeading: _drop,
    commands.PutUnder: _put_under,
    commands.SameAs: _same_as,
    commands.Part: _part,
    commands.LeaveOut: _leave_out,
    commands.TakeIn: _take_in,
    commands.CountHands: _count_hands,
    commands.MarkImportant: _mark_important,
}
