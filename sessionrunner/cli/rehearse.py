"""``rehearse``: the real runner and server, simulated phones, a lesson at the end."""

import json
import sys
import tempfile
import time
from pathlib import Path

from sessionrunner.cli import leading_day
from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import chosen, host_for
from sessionrunner.cli.day_hosting import new_day
from sessionrunner.cli.hosting import LaptopHost
from sessionrunner.cli.opening import require_terminal, show
from sessionrunner.cli.places import places
from sessionrunner.cli.practising import Practice, in_a_rehearsal, scratch
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.open_points import unset
from sessionrunner.core.programme import Programme
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.ports import Delivery
from sessionrunner.rehearsal import Phones, lead
from sessionrunner.storage import front_matter, programme_file
from sessionrunner.storage.programmes import SUFFIXES, Programmes


def rehearse(arguments: Arguments, words: Catalogue) -> int:
    """Practise an exercise; with --headless it leads itself, else the leader does and only the phones are simulated."""
    return _by_itself(arguments, words) if arguments.headless else _by_the_leader(arguments, words)


def _by_itself(arguments: Arguments, words: Catalogue) -> int:
    kept = places(arguments)
    with tempfile.TemporaryDirectory(prefix="sessionrunner-") as folder:
        host = host_for(in_a_rehearsal(arguments, kept), words, scratch(kept, Path(folder)), make_lessons=True)
        try:
            programme = _programme(arguments, host)
            if programme is not None:
                return _rehearse_day(arguments, words, host, programme)
            return _rehearse(arguments, words, host)
        finally:
            host.shutdown()


def _by_the_leader(arguments: Arguments, words: Catalogue) -> int:
    """With the ordinary screens; an exercise ends with what came of it, a day is over when it is over."""
    require_terminal()
    practice = Practice(arguments, words)
    try:
        return _led(arguments, words, practice)
    finally:
        practice.stop()


def _led(arguments: Arguments, words: Catalogue, practice: Practice) -> int:
    # Textual takes a quarter of a second to load and a headless rehearsal has no use for it.
    from sessionrunner.tui.start import Start

    host, mark = practice.host, words("cli.rehearsal.mark")
    programme = _programme(arguments, host)
    people = host.beforehand.people(arguments.people or "14")
    if programme is not None:
        return show(arguments, words, practice.laptop, Start(day=new_day(programme, people, host, words), mark=mark))
    exercise = _exercise(arguments, host)
    began = time.monotonic()
    desk = host.open(exercise, people)
    show(arguments, words, practice.laptop, Start(desk=desk, mark=mark))
    return _tell(arguments, words, _result(desk, host.phones, desk.keeping.delivery(), time.monotonic() - began))


_EACH_POINT = 5
"""Minutes for an open point that nobody has set, when it is only for practice."""


def _exercise(arguments: Arguments, host: LaptopHost) -> Exercise:
    """In the variant asked for; nobody has to set minutes for practice."""
    found = host.shelf.find(arguments.exercise)
    return chosen(found, arguments.variant, arguments.points or _EACH_POINT * len(unset(found)))


def _programme(arguments: Arguments, host: LaptopHost) -> Programme | None:
    """The programme asked for; None when it is an exercise."""
    name = arguments.exercise
    if Path(name).suffix.lower() in SUFFIXES:
        if not programme_file.is_programme(Path(name)):
            return None
    elif host.shelf.has(name):
        return None
    known = {exercise.id: exercise for exercise in host.exercises()}
    programmes = Programmes(host.shelf.folders, known)
    if Path(name).suffix.lower() in SUFFIXES or any(one.id == name for one in programmes.all()):
        return programmes.find(name)
    return None


def _rehearse_day(arguments: Arguments, words: Catalogue, host: LaptopHost, programme: Programme) -> int:
    people = host.beforehand.people(arguments.people or "14")
    result = leading_day.rehearsed(programme, people, arguments, words, host)
    if arguments.json:
        json.dump(result, sys.stdout, ensure_ascii=False)
        print()
    else:
        print(words("programme.rehearsed", **result))
    return 0 if result["acknowledged"] == result["sent"] and result["summary"] else 1


def _rehearse(arguments: Arguments, words: Catalogue, host: LaptopHost) -> int:
    exercise = _exercise(arguments, host)
    people = host.beforehand.people(arguments.people or "14")
    if not arguments.json:
        print(words("cli.rehearsal.start", title=exercise.title, n=len(people), speed=arguments.speed))
    began = time.monotonic()
    desk = host.open(exercise, people)
    host.invite(desk)
    if desk.audience.trouble:
        raise desk.audience.trouble
    texts = [str(text) for text in words.section("cli.rehearsal.answers").values()]
    phones = Phones(desk.audience.phone_url, len(people), texts, arguments.speed)
    phones.start()
    try:
        delivery = lead(desk, phones, words("cli.rehearsal.lesson"), words("cli.rehearsal.owner"))
    finally:
        phones.stop()
    return _tell(arguments, words, _result(desk, phones, delivery, time.monotonic() - began))


def _result(desk: Desk, phones: Phones | None, delivery: Delivery, seconds: float) -> dict[str, object]:
    """What came of it; the answers in the lesson are counted in the file, not in memory."""
    found = delivery.place if delivery.delivered else delivery.kept
    lesson = found / "lärdomar.md" if found else None
    shown = _shown(lesson) if lesson and lesson.exists() else 0
    return {
        "exercise": desk.session.exercise.id,
        "people": len(desk.session.people),
        "sent": phones.sent if phones else 0,
        "acknowledged": phones.acknowledged if phones else 0,
        "in_lesson": shown,
        "lesson": str(lesson) if lesson else None,
        "seconds": round(seconds, 2),
    }


def _shown(lesson: Path) -> int:
    reflections = front_matter.read(lesson).get("reflections")
    return int(reflections["shown"]) if isinstance(reflections, dict) else 0


def _tell(arguments: Arguments, words: Catalogue, result: dict[str, object]) -> int:
    if arguments.json:
        json.dump(result, sys.stdout, ensure_ascii=False)
        print()
    else:
        print(words("cli.rehearsal.end", **result))
    return 0 if result["acknowledged"] == result["sent"] and result["lesson"] else 1
