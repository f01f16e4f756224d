"""``new``, ``adapt``: exercises of one's own."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.places import places
from sessionrunner.core.blueprint import Part, least_minutes
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.locale.blueprint import Blueprint, Unfit, drawn, read_line, read_minutes, read_parts, slug
from sessionrunner.storage.difference import Change
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.workshop import Workshop

Value = TypeVar("Value")
_MINUTES = 45
_PARTS: tuple[Part, ...] = (Part.PAIRS, Part.GROUPS)


class NoAnswer(SessionRunnerError):
    """There is nobody to answer the questions."""

    cause = "author.no-answer"


class Wrong(SessionRunnerError):
    """A value on the command line that makes no exercise."""

    cause = "author.wrong"


def new(arguments: Arguments, words: Catalogue) -> int:
    """An exercise of the leader's own from a few answers, on the command line or in the terminal."""
    if arguments.extends:
        return _adapt(arguments, words, arguments.extends)
    workshop = _workshop(arguments)
    file = arguments.file
    plan = _plan(arguments, words, _Questions(words, asking=file is None), file)
    name = workshop.free_id(slug(file.stem if file else plan.title))
    manuscript = workshop.begin(drawn(words, plan, name))
    if file is not None:
        manuscript = replace(manuscript, file=str(file.absolute()))
    workshop.keep(manuscript, fresh=True)
    return _tell(words, str(file) if file else name, manuscript.file)


def adapt(arguments: Arguments, words: Catalogue) -> int:
    """A version of one's own of an exercise; its file only says what differs."""
    return _adapt(arguments, words, arguments.exercise)


def _adapt(arguments: Arguments, words: Catalogue, name: str) -> int:
    workshop = _workshop(arguments)
    package = arguments.package or words("author.own-package")
    manuscript = workshop.version(
        name, lambda title: arguments.title or words("author.own-title", title=title), package
    )
    workshop.keep(manuscript, fresh=True)
    return _tell(words, str(manuscript.keys["id"]), manuscript.file)


def _tell(words: Catalogue, name: str, file: str) -> int:
    for line in ("file", "run", "edit", "check"):
        print(words(f"author.made.{line}", file=file, id=f'"{name}"' if " " in name else name))
    return 0


def _workshop(arguments: Arguments) -> Workshop:
    kept = places(arguments)
    own = kept.own_exercises
    return Workshop(own, Library([shipped_folder("exercises"), own], kept.remembered / "exercises.json"))


class _Questions:
    """Takes what the command line says, and asks for the rest until the answer can be used."""

    def __init__(self, words: Catalogue, asking: bool) -> None:
        self._words, self._asking = words, asking

    def value(self, given: str, prompt: str, read: Callable[[str], Value], otherwise: Value | None) -> Value:
        """What was given, the answer, or ``otherwise`` where nobody is asked. Wrong or NoAnswer without any."""
        try:
            if given:
                return read(given)
        except Unfit as unfit:
            raise Wrong(what=unfit.text) from unfit
        if not self._asking and otherwise is not None:
            return otherwise
        while True:
            try:
                return read(self._line(prompt))
            except Unfit as unfit:
                print(self._words.render(unfit.text))

    def _line(self, prompt: str) -> str:
        print(prompt, end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            raise NoAnswer()
        return line.strip()


def _plan(arguments: Arguments, words: Catalogue, questions: _Questions, file: Path | None) -> Blueprint:
    stem = file.stem[:1].upper() + file.stem[1:] if file else ""
    title = questions.value(arguments.title, words("author.ask.title"), read_line, stem or None)
    own = words("author.own-package")
    asked = words("author.ask.package", package=own)
    # Who has written the title on the command line has left out the package on purpose.
    given = arguments.package or (own if arguments.title else "")
    package = questions.value(given, asked, lambda text: read_line(text or own), own)
    purpose = questions.value(arguments.purpose, words("author.ask.purpose"), read_line, title)
    # And the question, when she has not: it is written in the steps then.
    ask = bool(arguments.question or not arguments.title)
    question = questions.value(arguments.question, words("author.ask.question"), read_line, "") if ask else ""
    parts = questions.value(arguments.ways, _parts_prompt(words), read_parts, _PARTS)
    minutes = questions.value(
        arguments.minutes,
        words("author.ask.minutes"),
        lambda text: read_minutes(text, parts),
        max(_MINUTES, least_minutes(parts)),
    )
    return Blueprint(title, purpose, minutes, parts, package, question)


def _parts_prompt(words: Catalogue) -> str:
    kinds = [words("author.ask.part", n=n, name=words(f"author.kind.{part.value}")) for n, part in enumerate(Part, 1)]
    return "\n".join([words("author.ask.parts-title"), *kinds, words("author.ask.parts")])


def differences(words: Catalogue, changes: Sequence[Change]) -> list[str]:
    """What an adaptation changes, a line each, in words."""
    known = words.section("author.key")

    def key(name: str) -> str:
        return words(f"author.key.{name}") if name in known else name

    return [
        words(
            f"author.difference.{one.kind}",
            name=key(one.name) if one.kind == "field" else one.name,
            keys=", ".join(map(key, one.keys)),
        )
        for one in changes
    ]
