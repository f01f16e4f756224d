"""``print``: everything on paper for one exercise, or the two overviews of the library."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.clock import LaptopClock
from sessionrunner.cli.places import Places, places
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.session import Session, replay
from sessionrunner.locale import Catalogue
from sessionrunner.output.pack import Pack, Part, render
from sessionrunner.storage import roster_file
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.prepared import PreparedGroups
from sessionrunner.storage.saved_places import put_beside
from sessionrunner.storage.session_folder import SessionFolder

_UNSAFE = re.compile(r"[^\w -]")
"""What has no place in the name of a file."""
_OVERVIEWS = frozenset({Part.EXERCISES, Part.PREPARATIONS})


def print(arguments: Arguments, words: Catalogue) -> int:  # noqa: A001 - named as the command
    """Make one PDF and say where it is; what would make it better is told as well."""
    kept = places(arguments)
    library = Library([shipped_folder("exercises"), kept.own_exercises])
    exercise = library.find(arguments.exercise)[0] if arguments.exercise else None
    beforehand = _beforehand(kept, exercise)
    people = roster_file.people(arguments.people) if arguments.people else beforehand.people if beforehand else ()
    groups = beforehand.groups if beforehand and set(people) == set(beforehand.people) else {}
    parts = _parts(arguments, exercise)
    pack = Pack(exercise, people, _phone_url(kept, exercise), library.exercises(), groups)
    content = render(pack, parts, words, LaptopClock().wall().date())
    made = put_beside(*_target(arguments.out, exercise, words), content)
    for line in (words("print.done.made", file=made), *_hints(pack, parts, words)):
        sys.stdout.write(f"{line}\n")
    return 0


def _beforehand(kept: Places, exercise: Exercise | None) -> Session | None:
    """The groups that were made beforehand for this exercise, so that paper and screen say the same."""
    events = PreparedGroups(kept.prepared).read(exercise.id) if exercise else ()
    return replay(exercise, events) if exercise and events else None


def _parts(arguments: Arguments, exercise: Exercise | None) -> frozenset[Part]:
    if arguments.parts:
        return frozenset(Part(name) for name in arguments.parts)
    return frozenset(Part) if exercise else _OVERVIEWS


def _phone_url(kept: Places, exercise: Exercise | None) -> str:
    """The address of the session that runs now, if it is of this exercise."""
    for folder in SessionFolder.find_all(kept.sessions):
        status = folder.read_status() if exercise and folder.claim.is_taken() else None
        if status and exercise and status.get("exercise") in (exercise.id, exercise.title):
            return str(status.get("phone_url") or "")
    return ""


def _target(out: Path | None, exercise: Exercise | None, words: Catalogue) -> tuple[Path, str]:
    title = exercise.title if exercise else words("print.exercises.title")
    name = f"{_UNSAFE.sub('', title).strip()}.pdf"
    if out is None:
        return Path.cwd(), name
    return (out, name) if out.is_dir() else (out.absolute().parent, out.name)


def _hints(pack: Pack, parts: frozenset[Part], words: Catalogue) -> Iterator[str]:
    if Part.CARDS in parts and not pack.people:
        yield words("print.done.no-cards")
    divides = pack.exercise is not None and any(step.groups or step.tables for step in pack.exercise.steps)
    if Part.GROUPS in parts and divides and not pack.groups:
        yield words("print.done.no-groups")
    asks = pack.exercise is not None and any(step.collect for step in pack.exercise.steps)
    if pack.exercise is not None and parts >= _OVERVIEWS:
        yield words("print.done.overviews")
    if Part.POSTER in parts and asks and not pack.phone_url:
        yield words("print.done.no-address")
