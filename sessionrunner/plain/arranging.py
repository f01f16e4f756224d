"""Groups arranged with lines: move, swap, lock, wish, forget."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.acquaintance import judged, quality
from sessionrunner.core.exercise import Step
from sessionrunner.core.meant import person, persons
from sessionrunner.core.session import NotPossible, Session, Stage
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue


class HowTo(SessionRunnerError):
    """A command about groups that lacks what it needs."""

    cause = "plain.incomplete"


Saying = Callable[[Desk, Catalogue, str], Iterator[str]]
"""Does one command and gives the lines to say."""


def coming(session: Session) -> Step:
    """The step whose groups are arranged: this one, or the next that divides the room; NotPossible without one."""
    first = session.position if session.stage is Stage.RUNNING else 0
    found = next((step for step in session.exercise.steps[first:] if step.id in session.groups), None)
    if found is None:
        raise NotPossible("no-groups-there")
    return found


def told(desk: Desk, words: Catalogue) -> Iterator[str]:
    """The groups of the step that is arranged, a line each, and how good they are."""
    session = desk.session
    step = coming(session)
    locked = session.locked.get(step.id, frozenset())
    division = session.groups[step.id]
    yield words("arrange.step", step=step.title, sizes=division.explanation)
    for group in division.groups:
        key = "arrange.locked" if group.label in locked else "arrange.group"
        yield words(key, label=group.label, members=", ".join(group.members))
    for one in judged(session).broken:
        if one.step == step.id:
            key = "board.broken-apart" if one.apart else "board.broken-together"
            yield words(key, one=one.people[0], other=one.people[1])
    yield " ".join(words.render(text) for text in quality(session))


def _move(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    name, _, label = rest.rpartition(" ")
    if not name:
        raise HowTo(usage=words("arrange.usage.move"))
    who = person(desk.session.people, name)
    desk.handle(commands.MovePerson(coming(desk.session).id, who, label.upper()))
    yield from told(desk, words)


def _swap(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    two = persons(desk.session.people, rest)
    if len(two) != 2:
        raise HowTo(usage=words("arrange.usage.swap"))
    desk.handle(commands.SwapPeople(coming(desk.session).id, *two))
    yield from told(desk, words)


def _lock(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    if not rest:
        raise HowTo(usage=words("arrange.usage.lock"))
    desk.handle(commands.LockGroup(coming(desk.session).id, rest.upper()))
    yield words("board.is-locked", group=rest.upper())


def _unlock(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    if not rest:
        raise HowTo(usage=words("arrange.usage.lock"))
    desk.handle(commands.UnlockGroup(coming(desk.session).id, rest.upper()))
    yield words("board.unlocked", group=rest.upper())


def _apart(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    wishes = desk.session.wishes
    desk.handle(commands.SetWishes(replace(wishes, apart=(*wishes.apart, _several(desk, rest)))))
    yield from told(desk, words)


def _together(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    wishes = desk.session.wishes
    desk.handle(commands.SetWishes(replace(wishes, together=(*wishes.together, _several(desk, rest)))))
    yield from told(desk, words)


def _several(desk: Desk, rest: str) -> tuple[str, ...]:
    names = persons(desk.session.people, rest)
    if len({*names}) < 2:
        raise NotPossible("wish-needs-two")
    return names


def _mix(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    """On, or off again."""
    wishes = desk.session.wishes
    if not wishes.column:
        yield words("board.wishes.no-column")
        return
    desk.handle(commands.SetWishes(replace(wishes, spread=not wishes.spread)))
    yield from told(desk, words)


def _forget(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    """In this session; ``sessionrunner groups --forget`` does it for good."""
    desk.handle(commands.ForgetMeetings())
    yield from told(desk, words)


ARRANGING: Mapping[str, Saying] = {
    "move": _move,
    "swap": _swap,
    "lock": _lock,
    "unlock": _unlock,
    "apart": _apart,
    "together": _together,
    "mix": _mix,
    "forget": _forget,
}
"""What each English command word about groups does."""
