"""The library beside the document's own table: 67 exercises, their minutes and what they ask for."""

import csv
import re
from pathlib import Path

import pytest

from sessionrunner.core.exercise import Confidentiality, Exercise
from sessionrunner.storage.library import Library, shipped_folder

with (Path(__file__).parent / "catalog.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))
LIBRARY = Library([shipped_folder("exercises")])
EXERCISES = {exercise.id: exercise for exercise in LIBRARY.exercises()}
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["id"]))
Row = dict[str, str]


def exercise(row: Row) -> Exercise:
    """The exercise that the row is about."""
    return EXERCISES[row["id"]]


def test_the_library_is_whole() -> None:
    """Nine packages and sixty-seven exercises, none left out."""
    assert len(ROWS) == 67
    assert len({row["package"] for row in ROWS}) == 9
    assert [row["id"] for row in ROWS if row["id"] not in EXERCISES] == []


def test_they_come_in_the_documents_order() -> None:
    """What builds on something comes after it."""
    told = [exercise_id for exercise_id in EXERCISES if exercise_id in {row["id"] for row in ROWS}]
    assert told == [row["id"] for row in ROWS]


@every_row
def test_the_heading_is_the_documents(row: Row) -> None:
    """Title, package and series are found under the names the group knows."""
    found = exercise(row)
    assert (found.title.replace("”", '"'), found.package, found.series) == (row["title"], row["package"], row["series"])


@every_row
def test_the_minutes_are_the_documents(row: Row) -> None:
    """Every length that the document gives is there, the overview's first."""
    found, stated = exercise(row), [int(one) for one in row["minutes"].split("|")]
    assert [*found.minutes_in_source] == stated
    led = [found.minutes, *(variant.minutes for variant in found.variants if variant.minutes)]
    assert [length.total_seconds() / 60 for length in led] == stated


@every_row
def test_what_it_asks_for_is_what_the_document_asks_for(row: Row) -> None:
    """Homework, and who brings something."""
    found = exercise(row)
    brings = {one.who for one in found.preparation.bring}
    assert found.homework == (row["homework"] == "yes")
    assert found.homework <= bool(found.preparation.send_ahead)
    assert {one for one in row["brings"].split("|") if one} <= brings


@pytest.mark.parametrize(("need", "count"), [("slips", 6), ("film", 2), ("case-owner", 5), ("swap-list", 1)])
def test_what_must_be_arranged_is_told(need: str, count: int) -> None:
    """Six exercises want slips, two a film, five somebody with a case, one a list of who swaps with whom."""
    needing = [row["id"] for row in ROWS if need in {wanted.value for wanted in exercise(row).needs}]
    assert len(needing) == count


def test_the_two_ways_into_the_journal_are_alternatives() -> None:
    """One's own journal or a colleague's, or both."""
    own, colleague = "journal/inledande-journal", "journal/inledande-journal-kollegiegranskning"
    assert EXERCISES[own].alternative_to == (colleague,)
    assert EXERCISES[colleague].alternative_to == (own,)


def test_four_exercises_have_what_the_document_says_in_two_places() -> None:
    """Two differ in minutes, two in preparation; both can be led."""
    assert len([row["id"] for row in ROWS if exercise(row).variants]) == 4


CASES = re.compile("ärende|underlag|plan|journal|dokumentation|övervägande|utredning", re.IGNORECASE)


@every_row
def test_where_papers_from_cases_are_brought_the_room_is_reminded_of_secrecy(row: Row) -> None:
    """Homework is about one's own cases too; nothing of them is saved."""
    found = exercise(row)
    brought = " ".join(one.what for one in found.preparation.bring if one.who in {"participants", "case-owner"})
    touches = found.homework or CASES.search(brought) is not None
    assert not touches or found.confidential is not Confidentiality.NONE
