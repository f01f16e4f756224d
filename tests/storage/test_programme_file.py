"""A programme file either gives a programme that can be led, or says everything that is wrong with it."""

import inspect
import json
import re
from datetime import time, timedelta
from pathlib import Path

import pytest

from sessionrunner.core import programme_faults
from sessionrunner.core.programme import Item, Programme
from sessionrunner.locale import LANGUAGES, load
from sessionrunner.storage import programme_file
from sessionrunner.storage.library import PROGRAMMES, Library, shipped_folder
from sessionrunner.storage.programme_file import BadProgramme
from sessionrunner.storage.programme_schema import programme_schema
from sessionrunner.storage.programmes import MisspeltProgramme, Programmes, UnknownProgramme

LIBRARY = Library([shipped_folder("exercises")])
KNOWN = {exercise.id: exercise for exercise in LIBRARY.exercises()}
SHIPPED = Programmes(LIBRARY.folders, KNOWN)
DAY = """\
id: egen-dag
title: Vår dag
start: "09:00"
end: 15.30
items:
  - exercise: introduktion/min-uppgift
    minutes: 32
  - {break: Fika, minutes: 20, min: 10, at: 10:15}
"""


def found(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(BadProgramme) as bad:
        programme_file.parse(text, "dag.yaml", KNOWN)
    return [(one.line, one.column, one.message.key.split(".")[1]) for one in bad.value.problems]


def test_a_programme_reads_as_it_is_written() -> None:
    """Clock times may be written with colon or point."""
    first = Item("introduktion/min-uppgift", minutes=timedelta(minutes=32))
    coffee = Item(pause="Fika", minutes=timedelta(minutes=20), least=timedelta(minutes=10), at=time(10, 15))
    wanted = Programme("egen-dag", "Vår dag", (first, coffee), start=time(9), end=time(15, 30))
    assert programme_file.parse(DAY, "dag.yaml", KNOWN) == wanted


@pytest.mark.parametrize(
    ("before", "after", "problems"),
    [
        ("min-uppgift", "min-uppgiftt", [(6, 15, "item-unknown-exercise")]),
        ("minutes: 32", "minutes: 3", [(7, 14, "item-minutes-impossible")]),
        ("at: 10:15", "at: 25:15", [(8, 45, "not-a-clock-time")]),
        ("at: 10:15", "at: 08:15", [(8, 45, "at-before")]),
        ("at: 10:15", "at: 09:15", [(8, 45, "at-too-early")]),
        ("end: 15.30", "end: 10.20", [(4, 6, "at-too-early")]),
        ("minutes: 20, ", "", [(8, 5, "break-without-minutes")]),
        ("break: Fika", "brek: Fika", [(8, 6, "misspelt-key")]),
        ("id: egen-dag\n", "", [(1, 1, "missing-key")]),
    ],
)
def test_what_is_wrong_is_told_with_line_and_column(before: str, after: str, problems: list[object]) -> None:
    """One slip is one problem, where it stands."""
    assert found(DAY.replace(before, after)) == problems


@pytest.mark.parametrize("text", ["- a list\n", "just text\n"])
def test_a_file_of_another_kind_is_no_programme(text: str) -> None:
    """Said once, and at the top."""
    assert found(text) == [(1, 1, "not-a-programme")]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Nobody corrects one thing to be told the next; a missing file is one problem."""
    text = DAY.replace("minutes: 20, ", "").replace("min-uppgift", "finns-inte").replace("15.30", "aldrig")
    assert [code for _, _, code in found(text)] == [
        "not-a-clock-time",
        "item-unknown-exercise",
        "break-without-minutes",
    ]
    (missing,) = programme_file.problems(tmp_path / "dag.yaml")
    assert missing.message.key == "error.exercise.missing.message"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_words(language: str) -> None:
    """Message and remedy, in both languages."""
    codes = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', inspect.getsource(programme_faults)))
    codes |= {"not-a-clock-time", "not-a-programme"}
    keys = load(language).keys()
    assert {f"check.{code}.{part}" for code in codes for part in ("message", "remedy")} <= keys


@pytest.mark.parametrize("path", SHIPPED.files(), ids=lambda path: path.stem)
def test_a_shipped_programme_can_be_led(path: Path) -> None:
    """Its exercises exist, everything fits, and the id is the file's name."""
    assert programme_file.problems(path, KNOWN) == []
    assert programme_file.read(path).id == path.stem


def test_a_shipped_package_is_taken_in_the_documents_order() -> None:
    """A series is best done in order."""
    order = [exercise.id for exercise in LIBRARY.exercises()]
    for programme in SHIPPED.all():
        if programme.package:
            places = [order.index(item.exercise) for item in programme.items if item.exercise]
            assert places == sorted(places), programme.id


def test_programmes_are_found_by_name_and_by_file(tmp_path: Path) -> None:
    """A leader's own takes the place of a shipped one with the same name."""
    own = tmp_path / PROGRAMMES
    own.mkdir()
    (own / "halvdag.yaml").write_text(DAY.replace("egen-dag", "halvdag"), "utf-8")
    both = Programmes([*LIBRARY.folders, tmp_path], KNOWN)
    assert both.find("halvdag").title == "Vår dag"
    assert both.find(str(own / "halvdag.yaml")).title == "Vår dag"
    assert SHIPPED.find("halvdag").title != "Vår dag"


def test_a_name_that_is_none_says_what_was_meant(tmp_path: Path) -> None:
    """A slip is helped, a broken file explains itself."""
    (tmp_path / PROGRAMMES).mkdir()
    (tmp_path / PROGRAMMES / "trasig.yaml").write_text("id: trasig\n", "utf-8")
    broken = Programmes([tmp_path], KNOWN)
    with pytest.raises(MisspeltProgramme, match="programme"):
        SHIPPED.find("halvdagg")
    with pytest.raises(UnknownProgramme):
        broken.find("halvdag")
    with pytest.raises(BadProgramme):
        broken.find("trasig")
    assert broken.all() == () and len(broken.problems()) == 2


def test_no_programme_is_taken_for_an_exercise() -> None:
    """The library holds exercises only, and check tells the two apart."""
    assert not any(PROGRAMMES in path.parts for path in LIBRARY.files())
    assert all(programme_file.is_programme(path) for path in SHIPPED.files())
    assert not programme_file.is_programme(LIBRARY.files()[0])
    assert not programme_file.is_programme(Path("finns-inte.yaml"))


def test_the_schema_names_every_key() -> None:
    """What an editor offers is what the reader takes."""
    written = json.dumps(programme_schema())
    assert all(f'"{key}"' in written for key in ("id", "start", "end", "exercise", "variant", "break", "min", "at"))
