"""``programme``: a day of several exercises."""

import json
import sys
from datetime import time, timedelta

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.places import places
from sessionrunner.core.programme import Exercises, Part, Programme, parts, total
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.programmes import Programmes

_USUAL = 14
"""The headcount a programme is told for before anybody has come."""
_MINUTE = timedelta(minutes=1)


class NoProgramme(SessionRunnerError):
    """Nobody has said which programme."""

    cause = "programme.none"


def programme(arguments: Arguments, words: Catalogue) -> int:
    """Every programme as data, or a day that is led."""
    kept = places(arguments)
    library = Library([shipped_folder("exercises"), kept.own_exercises], kept.remembered / "exercises.json")
    known = {exercise.id: exercise for exercise in library.exercises()}
    programmes = Programmes(library.folders, known)
    if arguments.listed:
        return _list(arguments, words, programmes, known)
    if not arguments.exercise:
        raise NoProgramme()
    chosen = programmes.find(arguments.exercise)
    if arguments.json:
        return _show(arguments, words, chosen, known)
    # What leads a day is not needed to tell of one.
    from sessionrunner.cli import lead

    return lead.programme(arguments, words, chosen)


def _list(arguments: Arguments, words: Catalogue, programmes: Programmes, known: Exercises) -> int:
    if arguments.json:
        _print_json([told(one, known) for one in programmes.all()])
        return 0
    for one in programmes.all():
        length = total(parts(one, known, _USUAL)) // _MINUTE
        print(f"{one.id}  {one.title}  {words('cli.minutes', n=length)}")
    return 1 if programmes.problems() else 0


def _show(arguments: Arguments, words: Catalogue, one: Programme, known: Exercises) -> int:
    _print_json(told(one, known))
    return 0


def told(one: Programme, known: Exercises) -> dict[str, object]:
    """A programme as data."""
    found = parts(one, known, _USUAL)
    return {
        "id": one.id,
        "title": one.title,
        "package": one.package,
        "start": _clock(one.start),
        "end": _clock(one.end),
        "minutes": total(found) // _MINUTE,
        "items": [_item(part) for part in found],
    }


def _item(part: Part) -> dict[str, object]:
    item = part.item
    return {
        "exercise": item.exercise or None,
        "break": item.pause or None,
        "title": part.title,
        "variant": item.variant or None,
        "minutes": part.length // _MINUTE,
        "at": _clock(item.at),
    }


def _clock(moment: time | None) -> str | None:
    return f"{moment:%H:%M}" if moment else None


def _print_json(data: object) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    print()
