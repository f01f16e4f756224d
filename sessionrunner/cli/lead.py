"""``run``, ``resume``: a leader leads, with screens or with lines."""

import secrets
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sessionrunner.cli import crash, leading_day, started
from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import chosen, host_for
from sessionrunner.cli.day_hosting import new_day
from sessionrunner.cli.given import laptop_of
from sessionrunner.cli.hosting import LaptopHost
from sessionrunner.cli.opening import practice_of, require_terminal, show
from sessionrunner.cli.places import Places, places
from sessionrunner.cli.recovered import found_lines, other_lines
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.programme import Programme
from sessionrunner.core.session import Stage
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import Crowd
from sessionrunner.daydesk import DayDesk
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue, load
from sessionrunner.plain.breaking import sayer
from sessionrunner.plain.console import PlainConsole
from sessionrunner.plain.lines import saved_lines
from sessionrunner.storage.outbox import deliver_pending

if TYPE_CHECKING:
    from sessionrunner.tui.start import Start


class NoPeople(SessionRunnerError):
    """Lines cannot ask how many there are."""

    cause = "cli.no-people"


def run(arguments: Arguments, words: Catalogue) -> int:
    """Run one exercise, from its preparation or, with --people, from its lobby."""
    return _with_host(arguments, words, lambda host: _run(arguments, words, host))


def resume(arguments: Arguments, words: Catalogue) -> int:
    """Take up an interrupted session where it was, as it was started."""
    arguments = started.taken_up(arguments, places(arguments))
    words = load(arguments.lang) if arguments.lang else words
    return _with_host(arguments, words, lambda host: _resume(arguments, words, host))


def programme(arguments: Arguments, words: Catalogue, chosen: Programme) -> int:
    """Lead a day of several exercises."""
    return _with_host(arguments, words, lambda host: _programme(arguments, words, host, chosen))


def _programme(arguments: Arguments, words: Catalogue, host: LaptopHost, chosen: Programme) -> int:
    people = host.beforehand.people(arguments.people) if arguments.people else None
    if people is None and arguments.plain:
        raise NoPeople()
    if not arguments.plain:
        require_terminal()
    return _show_day(arguments, words, host, new_day(chosen, people or (), host, words))


def _show_day(arguments: Arguments, words: Catalogue, host: LaptopHost, day: DayDesk) -> int:
    if arguments.plain:
        return leading_day.lines(day, words, host)
    from sessionrunner.tui.start import Start

    return _screens(arguments, words, host, Start(day=day))


def _with_host(arguments: Arguments, words: Catalogue, lead: Callable[[LaptopHost], int]) -> int:
    crash.keep_no_cores()
    kept = places(arguments)
    _deliver_what_waits(kept, words)
    host = host_for(arguments, words, kept)
    try:
        return lead(host)
    finally:
        host.shutdown()


def _deliver_what_waits(kept: Places, words: Catalogue) -> None:
    """Records an earlier session could not deliver; in the background, since a lost share may take its time."""
    threading.Thread(target=deliver_pending, args=(kept.outbox, words), name="pending", daemon=True).start()


def _run(arguments: Arguments, words: Catalogue, host: LaptopHost) -> int:
    exercise = chosen(host.shelf.find(arguments.exercise), arguments.variant, arguments.points)
    crowd = host.beforehand.crowd(arguments.people) if arguments.people else None
    if not arguments.plain:
        return _screens(arguments, words, host, _beginning(exercise, crowd))
    if crowd is None:
        raise NoPeople()
    desk = host.open(exercise, crowd.people, crowd.wishes(spread=False))
    host.invite(desk)
    return _lines(desk, words, host)


def _beginning(exercise: Exercise, crowd: Crowd | None) -> "Start":
    """From the preparation, or from the lobby with the people of a list; mixing them by its column is one key away."""
    from sessionrunner.tui.start import Start

    if crowd is None:
        return Start(exercise)
    return Start(exercise, crowd.people, crowd.wishes(spread=False))


def _resume(arguments: Arguments, words: Catalogue, host: LaptopHost) -> int:
    day = leading_day.resumed(host, words, arguments.session)
    if day is not None:
        return _resume_day(arguments, words, host, day)
    hosted = host.sessions.resume(arguments.session)
    told = [*found_lines(hosted.desk, hosted.found, words), *other_lines(host.sessions.interrupted(), words)]
    for line in told:
        print(line, flush=True)
    if hosted.desk.session.stage is Stage.CLOSED:
        return _finish(hosted.desk, words)
    if arguments.plain:
        host.invite(hosted.desk)
        return _lines(hosted.desk, words, host)
    return show_desk(arguments, words, host, hosted.desk, told)


def _resume_day(arguments: Arguments, words: Catalogue, host: LaptopHost, day: DayDesk) -> int:
    total = len(day.day.programme.items)
    print(words("programme.resumed", title=day.day.programme.title, done=len(day.day.held), total=total), flush=True)
    if day.desk is not None and (arguments.plain or not day.day.session):
        day.invite(day.desk)
    return _show_day(arguments, words, host, day)


def _finish(desk: Desk, words: Catalogue) -> int:
    """The session had ended but its record was not safe: save it now."""
    for line in saved_lines(desk, desk.close(), words):
        print(line, flush=True)
    return 1 if desk.keeping.trouble else 0


def show_desk(arguments: Arguments, words: Catalogue, host: LaptopHost, desk: Desk, told: Sequence[str] = ()) -> int:
    """Lead a session that is already open, with screens."""
    from sessionrunner.tui.start import Start

    return _screens(arguments, words, host, Start(desk=desk, told=tuple(told)))


def _screens(arguments: Arguments, words: Catalogue, host: LaptopHost, start: "Start") -> int:
    return show(arguments, words, laptop_of(host.exercises, lambda: host, words, practice_of(arguments, words)), start)


def _lines(desk: Desk, words: Catalogue, host: LaptopHost) -> int:
    lock, write = threading.Lock(), sayer(sys.stdout)

    def say(line: str) -> None:
        with lock:
            write(line)

    trouble = host.lessons.trouble()
    if trouble is not None:
        say(words.explain(trouble))
    PlainConsole(desk, words, say, lambda: secrets.randbelow(2**31)).run(sys.stdin)
    return 0
