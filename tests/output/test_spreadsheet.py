"""Figures for a Swedish Excel, and nothing that Excel would calculate."""

import csv
from dataclasses import replace
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.outcome import Outcome, outcome
from sessionrunner.locale import load
from sessionrunner.output.spreadsheet import harmless, render
from tests.output.records import TEXTS, full

STARTERS = "=+-@＝＋－＠"


def rows(found: Outcome) -> list[list[str]]:
    """The cells, as Excel in Swedish splits them."""
    return list(csv.reader(StringIO(render(found, load("sv")).decode("utf-8-sig")), delimiter=";"))


def test_excel_sees_swedish_letters_and_columns() -> None:
    """The file says that it is UTF-8, and every cell is quoted."""
    content = render(outcome(full()), load("sv"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert all(line.startswith(b'"') and line.endswith(b'"') for line in content[3:].splitlines())


def test_a_scale_has_its_bands_and_its_middle() -> None:
    """Seven people answered; the figures add up to seven, and none of them stands for one."""
    answers = [[row[3], *row[6:]] for row in rows(outcome(full())) if row[5] == "Hur användbart var det?"]
    assert answers == [["svar", "0–7", "3"], ["svar", "8–10", "4"], ["mitten av svaren (median)", "", "8"]]


def test_no_written_answer_is_in_the_file() -> None:
    """Counts are for tables; what people wrote is not."""
    told = render(outcome(full()), load("sv")).decode("utf-8-sig")
    assert not any(text.splitlines()[0] in told for text in TEXTS)
    assert "Lagom" in told


def test_minutes_are_numbers_to_a_swedish_excel() -> None:
    """22,4 and not 22.4."""
    assert [row[7] for row in rows(outcome(full())) if row[3:5] == ["minuter", "Fyra bord, fyra påståenden"]] == [
        "22,4"
    ]


@given(st.text(st.sampled_from(f"{STARTERS};\t\n '\"a1,")))
def test_no_cell_is_ever_a_formula(text: str) -> None:
    """Not the whole cell, and not what is left of it when a program splits it once more."""
    cell = harmless(text)
    if not cell.lstrip("-").replace(",", "").isdigit():
        assert not any(part.lstrip(' "')[:1] in set(STARTERS) for part in cell.split(";"))


def test_a_scale_below_zero_stays_numbers() -> None:
    """-5 is a value, not a calculation."""
    found = outcome(full())
    below = replace(found, tallies=(replace(found.tallies[0], counts=(("-5", 3), ("0", 2))),))
    assert ["-5", "3"] in [row[6:] for row in rows(below)]
