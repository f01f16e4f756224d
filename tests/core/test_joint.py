"""What another room's laptop tells, read with care."""

import pytest

from sessionrunner.core.joint import Sheet, sheet_of

WHOLE = {"room": "Norr", "headings": [["Möten", 3]], "decisions": ["Vi frågar mer."]}


def test_a_sheet_is_read_as_it_was_laid() -> None:
    """Rule: room, headings with numbers, decisions."""
    assert sheet_of(WHOLE) == Sheet("Norr", (("Möten", 3),), ("Vi frågar mer.",))


@pytest.mark.parametrize("wrong", [{"room": 3}, {"headings": "alla"}, {"decisions": None}])
def test_what_is_no_sheet_is_none(wrong: dict[str, object]) -> None:
    """Rule: one laptop that tells something odd does not keep the others from the wall."""
    assert sheet_of(WHOLE | wrong) is None


def test_what_is_odd_on_a_sheet_is_passed_over() -> None:
    """Rule: the rest is shown."""
    odd = {"headings": [["Möten"], "Möten", [3, 3], ["Möten", "tre"], ["Tid", 2]], "decisions": [7, "Ja"]}
    assert sheet_of(WHOLE | odd) == Sheet("Norr", (("Tid", 2),), ("Ja",))


def test_no_text_can_draw_on_a_terminal_or_fill_a_wall() -> None:
    """Rule: one line, nothing a terminal obeys, and an end."""
    told = sheet_of({"room": "N\x1b[2Jorr\n", "headings": [], "decisions": ["x" * 10_000] * 1_000})
    assert told is not None
    assert told.room == "N [2Jorr"
    assert len(told.decisions) == 60 and len(told.decisions[0]) == 400
