"""``list``, ``show``, ``check``, ``schema``: exercises as data; ``check`` reads programmes and themes too."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.authoring import differences
from sessionrunner.cli.places import places
from sessionrunner.cli.theming import own_files
from sessionrunner.core.exercise import Exercise, Variant
from sessionrunner.core.programme import Exercises
from sessionrunner.core.wording import filled
from sessionrunner.locale import Catalogue
from sessionrunner.storage import exercise_file, programme_file, theme_file
from sessionrunner.storage.bases import FolderBases
from sessionrunner.storage.exercise_file import Problem
from sessionrunner.storage.exercise_form import form
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.programme_schema import programme_schema
from sessionrunner.storage.programmes import Programmes
from sessionrunner.storage.schema import json_schema
from sessionrunner.storage.workshop import Workshop


def list(arguments: Arguments, words: Catalogue) -> int:  # noqa: A001 - named as the command
    """Every exercise in the library."""
    library = _library(arguments)
    if arguments.json:
        _print_json([_listed(exercise) for exercise in library.exercises()])
    else:
        for exercise in library.exercises():
            print(f"{exercise.id}  {exercise.title}  {words('cli.minutes', n=_minutes(exercise.minutes))}")
    return _complain(library.problems(), words)


def _listed(exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "title": exercise.title,
        "package": exercise.package,
        "series": exercise.series,
        "minutes": _minutes(exercise.minutes),
        "minutes_in_source": [*exercise.minutes_in_source] or [_minutes(exercise.minutes)],
        "homework": exercise.homework,
        "bring": [{"who": one.who, "what": one.what} for one in exercise.preparation.bring],
        "needs": [need.value for need in exercise.needs],
        "variants": [_variant(one) for one in exercise.variants],
        "alternative_to": [*exercise.alternative_to],
        "confidential": exercise.confidential.value,
        "modes": sorted({step.mode.value for step in exercise.steps}),
    }


def _variant(variant: Variant) -> dict[str, object]:
    bring = None if variant.bring is None else [{"who": one.who, "what": one.what} for one in variant.bring]
    minutes = _minutes(variant.minutes) if variant.minutes else None
    return {"id": variant.id, "title": variant.title, "minutes": minutes, "bring": bring}


def show(arguments: Arguments, words: Catalogue) -> int:
    """One exercise: purpose, preparation and steps."""
    exercise, path = _library(arguments).find(arguments.exercise)
    if arguments.json:
        _print_json(form(filled(exercise)) | _listed(exercise) | {"file": str(path), "extends": exercise.extends})
        return 0
    print(f"{exercise.title} ({exercise.package}), {words('cli.minutes', n=_minutes(exercise.minutes))}")
    for purpose in exercise.purpose:
        print(words("plain.purpose", text=purpose))
    for variant in exercise.variants:
        print(words("cli.variant", id=variant.id, title=variant.title))
    for number, step in enumerate(exercise.steps, 1):
        length = words("cli.minutes", n=_minutes(step.minutes or step.turn or timedelta()))
        length = words("occasions.open.step") if step.open else length
        print(f"{number}. {step.title}, {length}")
    for line in _differences(arguments, words, path):
        print(line)
    return 0


def _differences(arguments: Arguments, words: Catalogue, path: Path) -> Iterator[str]:
    """What an adaptation builds on and what it changes of that."""
    found = Workshop(places(arguments).own_exercises, _library(arguments)).changes(path)
    if found is not None:
        base, changes = found
        yield words("author.difference.base", title=base["title"], id=base["id"])
        yield from differences(words, changes) or [words("author.difference.none")]


def check(arguments: Arguments, words: Catalogue) -> int:
    """Every problem of these files, or of the whole library, with file, line, column, message and remedy."""
    files = _files(arguments)
    library = _library(arguments)
    known = {exercise.id: exercise for exercise in library.exercises()}
    bases = FolderBases(library.folders)
    problems = [problem for path in files for problem in _problems(path, known, bases)]
    if arguments.json:
        _print_json([_as_data(problem, words) for problem in problems])
        return 1 if problems else 0
    for problem in problems:
        print(_as_line(problem, words))
    if not problems:
        print(words("cli.check-result.good", n=len(files)))
    return 1 if problems else 0


def _problems(path: Path, known: Exercises, bases: FolderBases) -> Sequence[Problem]:
    if programme_file.is_programme(path):
        return programme_file.problems(path, known)
    if theme_file.is_theme(path):
        return theme_file.problems(path)
    return exercise_file.problems(path, bases.seen_from(path))


def _files(arguments: Arguments) -> tuple[Path, ...]:
    if not getattr(arguments, "files", ()):
        library = _library(arguments)
        return (*library.files(), *Programmes(library.folders, {}).files(), *own_files(places(arguments)))
    found: tuple[Path, ...] = ()
    for path in arguments.files:
        found += tuple(sorted(path.rglob("*.yaml"))) if path.is_dir() else (path,)
    return found


def _as_line(problem: Problem, words: Catalogue) -> str:
    where = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{where}: {words.render(problem.message)} · {words.render(problem.remedy)}"


def _as_data(problem: Problem, words: Catalogue) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": words.render(problem.message),
        "remedy": words.render(problem.remedy),
    }


def schema(arguments: Arguments, words: Catalogue) -> int:
    """The JSON Schema of exercise files, or of programme files, for editors."""
    _print_json(programme_schema() if arguments.action == "programme" else json_schema())
    return 0


def _library(arguments: Arguments) -> Library:
    return Library([shipped_folder("exercises"), places(arguments).own_exercises])


def _complain(problems: Iterable[Problem], words: Catalogue) -> int:
    found = [_as_line(problem, words) for problem in problems]
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def _minutes(length: timedelta) -> int | float:
    minutes = length / timedelta(minutes=1)
    return int(minutes) if minutes.is_integer() else minutes


def _print_json(data: object) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    print()
