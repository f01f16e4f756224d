"""Files that people write, edit, copy half and exchange: exercises, programmes, themes, rosters, saved lessons."""

from collections.abc import Iterable
from pathlib import Path

from sessionrunner.core.commands import Next, Open
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.public import public_view
from sessionrunner.core.text import SessionRunnerError, Text
from sessionrunner.locale import Catalogue, load
from sessionrunner.output import markdown, markdown_reader
from sessionrunner.runner import SessionRunner
from sessionrunner.storage import (
    exercise_file,
    instance_file,
    lesson_file,
    overview,
    programme_file,
    roster_file,
    saved_outcome,
    theme_file,
)
from sessionrunner.storage.lesson_index import LessonIndex
from sessionrunner.storage.lesson_scan import scan
from sessionrunner.storage.problem import BadFile
from tests.fakes import FakeClock, MemoryJournal
from tests.fuzz.targets import Target
from tests.output.records import full
from tests.web.fakes import NAMES

ROOT = Path(__file__).parents[2]
CONTROL = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"}
"""What no message may carry to a terminal."""


def say(words: Catalogue, *texts: Text) -> None:
    """Every text can be said to people, and is safe in a terminal."""
    for text in texts:
        told = words.render(text)
        assert told.strip(), text
        assert not CONTROL & set(told), text


def complain(error: SessionRunnerError) -> None:
    """A refusal has a message and a remedy in every language; of a file with problems, so has every problem."""
    problems = error.problems if isinstance(error, BadFile) else ()
    for words in (load("sv"), load("en")):
        say(words, error.message, error.remedy)
        for one in problems[:20]:
            say(words, one.message, one.remedy)
            assert one.line >= 1 and one.column >= 1, one
    assert problems or not isinstance(error, BadFile)


def lead(exercise: Exercise) -> None:
    """What is accepted can be led from beginning to end, and shown to the room."""
    runner = SessionRunner(exercise, FakeClock(), MemoryJournal())
    runner.handle(Open(NAMES, 7))
    for _ in exercise.steps:
        runner.handle(Next())
        public_view(runner.session, runner.now())


def exercise(case: bytes, folder: Path) -> None:
    """An exercise is led, or its file is found fault with."""
    try:
        accepted = exercise_file.parse(case, "prov.yaml")
    except SessionRunnerError as error:
        complain(error)
        assert exercise_file.problems_in(case, "prov.yaml")
    else:
        lead(accepted)


def programme(case: bytes, folder: Path) -> None:
    """A programme is taken, or its file is found fault with."""
    try:
        programme_file.parse(case, "prov.yaml")
    except SessionRunnerError as error:
        complain(error)


def theme(case: bytes, folder: Path) -> None:
    """A theme is taken, or its file is found fault with."""
    path = written(case, folder / "prov.yaml")
    try:
        theme_file.read(path)
    except SessionRunnerError as error:
        complain(error)


def roster(case: bytes, folder: Path) -> None:
    """People come out as clean names, each once, or the list is refused."""
    for name in ("prov.csv", "prov.txt"):
        path = written(case, folder / name)
        try:
            people = roster_file.crowd(str(path)).people
        except SessionRunnerError as error:
            complain(error)
        else:
            assert len({one.casefold() for one in people}) == len(people) >= roster_file.LEAST
            assert not any((CONTROL | {"\n"}) & set(one) for one in people)


def instance(case: bytes, folder: Path) -> None:
    """Group problems are taken, or refused."""
    try:
        instance_file.instances(written(case, folder / "prov.json"))
    except SessionRunnerError as error:
        complain(error)


def lessons(case: bytes, folder: Path) -> None:
    """A record is read as far as it goes, the overview tells of it, and the whole text can be read back."""
    place = folder / "2026-11-21 Prov 3f9a1c2b"
    place.mkdir()
    path = written(case, place / lesson_file.FILE)
    for read in (lesson_file.read, saved_outcome.read):
        try:
            read(path)
        except SessionRunnerError as error:
            complain(error)
    found = scan(folder)
    assert len(found.sessions) + len(found.troubles) == 1
    for words in (load("sv"), load("en")):
        told = overview.render(found, words)
        assert not CONTROL & set(told)
        headings(told)
    for _ in range(2):  # the second time out of the index
        assert LessonIndex(folder / "index").scan(folder) == found
    day = found.sessions[0].date if found.sessions else full().identity.date
    markdown_reader.read(case.decode("utf-8", "replace"), "sv", day)


def headings(told: str) -> None:
    """No text of a file makes a heading, a picture or HTML of its own in the overview."""
    lines = told.splitlines()
    assert all(line.startswith(("# ", "## ")) for line in lines if line.startswith("#"))
    assert sum(line.startswith("# ") for line in lines) == 1
    assert "<script" not in told.replace("\\<", "")


def written(case: bytes, path: Path) -> Path:
    """A file with this content."""
    path.write_bytes(case)
    return path


def texts(pattern: str, most: int) -> list[bytes]:
    """Files of our own, so many of them, spread out."""
    found = sorted(ROOT.glob(pattern))
    return [file.read_bytes() for file in found[:: max(1, len(found) // most)]][:most]


def records() -> Iterable[bytes]:
    """A full hour's file in both languages."""
    return [markdown.render(full(), load(language)).encode() for language in ("sv", "en")]


ROSTERS = (
    b"Enhet;Namn\n1;Anna\n2;Bo\n1;Cia\n", "Namn,Enhet\r\nÅsa,\"Ö, väst\"\r\nBo,1\r\nEva,2\r\n".encode("cp1252"),
    "Anna\nBo\nCia\nÅke\n".encode("utf-16"), b"1. Anna <a@b.se>\n2. Bo\n3. Cia\n", b"sep=;\nNamn;Roll\nA;x\nB;y\nC;x\n",
)  # fmt: skip
INSTANCE = (
    b'[{"id": "a", "n": 6, "rounds": [[3, 3], [2, 2, 2]], "apart": [[0, 1]], "together": [[2, 3]], '
    b'"attr": [0, 1, 0, 1, 0, 1], "present": [null, [0, 1, 2, 3, 4, 5]], "history": [[0, 2, 4]]}]'
)


def targets() -> list[Target]:
    """Every kind of file."""
    return [
        Target("exercise", texts("exercises/[!p]*/*.yaml", 12), exercise, 200),
        Target("programme", texts("exercises/programmes/*.yaml", 6), programme, 300),
        Target("theme", texts("themes/*.yaml", 4), theme, 300),
        Target("roster", ROSTERS, roster, 400),
        Target("instance", (INSTANCE,), instance, 400, is_json=True),
        Target("lessons", list(records()), lessons, 120),
    ]
