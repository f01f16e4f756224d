"""A day that is led, taken up again or rehearsed."""

import secrets
import sys
import threading
import time
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.day_hosting import LaptopDay, new_day, token
from sessionrunner.cli.hosting import LaptopHost
from sessionrunner.cli.joining import NoSession
from sessionrunner.core.commands import Next
from sessionrunner.core.programme import Programme
from sessionrunner.core.programme_day import Day
from sessionrunner.core.session import Stage
from sessionrunner.daydesk import DayDesk
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.plain.breaking import sayer
from sessionrunner.plain.day import Outside, PlainDay
from sessionrunner.ports import Delivery
from sessionrunner.rehearsal import Phones, lead
from sessionrunner.storage import front_matter
from sessionrunner.storage.day_file import DayFile

_LOOK = 0.02
_SHORTEST = timedelta(minutes=1)
"""What is left of a break that ran out while the program was down."""


def lines(day: DayDesk, words: Catalogue, host: LaptopHost) -> int:
    """Lead the day from lines."""
    lock, write = threading.Lock(), sayer(sys.stdout)

    def say(line: str) -> None:
        with lock:
            write(line)

    seed = partial(secrets.randbelow, 2**31)
    outside = Outside(say, seed, host.beforehand.people, host.checklists, host.today())
    PlainDay(day, words, outside).run(iter(sys.stdin))
    return 0


def resumed(host: LaptopHost, words: Catalogue, session: str | None) -> DayDesk | None:
    """The day that was interrupted last, at the item it had come to; None when there is none."""
    for file in DayFile.find_all(host.places.days):
        found = file.read() if file.hold() else None
        if found is None or (session is not None and session not in (found[0].id, found[0].session)):
            file.release()
            continue
        day, lessons = found
        host.start.go_on(file.given)
        host.lessons.go_on_in(lessons)
        laptop = LaptopDay(host, words, file)
        host.days.append(laptop)
        return _taken_up(day, laptop, host)
    return None


def _taken_up(day: Day, laptop: LaptopDay, host: LaptopHost) -> DayDesk:
    if day.session:
        try:
            hosted = host.sessions.resume(day.session)
        except NoSession:
            return DayDesk(replace(day, began=None, session=""), laptop)
        hosted.following = token(day, 1)
        desk = DayDesk(day, laptop, hosted.desk)
        if hosted.desk.session.stage is Stage.CLOSED:
            hosted.desk.close()
        return desk
    if day.began is None:
        return DayDesk(day, laptop)
    return _in_a_break(day, day.began - laptop.wall(), laptop)


def _in_a_break(day: Day, since: timedelta, laptop: LaptopDay) -> DayDesk:
    """The break goes on: it is as long as it was, however long the program was down."""
    part = DayDesk(day, laptop).plan.parts()[day.position]
    desk = laptop.open_break(day, replace(part, length=max(part.length + since, _SHORTEST)))
    desk.handle(Next())
    return DayDesk(day, laptop, desk)


def rehearsed(
    programme: Programme, people: tuple[str, ...], arguments: Arguments, words: Catalogue, host: LaptopHost
) -> dict[str, object]:
    """Lead the whole day with simulated phones, and tell what came of it."""
    began = time.monotonic()
    day = new_day(programme, people, host, words)
    sent = acknowledged = 0
    lessons: list[Path] = []
    while day.plan.coming() is not None:
        desk = day.begin()
        day.invite(desk)
        if day.day.session:
            phones, delivery = _led(desk, arguments, words)
            sent, acknowledged = sent + phones.sent, acknowledged + phones.acknowledged
            lessons += [place / "lärdomar.md" for place in (delivery.place or delivery.kept,) if place]
        else:
            _rested(desk)
    over = day.close()
    summary = over.place or over.kept
    return {
        "programme": programme.id,
        "people": len(people),
        "sent": sent,
        "acknowledged": acknowledged,
        "in_lesson": sum(_shown(lesson) for lesson in lessons),
        "lessons": [str(lesson) for lesson in lessons],
        "summary": str(summary / "Dagen.md") if summary else None,
        "seconds": round(time.monotonic() - began, 2),
    }


def _led(desk: Desk, arguments: Arguments, words: Catalogue) -> tuple[Phones, Delivery]:
    if desk.audience.trouble:
        raise desk.audience.trouble
    texts = [str(text) for text in words.section("cli.rehearsal.answers").values()]
    phones = Phones(desk.audience.phone_url, len(desk.session.people), texts, arguments.speed)
    phones.start()
    try:
        return phones, lead(desk, phones, words("cli.rehearsal.lesson"), words("cli.rehearsal.owner"))
    finally:
        phones.stop()


def _rested(desk: Desk) -> None:
    desk.handle(Next())
    while desk.time.remaining_seconds() > 0:
        time.sleep(_LOOK)
    desk.close()


def _shown(lesson: Path) -> int:
    try:
        reflections = front_matter.read(lesson).get("reflections")
    except OSError:
        return 0
    return int(reflections["shown"]) if isinstance(reflections, dict) else 0
