"""A long line goes on beside its sign, in whatever width there is."""

import pytest
from textual.content import Content

from sessionrunner.tui.widgets.dots import numbered
from sessionrunner.tui.widgets.hanging import Hanging, plain_line

LONG = "Vi frågar en gång till när uppdraget är oklart."


def test_a_long_line_goes_on_beside_its_sign() -> None:
    """The eye finds the next number at once."""
    rows = Hanging([(Content("1  "), Content(LONG)), (Content("2  "), Content("Kort."))]).at(20).plain.splitlines()
    assert [row for row in rows if row[:3].strip()] == [rows[0], rows[-1]]
    assert all(row.startswith("   ") for row in rows[1:-1])
    assert " ".join(" ".join(rows[:-1]).split()) == f"1 {LONG}"


@pytest.mark.parametrize("width", range(1, 60))
def test_nothing_is_lost_or_cut_in_any_width(width: int) -> None:
    """A place too narrow for both breaks the line as any other."""
    shown = Hanging([(Content("12  "), Content(LONG)), plain_line(Content(""))]).at(width)
    assert shown.plain.split() == ["12", *LONG.split()] or width < 14


def test_a_line_without_a_sign_begins_at_the_edge() -> None:
    """Headings and empty lines among the others."""
    whole = Hanging([plain_line(Content("Mål")), plain_line(Content("")), (Content("· "), Content("Ett"))])
    assert whole.at(40).plain == whole.plain == "Mål\n\n· Ett"


def test_what_is_voted_about_hangs_beside_its_number() -> None:
    """Ten options or more: the numbers stand in line."""
    rows = numbered([LONG] * 10).at(24).plain.splitlines()
    assert [row[:3] for row in rows if row[:2].strip()] == [f"{at:2} " for at in range(1, 11)]
